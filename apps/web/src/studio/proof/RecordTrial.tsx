/** Owns looking at a stored record before it becomes a case: what is taken, what is left out, what the draft gives. */
import { useQuery } from '@tanstack/react-query';
import type { BaseFact } from '@yimen/config';
import type { EditionDetail, ImpactTraces } from '@yimen/contracts';
import { useState } from 'react';
import type { Answers } from '../../form/answers';
import { useLanguage } from '../../language';
import { Failure, Loading } from '../../layout/states';
import { editionQuery } from '../../server/queries';
import { useDraft } from '../draft/draft-context';
import { takenAnswers } from './record-answers';
import { SaveAsCase } from './SaveAsCase';
import { Trial } from './Trial';

export interface RecordTrialProps {
  readonly traces: ImpactTraces;
  readonly onSaved: () => void;
}

export function RecordTrial({ traces, onSaved }: RecordTrialProps) {
  const { t } = useLanguage();
  const { edition: draft } = useDraft();
  const { edition, hash } = traces.before;
  const stored = useQuery(editionQuery(edition, hash));
  if (stored.isError) return <Failure error={stored.error} retry={stored.refetch} within />;
  if (!draft) return <p className="note note-bad">{t('proof.checks.unreadable')}</p>;
  if (stored.isPending) return <Loading />;
  return <Taken traces={traces} stored={stored.data} facts={draft.facts} onSaved={onSaved} />;
}

interface TakenProps extends RecordTrialProps {
  readonly stored: EditionDetail;
  readonly facts: ReadonlyMap<string, BaseFact>;
}

function Taken({ traces, stored, facts, onSaved }: TakenProps) {
  const { t, say } = useLanguage();
  const [{ answers: first, left, replaced }] = useState(() => takenAnswers(traces.facts, stored.questions, facts));
  const [answers, setAnswers] = useState<Answers>(first);
  return (
    <>
      {left.length > 0 && (
        <p className="note note-warn">{t('proof.record.left', { questions: left.map(say).join(t('form.comma')) })}</p>
      )}
      {replaced && <p className="note note-warn">{t('proof.record.replaced')}</p>}
      <Trial
        answers={answers}
        onChange={setAnswers}
        above={(result) => <SaveAsCase answers={answers} result={result} onSaved={onSaved} />}
      />
    </>
  );
}
