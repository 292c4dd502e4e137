/** Owns keeping tried answers as a case with the result that they gave, after somebody looked at it. */

import { expectationOf } from '@yimen/engine/editing';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Answers, sendable } from '../../form/answers';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { useDraft } from '../draft/draft-context';
import { freeName, withCase } from './cases';
import { ExpectationList } from './ExpectationList';
import { outcomeOf, type TrialResult } from './Trial';

export interface SaveAsCaseProps {
  readonly answers: Answers;
  readonly result: TrialResult;
  /** Called with the name under which it was kept. */
  readonly onSaved?: (id: string) => void;
}

export function SaveAsCase({ answers, result, onSaved }: SaveAsCaseProps) {
  const { t } = useLanguage();
  const { draft, documents, edit } = useDraft();
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState<string>();
  const [name, setName] = useState('');
  const outcome = outcomeOf(result.tried);
  const expect = outcome ? expectationOf(outcome) : { status: 'invalid' as const };
  const begin = () => {
    setName(freeName(documents, t('proof.cases.newName')));
    setOpen(true);
  };
  const save = () => {
    const id = freeName(documents, name.trim());
    edit((all) => withCase(draft.edition, all, { id, answers: sendable(answers), expect }));
    setOpen(false);
    setSaved(id);
    onSaved?.(id);
  };
  return (
    <div className="actions trial-save">
      <Button onClick={begin}>{t('proof.cases.save')}</Button>
      {saved !== undefined && <span role="status">{t('proof.cases.saved', { name: saved })}</span>}
      <Dialog open={open} title={t('proof.cases.saveTitle')} onCancel={() => setOpen(false)}>
        <div className="form-stack">
          <label className="field-stack" htmlFor="case-name">
            <span>{t('proof.cases.name')}</span>
            <Input id="case-name" value={name} maxLength={200} onChange={({ target }) => setName(target.value)} />
          </label>
          <p>{t('proof.cases.confirm')}</p>
          <ExpectationList expect={expect} />
          <div className="actions">
            <Button type="primary" disabled={name.trim() === ''} onClick={save}>
              {t('proof.cases.confirmed')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('proof.cancel')}</Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
