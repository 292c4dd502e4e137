/** Owns adding a category, an indicator or a line: asked for all it needs, so that the draft stays readable. */
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { NumberInput } from '../../layout/NumberInput';
import { useDraft } from '../draft/draft-context';
import { addCategory, addIndicator, addLine, type NewPart } from './edits';
import { ClauseSelect } from './line/ClauseField';
import type { Adding } from './table-context';

export interface AddPartProps {
  readonly adding: Adding;
  readonly onClose: () => void;
  /** Called with the line that was added. */
  readonly onAdded: (line: string) => void;
}

export function AddPart({ adding, onClose, onAdded }: AddPartProps) {
  const { t } = useLanguage();
  const id = useId();
  const { draft, documents, edit } = useDraft();
  const [title, setTitle] = useState('');
  const [points, setPoints] = useState<number | null>(null);
  const [standard, setStandard] = useState('');
  const [clause, setClause] = useState(adding.kind === 'category' ? '' : (adding.to.value.clause ?? ''));
  const full = title.trim() !== '' && points !== null && points > 0 && standard.trim() !== '' && clause !== '';
  const take = () => {
    if (!full) return;
    const part: NewPart = { title: { zh: title.trim() }, points, standard: { zh: standard.trim() }, clause };
    const added = addedTo(adding)(documents, draft.edition, part);
    edit(() => added.documents);
    onClose();
    onAdded(added.line);
  };
  return (
    <Dialog open title={t(`table.add.${adding.kind}`)} onCancel={onClose}>
      <form
        className="table-form"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        {adding.kind !== 'line' && <p className="quiet">{t(`table.addHelp.${adding.kind}`)}</p>}
        <div className="draft-field">
          <label htmlFor={`${id}-title`}>{t('table.field.title')}</label>
          <Input
            id={`${id}-title`}
            autoFocus
            value={title}
            maxLength={200}
            onChange={({ target }) => setTitle(target.value)}
          />
        </div>
        <div className="draft-field">
          <label htmlFor={`${id}-points`}>{t('table.column.points')}</label>
          <NumberInput id={`${id}-points`} min={0} value={points} onChange={setPoints} />
        </div>
        <div className="draft-field">
          <label htmlFor={`${id}-standard`}>{t('table.column.standard')}</label>
          <Input.TextArea
            id={`${id}-standard`}
            className="growing"
            rows={2}
            value={standard}
            maxLength={4000}
            onChange={({ target }) => setStandard(target.value)}
          />
        </div>
        <div className="draft-field">
          <span id={`${id}-clause`} className="draft-field-label">
            {t('table.column.clause')}
          </span>
          <ClauseSelect labelledBy={`${id}-clause`} value={clause} onChange={setClause} />
        </div>
        <div className="actions">
          <Button type="primary" htmlType="submit" disabled={!full}>
            {t('table.addNow')}
          </Button>
          <Button onClick={onClose}>{t('table.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

const addedTo = (adding: Adding) => {
  if (adding.kind === 'category') return addCategory;
  if (adding.kind === 'indicator')
    return (...[documents, edition, part]: Parameters<typeof addCategory>) =>
      addIndicator(documents, edition, adding.to, part);
  return (...[documents, edition, part]: Parameters<typeof addCategory>) =>
    addLine(documents, edition, adding.to, part);
};
