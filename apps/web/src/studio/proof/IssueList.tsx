/** Owns the issues of one severity by where they are: what is wrong in words, the way there, an example. */
import type { Issue, Severity } from '@yimen/config';
import { Button } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { keyOf } from '../draft/PlaceIssues';
import { addressOf } from '../draft/place';
import { groupsOf, type IssueRow } from './issue-groups';
import { useIssueWords } from './issue-words';
import { Mixed } from './Mixed';
import { useTrail } from './Trail';
import { answersIn } from './try-answers';

export interface IssueListProps {
  readonly issues: readonly Issue[];
  readonly severity: Severity;
  readonly onExample: (issue: Issue) => void;
}

export function IssueList({ issues, severity, onExample }: IssueListProps) {
  const { t } = useLanguage();
  const trail = useTrail();
  const groups = useMemo(() => groupsOf(issues, severity, trail), [issues, severity, trail]);
  if (groups.length === 0) return null;
  const count = issues.filter((issue) => issue.severity === severity).length;
  return (
    <div className={`issues issues-${severity}`}>
      <h3>{t(`proof.severity.${severity}`, { count })}</h3>
      {groups.map(({ place, rows }) => (
        <div key={place}>
          <h4>
            <Mixed text={place} />
          </h4>
          <ul>
            {rows.map((row) => (
              <Row key={keyOf(row.issues[0])} row={row} onExample={onExample} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: IssueRow;
  readonly onExample: (issue: Issue) => void;
}

function Row({ row: { issues }, onExample }: RowProps) {
  const { t } = useLanguage();
  const { draft, documents } = useDraft();
  const trail = useTrail();
  const words = useIssueWords();
  const [first] = issues;
  const place = first.code === 'case-fails' ? [] : trail(first).slice(2);
  const total = totalIn(first.counterexample);
  const example = Object.keys(answersIn(first.counterexample)).length > 0;
  return (
    <li className="issue">
      <div className="issue-what">
        {issues.map((issue) => (
          <p key={keyOf(issue)}>
            <Mixed text={words(issue)} />
          </p>
        ))}
        {total !== undefined && <p>{t('proof.example.total', { total })}</p>}
        {place.length > 0 && (
          <p className="quiet">
            <Mixed text={place.join(' › ')} />
          </p>
        )}
      </div>
      <div className="actions">
        {example && <Button onClick={() => onExample(first)}>{t('proof.example.look')}</Button>}
        <Link to={addressOf(draft.id, first, documents)} aria-label={t('proof.checks.goTo', { message: words(first) })}>
          {t('proof.checks.go')}
        </Link>
      </div>
    </li>
  );
}

/** The total that shows an issue of grades. */
const totalIn = (example: unknown): number | undefined => {
  const { total } = (example ?? {}) as { readonly total?: unknown };
  return typeof total === 'number' ? total : undefined;
};
