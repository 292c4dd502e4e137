/** Owns trying answers on a draft: its real forms on one side, what it makes of them on the other, and why. */
import type { Traced } from '@yimen/engine';
import { Button, Segmented } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { Answers } from '../../form/answers';
import type { EditionReady } from '../../form/use-forms';
import { useLanguage } from '../../language';
import { Loading } from '../../layout/states';
import { useDraft } from '../draft/draft-context';
import { useDraftReady } from './draft-edition';
import { Refused } from './Refused';
import { TrialForms } from './TrialForms';
import { TrialOutcome } from './TrialOutcome';
import { type Tried, tryAnswers } from './try-answers';
import './words';
import './proof.css';

/** What came of the answers, for whoever does something with it. */
export interface TrialResult {
  readonly ready: EditionReady;
  readonly tried: Tried;
}

export interface TrialProps {
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  /** Whether the answers cannot be changed. */
  readonly fixed?: boolean;
  /** What stands above the outcome. */
  readonly above?: (result: TrialResult) => ReactNode;
}

export function Trial(props: TrialProps) {
  const { t } = useLanguage();
  const ready = useDraftReady();
  if (ready.state === 'loading') return <Loading />;
  if (ready.state === 'failed')
    return (
      <div className="card">
        <Refused error={ready.error} />
        <Button onClick={ready.retry}>{t('proof.trial.again')}</Button>
      </div>
    );
  return <LoadedTrial {...props} ready={ready} />;
}

type Side = 'answers' | 'result';

function LoadedTrial({
  ready,
  answers,
  onChange,
  fixed = false,
  above,
}: TrialProps & { readonly ready: EditionReady }) {
  const { t, language } = useLanguage();
  const { edition } = useDraft();
  const [side, setSide] = useState<Side>('answers');
  const tried = useMemo(
    () => tryAnswers(edition, ready.evaluator, answers, language),
    [edition, ready.evaluator, answers, language],
  );
  return (
    <>
      <div className="trial-switch">
        <Segmented<Side>
          block
          value={side}
          onChange={setSide}
          options={[
            { value: 'answers', label: t('proof.trial.answers') },
            { value: 'result', label: t('proof.trial.result') },
          ]}
        />
      </div>
      <div className={`trial trial-side-${side}`}>
        <section className="trial-answers" aria-label={t('proof.trial.answers')}>
          <TrialForms ready={ready} answers={answers} fixed={fixed} onChange={onChange} />
        </section>
        <section className="trial-result" aria-label={t('proof.trial.result')}>
          {above?.({ ready, tried })}
          <TrialOutcome edition={ready.edition} tried={tried} />
        </section>
      </div>
    </>
  );
}

/** The outcome where there is one. */
export const outcomeOf = (tried: Tried): Traced | undefined => (tried.state === 'judged' ? tried.outcome : undefined);
