/** Owns what a total can still become while answers are missing. */
import type { BulkScore } from '../outcome.js';
import type { Program } from '../program/program.js';
import { gradeOf } from '../reference/settle.js';
import { twoDecimals } from '../runtime/runtime.js';

/** Both ends in hundredths, the same where nothing is missing; null where no line applies. */
export interface TotalRange {
  readonly low: number | null;
  readonly high: number | null;
  /** The grade, where it is the same at both ends. */
  readonly grade: string | null;
}

const whole = (points: number): number => Math.round(points * 100);

/**
 * The range of the total behind a score of a standard: lines that lack answers count nothing at one end and all their
 * points at the other. That such a line may turn out not to apply leads to nothing outside: leaving it out raises a
 * total less than all its points do, as long as the points of the lines add up to those of the standard.
 */
export function totalRange({ edition, lines }: Program): (score: BulkScore) => TotalRange {
  const points = lines.map(({ line }) => whole(line.points));
  const all = whole(edition.standard?.points ?? 0);
  const bands = edition.standard?.bands ?? [];
  return ({ status, total, grade, scores }) => {
    if (status === 'complete') return { low: total, high: total, grade };
    let [sum, missing, applicable] = [0, 0, all];
    for (let index = 0; index < points.length; index += 1) {
      const [score, full] = [scores[index] as number, points[index] as number];
      if (score >= 0) sum += score;
      else if (score === -1) missing += full;
      else applicable -= full;
    }
    if (applicable <= 0) return { low: null, high: null, grade: null };
    const [least, most] = [sum * all, (sum + missing) * all];
    const worst = gradeOf(bands, least, applicable);
    return {
      low: Math.round(twoDecimals(least, applicable) * 100),
      high: Math.round(twoDecimals(most, applicable) * 100),
      grade: worst === gradeOf(bands, most, applicable) ? worst : null,
    };
  };
}
