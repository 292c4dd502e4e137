/** Owns saying why what was filled in could not be stored. */
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';

/** A refusal in the server's words, with every answer that is wrong; anything else may go better the next time. */
export function SendFailure({ error }: { readonly error: unknown }) {
  const { t, say } = useLanguage();
  if (!error) return null;
  const refused = error instanceof ProblemError && error.status >= 400 && error.status < 500;
  const issues = refused ? (error.problem.issues ?? []) : [];
  return (
    <div className="note note-bad" role="alert">
      <p>
        {refused ? t('window.sendRefused', { detail: error.problem.detail ?? error.message }) : t('window.sendFailed')}
      </p>
      {issues.length > 0 && (
        <ul>
          {issues.map((issue) => (
            <li key={`${issue.code} ${issue.pointer}`}>{say(issue.message)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
