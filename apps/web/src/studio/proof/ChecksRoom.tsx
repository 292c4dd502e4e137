/** Owns the room of checks: everything that is wrong, each with the way to its place and an example to look at. */
import type { Issue } from '@yimen/config';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { CoverageReport } from './CoverageReport';
import { ExampleTrial } from './ExampleTrial';
import { IssueList } from './IssueList';
import { TakeResults } from './TakeResults';
import { Unproven } from './Unproven';
import './words';
import './proof.css';

/** From so many failing cases on, one answer may do for all. */
const SEVERAL = 2;

export function Room() {
  const { t } = useLanguage();
  const { issues, proof } = useDraft();
  const [example, setExample] = useState<Issue>();
  if (example) return <ExampleTrial issue={example} onClose={() => setExample(undefined)} />;
  return (
    <div className="proof">
      <section className="card" aria-labelledby="checks">
        <h2 id="checks">{t('proof.checks.title')}</h2>
        <Standing issues={issues} />
        <FailedCases />
        {(['error', 'warning', 'info'] as const).map((severity) => (
          <IssueList key={severity} issues={issues} severity={severity} onExample={setExample} />
        ))}
      </section>
      {proof?.coverage && <CoverageReport coverage={proof.coverage} />}
    </div>
  );
}

/** Where several cases fail, what is new may well be right: then all of them are settled at once. */
function FailedCases() {
  const { t } = useLanguage();
  const { proof, proving, editable } = useDraft();
  const failed = (proof?.cases ?? []).filter(({ passed }) => !passed);
  if (failed.length < SEVERAL || proving || !editable) return null;
  return (
    <div className="proof-failed">
      <p>{t('proof.checks.cases', { count: failed.length })}</p>
      <TakeResults failed={failed} />
    </div>
  );
}

/** How the checks stand: what was found, whether the search still runs, what nobody could prove. */
function Standing({ issues }: { readonly issues: readonly Issue[] }) {
  const { t } = useLanguage();
  const { proving, unproven, proof, readable } = useDraft();
  const count = (severity: Issue['severity']) => issues.filter((each) => each.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const open = issues.filter(({ code }) => code === 'not-proven').length;
  return (
    <div role="status" className="proof-standing">
      <Unproven />
      {proving ? (
        <p className="proof-running">
          <progress aria-label={t('proof.checks.running')} /> {t('proof.checks.running')}
        </p>
      ) : (
        !unproven && (
          <p className={`note ${errors > 0 ? 'note-bad' : warnings > 0 ? 'note-warn' : 'note-good'}`}>
            {errors > 0 && t('proof.checks.errors', { count: errors })}
            {errors === 0 && warnings > 0 && t('proof.checks.warnings', { count: warnings })}
            {errors === 0 && warnings === 0 && t('proof.checks.passed')}
          </p>
        )
      )}
      {!readable && <p className="quiet">{t('proof.checks.unreadable')}</p>}
      {open > 0 && <p className="note note-warn">{t('proof.checks.unproven', { count: open })}</p>}
      {!proving && !proof && <p className="quiet">{t('proof.checks.quickOnly')}</p>}
    </div>
  );
}
