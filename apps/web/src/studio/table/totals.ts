/** Owns adding up the points of a standard, and what would make them fit where there is only one way. Pure. */
import type { AnyPart, CategoryPart, IndicatorPart } from './parts';

/** Sums of binary numbers without their noise: points have hundredths at most. */
export const sumOf = (parts: readonly { readonly points: number }[]): number =>
  Math.round(parts.reduce((sum, { points }) => sum + points, 0) * 1e6) / 1e6;

/** New points for a part. */
export interface Repair {
  readonly part: AnyPart;
  readonly points: number;
}

export interface Mismatch {
  readonly sum: number;
  readonly points: number;
  /** Set where only one thing can be meant. */
  readonly repair: Repair | undefined;
}

/** Where lines do not add up to their indicator, by its key; where indicators do not, by that of their category. */
export function mismatches(categories: readonly CategoryPart[], points: number): ReadonlyMap<string, Mismatch> {
  const found = new Map<string, Mismatch>();
  const put = (part: CategoryPart | IndicatorPart, fitsAbove: (changed: number) => boolean) => {
    const children = childrenOf(part);
    const sum = sumOf(children);
    if (sum === part.points) return;
    found.set(part.key, { sum, points: part.points, repair: repairOf(part, sum, fitsAbove(sum - part.points)) });
  };
  for (const category of categories) {
    put(category, (change) => sumOf(categories) + change === points);
    for (const indicator of category.indicators)
      put(indicator, (change) => sumOf(category.indicators) + change === category.points);
  }
  return found;
}

const childrenOf = (part: CategoryPart | IndicatorPart): readonly AnyPart[] =>
  'indicators' in part ? part.indicators : part.lines;

/** Either the sum is meant, because it fits above, or the only part there is; both or neither is no repair. */
function repairOf(part: CategoryPart | IndicatorPart, sum: number, sumFits: boolean): Repair | undefined {
  const [only, ...others] = childrenOf(part);
  const onlyFits = only !== undefined && others.length === 0 && part.points > 0 && fitsBelow(only, part.points);
  if (sumFits === onlyFits || (sumFits && sum === 0)) return undefined;
  return sumFits ? { part, points: sum } : { part: only as AnyPart, points: part.points };
}

const fitsBelow = (part: AnyPart, points: number): boolean =>
  'lines' in part ? sumOf(part.lines) === points : !('indicators' in part);

/**
 * New points for indicators and categories where their lines add up to the whole already; undefined where they do
 * not, or nothing is wrong.
 */
export function repairFromLines(categories: readonly CategoryPart[], points: number): Repair[] | undefined {
  const lines = categories.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.lines));
  if (sumOf(lines) !== points || mismatches(categories, points).size === 0) return undefined;
  const repairs = categories.flatMap((category): Repair[] => {
    const indicators = category.indicators.map((part): Repair => ({ part, points: sumOf(part.lines) }));
    return [{ part: category, points: sumOf(indicators) }, ...indicators];
  });
  const needed = repairs.filter((repair) => repair.points !== repair.part.points);
  return needed.some((repair) => repair.points === 0) ? undefined : needed;
}
