/** Owns saying why what was filled in could not be stored. */
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';

/** A refusal in the server's words; anything else may go better the next time. */
export function SendFailure({ error }: { readonly error: unknown }) {
  const { t } = useLanguage();
  if (!error) return null;
  const refused = error instanceof ProblemError && error.status >= 400 && error.status < 500;
  return (
    <p className="note note-bad" role="alert">
      {refused ? t('window.sendRefused', { detail: error.problem.detail ?? error.message }) : t('window.sendFailed')}
    </p>
  );
}
