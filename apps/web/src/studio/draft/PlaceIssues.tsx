/** Owns showing what is wrong at a place right there. */
import type { Issue } from '@yimen/config';
import { useIssueWords } from '../proof/issue-words';
import { useIssuesAt } from './draft-context';
import type { Place } from './place';

/** The issues at a place and inside it, in words; nothing where there are none. */
export function PlaceIssues(place: Place) {
  const words = useIssueWords();
  const issues = useIssuesAt(place).filter(({ severity }) => severity !== 'info');
  if (issues.length === 0) return null;
  return (
    <ul className="place-issues">
      {issues.map((issue) => (
        <li key={keyOf(issue)} className={`place-issue place-issue-${issue.severity}`}>
          {words(issue)}
        </li>
      ))}
    </ul>
  );
}

export const keyOf = ({ code, document, pointer, message }: Issue): string =>
  `${code} ${document}#${pointer} ${message.zh}`;
