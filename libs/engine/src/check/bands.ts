/** Owns the check that the grades cover every total from 0 to the standard's points exactly once. */
import type { Band, Issue } from '@yimen/config';
import { type Check, finding, hundredthsOf, manifestOf } from './subject.js';

/** Every total lies beside a bound or alike to one that does, so the bounds and their neighbours decide. */
export const checkBands: Check = (subject) => {
  const { standard } = subject.edition;
  if (!standard) return [];
  const most = hundredthsOf(standard.points);
  const bounds = standard.bands.flatMap((band) => [hundredthsOf(band.lower.value), hundredthsOf(band.upper.value)]);
  const totals = new Set(
    [0, most, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])].filter(
      (total) => total >= 0 && total <= most,
    ),
  );
  const issues: Issue[] = [];
  const at = manifestOf(subject, '/bands');
  for (const total of [...totals].sort((a, b) => a - b)) {
    const holding = standard.bands.filter((band) => holds(band, total));
    const shown = total / 100;
    if (holding.length === 0)
      issues.push(
        finding('error', 'band-gap', at, `${shown} 分不属于任何等级`, `${shown} points fall into no grade`, {
          total: shown,
        }),
      );
    if (holding.length > 1) {
      const titles = {
        zh: holding.map((band) => band.title.zh).join('、'),
        en: holding.map((band) => band.title.en).join(', '),
      };
      issues.push(
        finding(
          'error',
          'band-overlap',
          at,
          `${shown} 分同时属于：${titles.zh}`,
          `${shown} points fall into several grades: ${titles.en}`,
          { total: shown },
        ),
      );
    }
  }
  return issues;
};

function holds({ lower, upper }: Band, total: number): boolean {
  const [low, high] = [hundredthsOf(lower.value), hundredthsOf(upper.value)];
  return (lower.inclusive ? total >= low : total > low) && (upper.inclusive ? total <= high : total < high);
}
