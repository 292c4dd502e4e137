/** Owns looking at the example that shows an issue: its answers in the real forms, and what comes of them. */
import type { Issue } from '@yimen/config';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { addressOf } from '../draft/place';
import { useIssueWords } from './issue-words';
import { Mixed } from './Mixed';
import { SaveAsCase } from './SaveAsCase';
import { Trail } from './Trail';
import { Trial } from './Trial';
import { answersIn } from './try-answers';

export interface ExampleTrialProps {
  readonly issue: Issue;
  readonly onClose: () => void;
}

export function ExampleTrial({ issue, onClose }: ExampleTrialProps) {
  const { t } = useLanguage();
  const { draft, documents, editable } = useDraft();
  const words = useIssueWords();
  const [answers, setAnswers] = useState(() => answersIn(issue.counterexample));
  const changed = JSON.stringify(answers) !== JSON.stringify(answersIn(issue.counterexample));
  return (
    <div className="proof">
      <div className="block-head">
        <h2>{t('proof.example.title')}</h2>
        <div className="actions">
          {changed && (
            <Button onClick={() => setAnswers(answersIn(issue.counterexample))}>{t('proof.example.reset')}</Button>
          )}
          <Button onClick={onClose}>{t('proof.example.back')}</Button>
        </div>
      </div>
      <div className={`note ${issue.severity === 'error' ? 'note-bad' : 'note-warn'}`}>
        <p>
          <Mixed text={words(issue)} />
        </p>
        <p>
          <Trail {...issue} /> <Link to={addressOf(draft.id, issue, documents)}>{t('proof.checks.go')}</Link>
        </p>
      </div>
      <Trial
        answers={answers}
        onChange={setAnswers}
        {...(editable ? { above: (result) => <SaveAsCase answers={answers} result={result} /> } : {})}
      />
    </div>
  );
}
