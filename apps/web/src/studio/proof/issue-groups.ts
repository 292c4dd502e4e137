/** Owns putting issues in the order in which people work through them: by severity, and by where they are. Pure. */
import type { Issue, Severity } from '@yimen/config';

/** One thing to look at: an issue, or all in which one case differs. */
export interface IssueRow {
  readonly issues: readonly [Issue, ...Issue[]];
}

export interface IssueGroup {
  /** The words of the place that all of them are in. */
  readonly place: string;
  readonly rows: readonly IssueRow[];
}

/** Issues of a severity by the first words of their trail, in the order in which they come. */
export function groupsOf(
  issues: readonly Issue[],
  severity: Severity,
  trail: (issue: Issue) => readonly string[],
): IssueGroup[] {
  const groups = new Map<string, Map<string, [Issue, ...Issue[]]>>();
  for (const issue of issues) {
    if (issue.severity !== severity) continue;
    const place = trail(issue).slice(0, 2).join(' › ');
    const rows = groups.get(place) ?? new Map<string, [Issue, ...Issue[]]>();
    groups.set(place, rows);
    const key = issue.code === 'case-fails' ? caseOf(issue) : `${rows.size}`;
    rows.set(key, [...(rows.get(key) ?? []), issue] as [Issue, ...Issue[]]);
  }
  return [...groups].map(([place, rows]) => ({ place, rows: [...rows.values()].map((found) => ({ issues: found })) }));
}

const caseOf = ({ document, pointer }: Issue): string => `${document}#${pointer.split('/')[1]}`;
