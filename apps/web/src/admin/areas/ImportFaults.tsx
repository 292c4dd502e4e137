/** Owns showing why a table was not taken: every fault with its row and column. */
import { useLanguage } from '../../language';
import { ProblemError } from '../../server/client';

/** More faults than anybody mends at once. */
const MOST_FAULTS = 100;

export function ImportFaults({ error }: { readonly error: unknown }) {
  const { t, say } = useLanguage();
  const refused =
    error instanceof ProblemError && error.status >= 400 && error.status < 500 ? error.problem : undefined;
  const issues = refused?.issues ?? [];
  return (
    <div className="note note-bad" role="alert">
      <p>{refused?.detail ?? t('state.unreachable')}</p>
      {issues.length > 0 && (
        <ul className="areas-changes">
          {issues.slice(0, MOST_FAULTS).map((issue) => (
            <li key={`${issue.line} ${issue.column} ${issue.code} ${issue.pointer}`}>
              {issue.line !== undefined && (
                <span className="areas-line">
                  {t('areas.importing.row', { row: issue.line })}
                  {issue.column !== undefined && t('areas.importing.column', { column: columnLetter(issue.column) })}
                </span>
              )}
              {say(issue.message)}
            </li>
          ))}
        </ul>
      )}
      {issues.length > MOST_FAULTS && <p>{t('areas.importing.more', { count: issues.length - MOST_FAULTS })}</p>}
    </div>
  );
}

/** The letters that spreadsheets write above a column. */
const columnLetter = (column: number): string =>
  (column > 26 ? columnLetter(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));
