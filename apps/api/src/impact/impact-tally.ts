/** Owns counting what judged records come to: from which result to which, how totals lie, and by which lines. */
import type { LocalizedText } from '@yimen/config';
import type { ImpactResult } from '@yimen/contracts';
import type { Judged, Verdict } from './judged.js';
import type { Titled } from './known-titles.js';

/** What the numbers are told with. */
export interface Telling {
  readonly results: readonly Titled[];
  /** Lines or rules by id, in their order. */
  readonly causes: ReadonlyMap<string, LocalizedText>;
  /** The most points of any version; 0 of a desk. */
  readonly most: number;
}

export interface ImpactTally {
  readonly add: (judged: Judged) => void;
  readonly skip: () => void;
  readonly tell: (telling: Telling) => ImpactResult;
}

interface Counted {
  units: number;
  points: number;
  open: number;
}

/** Begins counting, totals in steps of so many hundredths. */
export function impactTally(width: number): ImpactTally {
  const cells = new Map<string | null, Map<string | null, number>>();
  const lines = new Map<string, Counted>();
  const totals = { before: steps(width), after: steps(width) };
  let [units, changed, skipped] = [0, 0, 0];
  const add = ({ before, after, causes, changed: differs }: Judged): void => {
    units += 1;
    if (differs) changed += 1;
    increase(rowOf(cells, before.result), after.result);
    totals.before.add(before);
    totals.after.add(after);
    for (const { id, points, open } of causes) count(lines, id, points, open);
  };
  const tell = ({ results, causes, most }: Telling): ImpactResult => ({
    units,
    changed,
    skipped,
    results: [...results],
    matrix: [...cells].flatMap(([before, row]) => [...row].map(([after, units]) => ({ before, after, units }))),
    histogram: histogram(width, most, totals),
    lines: linesTold(lines, causes, units),
  });
  const skip = (): void => {
    skipped += 1;
  };
  return { add, skip, tell };
}

function rowOf<K>(cells: Map<K, Map<K, number>>, key: K): Map<K, number> {
  const known = cells.get(key) ?? new Map<K, number>();
  cells.set(key, known);
  return known;
}

const increase = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

function count(lines: Map<string, Counted>, id: string, points: number, open: boolean): void {
  const line = lines.get(id) ?? { units: 0, points: 0, open: 0 };
  lines.set(id, line);
  if (open) line.open += 1;
  else line.units += 1;
  line.points += points;
}

/** Lines that more units are concerned by come first, then those that stand first. */
function linesTold(
  lines: ReadonlyMap<string, Counted>,
  causes: ReadonlyMap<string, LocalizedText>,
  all: number,
): ImpactResult['lines'] {
  return [...causes]
    .flatMap(([id, title]) => {
      const line = lines.get(id);
      return line ? [{ id, title, units: line.units, points: line.points / 100 / all, open: line.open }] : [];
    })
    .sort((a, b) => b.units + b.open - (a.units + a.open));
}

/** Counts totals by steps; open ones at their middle. */
function steps(width: number) {
  const counts = new Map<number, number>();
  const add = ({ low, high }: Verdict): void => {
    if (low !== null && high !== null) increase(counts, Math.floor((low + high) / (2 * width)));
  };
  return { counts, add };
}

/** The last step holds its upper end as well. */
function histogram(
  width: number,
  most: number,
  { before, after }: Readonly<Record<'before' | 'after', ReturnType<typeof steps>>>,
): ImpactResult['histogram'] {
  if (most === 0) return [];
  const last = Math.ceil((most * 100) / width) - 1;
  const within = ({ counts }: ReturnType<typeof steps>, index: number): number =>
    index < last
      ? (counts.get(index) ?? 0)
      : [...counts].reduce((sum, [each, count]) => (each >= last ? sum + count : sum), 0);
  return Array.from({ length: last + 1 }, (_, index) => ({
    from: (index * width) / 100,
    to: ((index + 1) * width) / 100,
    before: within(before, index),
    after: within(after, index),
  }));
}

/** Steps, in hundredths, that people count in, of which the most points hold at most twenty. */
export const stepFor = (most: number): number =>
  [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].find((width) => most * 100 <= width * 20) ?? 20_000;
