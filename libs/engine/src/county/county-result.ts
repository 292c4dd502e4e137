/** Owns the county's result: the exact mean of its planned units and the grade of that mean. */
import type { Edition, Issue, Standard } from '@yimen/config';
import { gradeOf } from '../reference/settle.js';
import { type CountyInput, readCountyInput } from './county-input.js';

type Named = { readonly id?: string | number };

/** `mean` has two decimals, half up; the grade is that of the exact fraction. */
export type CountyResult =
  | (Named & { readonly mean: string; readonly grade: string | null })
  | (Named & { readonly status: 'invalid'; readonly issues: readonly Issue[] });

/**
 * The mean of `{ id?, planned, scores }`: the sum of the scores over the number of planned units; a planned unit
 * without a score counts 0. Anything else is answered with located issues.
 *
 * @example countyResult(edition, { planned: 3, scores: [83.4, 93.2] }) // { mean: '58.87', grade: 'fail' }
 */
export function countyResult({ standard }: Edition, input: unknown): CountyResult {
  if (!standard || standard.bands.length === 0) return { status: 'invalid', issues: [noGrades()] };
  const { id, value, issues } = readCountyInput(input, standard.points);
  const named = id === undefined ? {} : { id };
  return value ? { ...named, ...settle(value, standard) } : { ...named, status: 'invalid', issues };
}

function settle({ planned, hundredths }: CountyInput, { bands }: Standard): { mean: string; grade: string | null } {
  const sum = hundredths.reduce((total, score) => total + score, 0);
  const rounded = (2n * BigInt(sum) + BigInt(planned)) / (2n * BigInt(planned));
  const mean = `${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}`;
  return { mean, grade: gradeOf(bands, sum, planned) };
}

function noGrades(): Issue {
  const message = {
    zh: '这个版本没有划分等级，不能计算县区得分；请换成评分标准的版本',
    en: 'This edition has no grades and gives no county result; name the edition of a standard',
  };
  return { code: 'no-grades', severity: 'error', document: 'input', pointer: '', message };
}
