/** Owns judging a stored sheet by the draft of a standard: totals, grades, and the lines between them. */
import type { StandardOutcome } from '@yimen/contracts';
import { type Program, totalRange } from '@yimen/engine';
import type { OpenedEdition } from '../editions/edition-version.js';
import type { Cause, Judge, Verdict } from './judged.js';

/** What a bulk score says of a line instead of points. */
const OPEN = -1;
const NOT_APPLICABLE = -2;

type StoredLine = StandardOutcome['lines'][string];

/** A judge of the records that are pinned to one version. A line that only one of both knows counts nothing in the other. */
export function standardJudge({ evaluator, program }: OpenedEdition, pinned: Program): Judge {
  const rangeOf = totalRange(program);
  const known = new Set(pinned.lines.map(({ line }) => line.id));
  const lines = program.lines.map(({ line }) => ({ id: line.id, known: known.has(line.id) }));
  const retired = [...known].filter((id) => !lines.some((line) => line.id === id));
  return (facts, outcome) => {
    const score = evaluator.score?.(facts);
    if (!score || !isStandard(outcome)) return undefined;
    const causes: Cause[] = [];
    for (let index = 0; index < lines.length; index += 1) {
      const { id, known } = lines[index] as (typeof lines)[number];
      const cause = causeOf(id, known ? outcome.lines[id] : undefined, score.scores[index] as number);
      if (cause) causes.push(cause);
    }
    for (const id of retired) {
      const points = pointsOf(outcome.lines[id]);
      if (points !== 0) causes.push({ id, points: -points, open: false });
    }
    const [before, { low, high, grade }] = [storedVerdict(outcome), rangeOf(score)];
    const after: Verdict = { low, high, result: grade };
    return { before, after, causes, changed: causes.length > 0 || !same(before, after) };
  };
}

const same = (before: Verdict, after: Verdict): boolean =>
  before.low === after.low && before.high === after.high && before.result === after.result;

function causeOf(id: string, was: StoredLine | undefined, score: number): Cause | undefined {
  if (score === OPEN) return { id, points: 0, open: true };
  const applies = score !== NOT_APPLICABLE;
  const points = (applies ? score : 0) - pointsOf(was);
  const applied = was === undefined ? applies : was.status !== 'not-applicable';
  return points === 0 && applied === applies ? undefined : { id, points, open: false };
}

const pointsOf = (line: StoredLine | undefined): number =>
  typeof line?.score === 'number' ? Math.round(line.score * 100) : 0;

function storedVerdict({ total, grade }: StandardOutcome): Verdict {
  const hundredths = typeof total === 'number' ? Math.round(total * 100) : null;
  return { low: hundredths, high: hundredths, result: typeof grade === 'string' ? grade : null };
}

function isStandard(outcome: unknown): outcome is StandardOutcome {
  if (typeof outcome !== 'object' || outcome === null || !('lines' in outcome)) return false;
  return typeof outcome.lines === 'object' && outcome.lines !== null;
}
