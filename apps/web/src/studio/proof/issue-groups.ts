/** Owns putting issues in the order in which people work through them: by severity, and by where they are. Pure. */
import type { Issue, Severity } from '@yimen/config';

export interface IssueGroup {
  /** The words of the place that all of them are in. */
  readonly place: string;
  readonly issues: readonly Issue[];
}

/** Issues of a severity by the first words of their trail, in the order in which they come. */
export function groupsOf(
  issues: readonly Issue[],
  severity: Severity,
  trail: (issue: Issue) => readonly string[],
): IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.severity !== severity) continue;
    const place = trail(issue).slice(0, 2).join(' › ');
    groups.set(place, [...(groups.get(place) ?? []), issue]);
  }
  return [...groups].map(([place, found]) => ({ place, issues: found }));
}
