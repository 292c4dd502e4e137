/** Owns the issues of one severity by where they are: what is wrong in words, the way there, an example. */
import type { Issue, Severity } from '@yimen/config';
import { Button } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { keyOf } from '../draft/PlaceIssues';
import { addressOf } from '../draft/place';
import { differenceIn } from './difference-words';
import { groupsOf } from './issue-groups';
import { named, namesIn } from './names';
import { useTrail } from './Trail';
import { answersIn } from './try-answers';
import { useDifferenceWords } from './use-difference-words';

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
  const count = groups.reduce((sum, group) => sum + group.issues.length, 0);
  return (
    <div className={`issues issues-${severity}`}>
      <h3>{t(`proof.severity.${severity}`, { count })}</h3>
      {groups.map(({ place, issues: found }) => (
        <section key={place} aria-label={place}>
          <h4>{place}</h4>
          <ul>
            {found.map((issue) => (
              <IssueRow
                key={keyOf(issue)}
                issue={issue}
                place={trail(issue).slice(2).join(' › ')}
                onExample={onExample}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface IssueRowProps {
  readonly issue: Issue;
  /** Where it is within its group. */
  readonly place: string;
  readonly onExample: (issue: Issue) => void;
}

function IssueRow({ issue, place, onExample }: IssueRowProps) {
  const { t } = useLanguage();
  const { draft, documents } = useDraft();
  const message = useIssueWords()(issue);
  const example = Object.keys(answersIn(issue.counterexample)).length > 0;
  const total = totalIn(issue.counterexample);
  return (
    <li className="issue">
      <div className="issue-what">
        <p>{message}</p>
        {total !== undefined && <p>{t('proof.example.total', { total })}</p>}
        {place !== '' && <p className="quiet">{place}</p>}
      </div>
      <div className="actions">
        {example && <Button onClick={() => onExample(issue)}>{t('proof.example.look')}</Button>}
        <Link
          className="issue-link"
          to={addressOf(draft.id, issue, documents)}
          aria-label={t('proof.checks.goTo', { message })}
        >
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

/** An issue with titles for ids; a failing case by what it was to give. */
export function useIssueWords(): (issue: Issue) => string {
  const { say } = useLanguage();
  const { documents } = useDraft();
  const words = useDifferenceWords();
  const names = useMemo(() => namesIn(documents), [documents]);
  return (issue) => {
    const difference = issue.code === 'case-fails' ? differenceIn(issue, documents) : undefined;
    return difference ? words(difference) : say(named(issue.message, names));
  };
}
