/** Owns taking the present results for all cases that fail: every difference is read before it is confirmed. */
import { replacedAt } from '@yimen/config';
import type { CaseResult } from '@yimen/contracts';
import type { Outcome } from '@yimen/engine';
import { expectationOf } from '@yimen/engine/editing';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { useDraft } from '../draft/draft-context';
import type { Documents } from '../draft/draft-state';
import { useDifferenceWords } from './use-difference-words';

/** The button, where cases fail under results that are of the draft as it stands. */
export function TakeResults({ failed: all }: { readonly failed: readonly CaseResult[] }) {
  const { t } = useLanguage();
  const { editable, proving, edit } = useDraft();
  const words = useDifferenceWords();
  const [open, setOpen] = useState(false);
  // A case whose answers are refused would prove nothing any more: its answers are to be put right.
  const failed = all.filter(({ outcome }) => (outcome as Outcome).status !== 'invalid');
  if (!editable || proving || failed.length === 0) return null;
  const take = () => {
    edit((documents) => failed.reduce(withResult, documents), 'take-results');
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('proof.results.take', { count: failed.length })}</Button>
      <Dialog open={open} title={t('proof.results.title')} onCancel={() => setOpen(false)}>
        <p>{t('proof.results.lead')}</p>
        <ul className="proof-results">
          {failed.map((each) => (
            <li key={`${each.document}#${each.pointer}`}>
              <b lang="">{each.id}</b>
              <ul>
                {each.differences.map((difference) => (
                  <li key={difference.what}>{words(difference)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <div className="actions">
          <Button type="primary" onClick={take}>
            {t('proof.cases.confirmed')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('proof.cancel')}</Button>
        </div>
      </Dialog>
    </>
  );
}

const withResult = (documents: Documents, { document, pointer, outcome }: CaseResult): Documents => ({
  ...documents,
  [document]: replacedAt(documents[document], `${pointer}/expect`, expectationOf(outcome as Outcome)),
});
