/** Owns judging a stored sheet by the draft of a standard: totals, grades, and the lines between them. */
import { type Program, totalRange } from '@yimen/engine';
import type { OpenedEdition } from '../editions/edition-version.js';
import type { Cause, Judge, Verdict } from './judged.js';
import { INCOMPLETE, NOT_APPLICABLE, sheetReader } from './stored-sheet.js';

/** A judge of the records that are pinned to one version. A line that only one of both knows counts nothing in the other. */
export function standardJudge({ evaluator, program }: OpenedEdition, pinned: Program): Judge {
  const [read, rangeOf] = [sheetReader(pinned), totalRange(program)];
  const then = pinned.lines.map(({ line }) => line.id);
  const lines = program.lines.map(({ line: { id } }) => ({ id, place: then.indexOf(id) }));
  const retired = then.flatMap((id, place) => (lines.some((line) => line.id === id) ? [] : [{ id, place }]));
  return (facts, outcome) => {
    const [stored, score] = [read(outcome), evaluator.score?.(facts)];
    if (!stored || !score) return undefined;
    const causes: Cause[] = [];
    for (let index = 0; index < lines.length; index += 1) {
      const { id, place } = lines[index] as (typeof lines)[number];
      const cause = causeOf(id, stored.scores[place], score.scores[index] as number);
      if (cause) causes.push(cause);
    }
    for (const { id, place } of retired) {
      const points = pointsOf(stored.scores[place]);
      if (points !== 0) causes.push({ id, points: -points, open: false });
    }
    const before: Verdict = { low: stored.total, high: stored.total, result: stored.grade };
    const { low, high, grade } = rangeOf(score);
    const after: Verdict = { low, high, result: grade };
    return { before, after, causes, changed: causes.length > 0 || !same(before, after) };
  };
}

const same = (before: Verdict, after: Verdict): boolean =>
  before.low === after.low && before.high === after.high && before.result === after.result;

/** What a line makes different, between its score then, if there was the line, and the score by the draft. */
function causeOf(id: string, was: number | undefined, is: number): Cause | undefined {
  if (is === INCOMPLETE) return { id, points: 0, open: true };
  const points = pointsOf(is) - pointsOf(was);
  const applied = was === undefined ? is !== NOT_APPLICABLE : was !== NOT_APPLICABLE;
  return points === 0 && applied === (is !== NOT_APPLICABLE) ? undefined : { id, points, open: false };
}

const pointsOf = (score: number | undefined): number => (score === undefined || score < 0 ? 0 : score);
