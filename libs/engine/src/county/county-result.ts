/** Owns the county's result: the exact mean of its planned units and the grade of that mean. */
import type { Edition, Issue, Standard } from '@yimen/config';
import { gradeOf } from '../reference/settle.js';

/** `mean` has two decimals, half up; the grade is that of the exact fraction. */
export type CountyResult =
  | { readonly id?: string | number; readonly mean: string; readonly grade: string | null }
  | { readonly id?: string | number; readonly status: 'invalid'; readonly issues: readonly Issue[] };

const MOST_UNITS = 1_000_000;

/**
 * The mean of `{ id?, planned, scores }`: the sum of the scores over the number of planned units; a planned unit
 * without a score counts 0 (附件1·第五条). Anything else is answered with located issues.
 */
export function countyResult(edition: Edition, input: unknown): CountyResult {
  const issues: Issue[] = [];
  const { id, planned, scores } = readInput(edition, input, issues);
  const named = id === undefined ? {} : { id };
  const { standard } = edition;
  if (issues.length > 0 || !standard) return { ...named, status: 'invalid', issues };
  const sum = scores.reduce((total, score) => total + Math.round(score * 100), 0);
  const hundredths = (2n * BigInt(sum) + BigInt(planned)) / (2n * BigInt(planned));
  const mean = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  return { ...named, mean, grade: gradeOf(standard.bands, sum, planned) };
}

interface CountyInput {
  readonly id?: string | number;
  readonly planned: number;
  readonly scores: readonly number[];
}

function readInput({ standard }: Edition, input: unknown, issues: Issue[]): CountyInput {
  const report = (code: string, pointer: string, zh: string, en: string): void => {
    issues.push({ code, severity: 'error', document: 'input', pointer, message: { zh, en } });
  };
  const nothing: CountyInput = { planned: 1, scores: [] };
  if (!standard)
    report(
      'not-a-standard',
      '',
      '这个版本不是评分标准，没有县区得分',
      'This edition is not a scoring standard and has no county result',
    );
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    report(
      'wrong-type',
      '',
      '应是 { "planned": 3, "scores": [83.4, 93.2] } 这样的对象',
      'An object like { "planned": 3, "scores": [83.4, 93.2] } is expected',
    );
    return nothing;
  }
  const { id, planned, scores, ...rest } = input as Record<string, unknown>;
  for (const key of Object.keys(rest))
    report(
      'unknown-key',
      `/${key}`,
      `不认识“${key}”，只能有 id、planned 和 scores`,
      `"${key}" is unknown; only id, planned and scores are read`,
    );
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number')
    report('wrong-type', '/id', 'id 应是文字或数字', 'id must be a text or a number');
  if (!Number.isInteger(planned) || (planned as number) < 1 || (planned as number) > MOST_UNITS) {
    report(
      'wrong-type',
      '/planned',
      '下达的创建任务数应是正整数',
      'The number of planned units must be a positive whole number',
    );
  }
  if (!Array.isArray(scores)) report('wrong-type', '/scores', '应是得分的列表', 'A list of scores is expected');
  else {
    for (const [index, score] of scores.entries()) checkScore(score, index, standard, report);
    if (Number.isInteger(planned) && scores.length > (planned as number))
      report(
        'too-many-scores',
        '/scores',
        '得分比下达的任务还多；任务外的平台不计入',
        'There are more scores than planned units; units outside the plan do not count',
      );
  }
  return {
    ...(id === undefined ? {} : { id: id as string | number }),
    planned: planned as number,
    scores: Array.isArray(scores) ? (scores as number[]) : [],
  };
}

function checkScore(
  score: unknown,
  index: number,
  standard: Standard | undefined,
  report: (code: string, pointer: string, zh: string, en: string) => void,
): void {
  const at = `/scores/${index}`;
  const most = standard?.points ?? 0;
  if (typeof score !== 'number' || !Number.isFinite(score))
    report('wrong-type', at, '得分应是数字', 'A score must be a number');
  else if (score < 0 || score > most)
    report('out-of-range', at, `得分应在 0 到 ${most} 之间`, `A score must be from 0 to ${most}`);
  else if (Math.abs(Math.round(score * 100) - score * 100) > 1e-6)
    report('too-precise', at, '得分最多两位小数', 'A score has at most two decimals');
}
