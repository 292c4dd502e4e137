/** Owns telling that the server refused something, or did not answer, in plain words. */
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { ProblemError } from '../../server/client';
import './words';

export interface RefusedProps {
  readonly error: unknown;
}

/** Nothing where there is no error; what somebody else changed meanwhile is to be looked at anew. */
export function Refused({ error }: RefusedProps) {
  const { t, say } = useLanguage();
  if (!error) return null;
  const { status, problem } = error instanceof ProblemError ? error : { status: -1, problem: {} };
  const stale = status === 412;
  const told = stale
    ? t('proof.refused.stale')
    : status === 0
      ? t('proof.refused.unreachable')
      : (problem.detail ?? problem.title ?? t('proof.refused.failed'));
  const issues = problem.issues ?? [];
  return (
    <div className="note note-bad" role="alert">
      <p>{told}</p>
      {issues.length > 0 && (
        <ul className="plain-list">
          {issues.slice(0, 5).map((issue) => (
            <li key={`${issue.document}#${issue.pointer} ${issue.code}`}>{say(issue.message)}</li>
          ))}
        </ul>
      )}
      {stale && <Button onClick={() => location.reload()}>{t('proof.refused.reload')}</Button>}
    </div>
  );
}
