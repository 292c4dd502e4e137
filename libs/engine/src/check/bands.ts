/** Owns the check that the grades cover every total from 0 to the standard's points exactly once. */
import type { Band, Issue, Standard } from '@yimen/config';
import { finding, hundredthsOf, manifestOf, type QuickCheck, type Readable } from './subject.js';

export const checkBands: QuickCheck = (subject) => {
  const { standard } = subject.edition;
  if (!standard) return [];
  const graded = witnesses(standard).map((total) => ({
    total,
    bands: standard.bands.filter((band) => holds(band, total)),
  }));
  return graded
    .filter(({ bands }, index) => bands.length !== 1 && !sameBands(bands, graded[index - 1]?.bands))
    .map(({ total, bands }) => issueOf(subject, total, bands));
};

/**
 * Totals that decide for all, in half hundredths: the bounds and the points between them. A mean is a fraction, so
 * what lies between two hundredths counts as well.
 */
function witnesses({ points, bands }: Standard): number[] {
  const most = 2 * hundredthsOf(points);
  const bounds = bands.flatMap(({ lower, upper }) => [2 * hundredthsOf(lower.value), 2 * hundredthsOf(upper.value)]);
  const totals = [0, most, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])];
  return [...new Set(totals)].filter((total) => total >= 0 && total <= most).sort((a, b) => a - b);
}

function holds({ lower, upper }: Band, total: number): boolean {
  const [low, high] = [2 * hundredthsOf(lower.value), 2 * hundredthsOf(upper.value)];
  return (lower.inclusive ? total >= low : total > low) && (upper.inclusive ? total <= high : total < high);
}

const sameBands = (bands: readonly Band[], before: readonly Band[] | undefined): boolean =>
  before !== undefined && before.length === bands.length && bands.every((band) => before.includes(band));

function issueOf(subject: Readable, halves: number, bands: readonly Band[]): Issue {
  const total = halves / 200;
  const at = manifestOf(subject, '/bands');
  if (bands.length === 0)
    return finding('error', 'band-gap', at, `${total} 分不属于任何等级`, `${total} points fall into no grade`, {
      total,
    });
  const zh = bands.map((band) => band.title.zh).join('、');
  const en = bands.map((band) => band.title.en).join(', ');
  return finding(
    'error',
    'band-overlap',
    at,
    `${total} 分同时属于：${zh}`,
    `${total} points fall into several grades: ${en}`,
    { total },
  );
}
