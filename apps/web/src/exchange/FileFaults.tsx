/** Owns telling what is wrong with a file, place by place. */
import type { Issue } from '@yimen/config';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';
import './exchange.css';

/** More faults than anybody mends at once. */
const MOST_FAULTS = 100;

/** Issues of a file with their rows and columns. */
export function FileIssues({ issues }: { readonly issues: readonly Issue[] }) {
  const { t, say } = useLanguage();
  return (
    <>
      {issues.length > 0 && (
        <ul className="file-issues">
          {issues.slice(0, MOST_FAULTS).map((issue) => (
            <li key={`${issue.line} ${issue.column} ${issue.code} ${issue.pointer}`}>
              {issue.line !== undefined && (
                <span className="file-place">
                  {t('file.row', { row: issue.line })}
                  {issue.column !== undefined && t('file.column', { column: columnLetter(issue.column) })}
                </span>
              )}
              {say(issue.message)}
            </li>
          ))}
        </ul>
      )}
      {issues.length > MOST_FAULTS && <p>{t('file.more', { count: issues.length - MOST_FAULTS })}</p>}
    </>
  );
}

/** Why nothing was taken of a file. */
export function FileFaults({ error }: { readonly error: unknown }) {
  const { t } = useLanguage();
  const refused =
    error instanceof ProblemError && error.status >= 400 && error.status < 500 ? error.problem : undefined;
  return (
    <div className="note note-bad" role="alert">
      <p>{refused?.detail ?? t('state.unreachable')}</p>
      <FileIssues issues={refused?.issues ?? []} />
    </div>
  );
}

/** The letters that spreadsheets write above a column. */
const columnLetter = (column: number): string =>
  (column > 26 ? columnLetter(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));
