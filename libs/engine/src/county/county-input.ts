/** Owns reading a county's planned units and scores: whole hundredths, or located issues. */
import { type Issue, pointerTo } from '@yimen/config';

/** Scores in hundredths of a point: from here on only integers. */
export interface CountyInput {
  readonly planned: number;
  readonly hundredths: readonly number[];
}

export interface ReadCountyInput {
  readonly id?: string | number;
  /** Absent where there is an issue. */
  readonly value?: CountyInput;
  readonly issues: readonly Issue[];
}

type Report = (code: string, pointer: string, zh: string, en: string) => void;

/** Far above any county; keeps every product of the comparison with the grades an exact integer. */
const MOST_UNITS = 1_000_000;

/** Reads `{ id?, planned, scores }`; a score is from 0 to `points` with at most two decimals. */
export function readCountyInput(input: unknown, points: number): ReadCountyInput {
  const issues: Issue[] = [];
  const report: Report = (code, pointer, zh, en) =>
    issues.push({ code, severity: 'error', document: 'input', pointer, message: { zh, en } });
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const example = '{ "planned": 3, "scores": [83.4, 93.2] }';
    report('wrong-type', '', `应是 ${example} 这样的对象`, `An object like ${example} is expected`);
    return { issues };
  }
  const { id, planned, scores, ...rest } = input as Record<string, unknown>;
  reportUnknown(Object.keys(rest), report);
  const named = readId(id, report);
  const count = readPlanned(planned, report);
  const hundredths = readScores(scores, count, points, report);
  if (issues.length > 0 || count === undefined || !hundredths) return { ...named, issues };
  return { ...named, value: { planned: count, hundredths }, issues };
}

function reportUnknown(keys: readonly string[], report: Report): void {
  for (const key of keys)
    report(
      'unknown-key',
      pointerTo('', key),
      `不认识“${key}”，只能有 id、planned 和 scores`,
      `"${key}" is unknown; only id, planned and scores are read`,
    );
}

function readId(id: unknown, report: Report): { id?: string | number } {
  if (id === undefined) return {};
  if (typeof id === 'string' || typeof id === 'number') return { id };
  report('wrong-type', '/id', 'id 应是文字或数字', 'id must be a text or a number');
  return {};
}

function readPlanned(planned: unknown, report: Report): number | undefined {
  if (typeof planned === 'number' && Number.isInteger(planned) && planned >= 1 && planned <= MOST_UNITS) return planned;
  report(
    'bad-planned',
    '/planned',
    `下达的创建任务数应是 1 到 ${MOST_UNITS} 的整数`,
    `The number of planned units must be a whole number from 1 to ${MOST_UNITS}`,
  );
  return undefined;
}

function readScores(
  scores: unknown,
  planned: number | undefined,
  points: number,
  report: Report,
): readonly number[] | undefined {
  if (!Array.isArray(scores)) {
    report('wrong-type', '/scores', '应是得分的列表', 'A list of scores is expected');
    return undefined;
  }
  if (planned !== undefined && scores.length > planned)
    report(
      'too-many-scores',
      '/scores',
      `有 ${scores.length} 个得分，任务只有 ${planned} 个；任务外的平台不计入`,
      `There are ${scores.length} scores for ${planned} planned units; units outside the plan do not count`,
    );
  return scores.map((score, index) => readScore(score, `/scores/${index}`, points, report));
}

function readScore(score: unknown, at: string, points: number, report: Report): number {
  if (typeof score !== 'number') {
    report('wrong-type', at, '得分应是数字', 'A score must be a number');
    return 0;
  }
  if (score < 0 || score > points)
    report('out-of-range', at, `得分应在 0 到 ${points} 之间`, `A score must be from 0 to ${points}`);
  else if (Number(score.toFixed(2)) !== score)
    report('too-precise', at, '得分最多两位小数', 'A score has at most two decimals');
  return Math.round(score * 100);
}
