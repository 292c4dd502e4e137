/** Owns pairing the lines of two versions of a standard. Pure. */
import type { EditionDetail, StandardLine, StandardOutcome } from '@yimen/contracts';

type Line = StandardOutcome['lines'][string];

export interface LinePair {
  readonly id: string;
  readonly title: StandardLine['title'];
  readonly before: Line | undefined;
  readonly after: Line | undefined;
  readonly differs: boolean;
}

export const linesOf = ({ standard }: EditionDetail): StandardLine[] =>
  (standard?.categories ?? []).flatMap(({ indicators }) => indicators.flatMap(({ lines }) => lines));

/** Lines of the later version in its order, then those that only the earlier one had. */
export function linePairs(
  [one, before]: readonly [EditionDetail, StandardOutcome],
  [other, after]: readonly [EditionDetail, StandardOutcome],
): LinePair[] {
  const now = linesOf(other);
  const gone = linesOf(one).filter(({ id }) => !now.some((line) => line.id === id));
  return [...now, ...gone].map(({ id, title }) => {
    const [was, is] = [before.lines[id], after.lines[id]];
    return { id, title, before: was, after: is, differs: standing(was) !== standing(is) };
  });
}

const standing = (line: Line | undefined): string => (line ? `${line.status} ${line.score} ${line.points}` : '');
