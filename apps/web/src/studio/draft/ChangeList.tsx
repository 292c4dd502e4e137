/** Owns the difference between two contents of an edition in the words of the business. */
import { diffDocuments } from '@yimen/config';
import { describeChanges, type WordedChange } from '@yimen/engine/editing';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../language';
import type { Documents } from './draft-state';
import { useNamesOfAnswers } from './use-names-of-answers';
import './words';

export interface ChangeListProps {
  readonly edition: string;
  readonly before: Documents;
  readonly after: Documents;
  /** What stands beside a change: a link, a comment. */
  readonly beside?: (change: WordedChange) => ReactNode;
}

export function ChangeList({ before, after, beside }: ChangeListProps) {
  const { t, say } = useLanguage();
  const areas = useNamesOfAnswers(before, after);
  const worded = useMemo(
    () => describeChanges(diffDocuments(before, after), { before, after }, areas),
    [before, after, areas],
  );
  if (worded.length === 0) return <p className="quiet">{t('studio.changes.none')}</p>;
  const groups = [...new Set(worded.map(({ group }) => say(group)))];
  return (
    <>
      <p className="quiet">{t('studio.changes.count', { count: worded.length })}</p>
      {groups.map((group) => (
        <section key={group} className="changes">
          <h3>{group}</h3>
          <ul>
            {worded
              .filter((each) => say(each.group) === group)
              .map((each) => (
                <li key={each.key}>
                  <span className="changes-subject">{say(each.subject)}</span>
                  <span className="changes-what">{say(each.what)}</span>
                  {beside?.(each)}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
