/** Owns what a case expects: how it is taken from an outcome, and how an outcome differs from it. */
import type { Outcome, Status } from '../outcome.js';

/** The `expect` of a case; what it leaves out may be anything. */
export interface Expectation {
  readonly status?: Status;
  readonly total?: number | null;
  readonly grade?: string | null;
  /** Scores by line; null where the line has none. */
  readonly lines?: Readonly<Record<string, number | null>>;
  readonly disposition?: string | null;
  readonly rule?: string | null;
  readonly department?: string | null;
  readonly dueInWorkingDays?: number | null;
  readonly missing?: readonly string[];
}

/** Something that is not as expected; `what` is its path below `expect`. */
export interface Difference {
  readonly what: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** The expectation that an outcome meets exactly. `status` is written where it is not `complete`. */
export function expectationOf(outcome: Outcome): Expectation {
  const status = outcome.status === 'complete' ? {} : { status: outcome.status };
  if (outcome.status === 'invalid') return status;
  if ('lines' in outcome) {
    const scores = Object.entries(outcome.lines).map(([line, { score }]) => [line, score] as const);
    return { ...status, total: outcome.total, grade: outcome.grade, lines: Object.fromEntries(scores) };
  }
  const { disposition, rule, department, dueInWorkingDays, missing } = outcome;
  return { ...status, disposition, rule, department, dueInWorkingDays, missing };
}

/** Everything in which an outcome is not as expected; of answers that are refused, that alone. */
export function differencesFrom(expected: Readonly<Record<string, unknown>>, outcome: Outcome): Difference[] {
  if (outcome.status === 'invalid' && expected.status !== 'invalid')
    return [{ what: 'status', expected: expected.status ?? 'complete', got: outcome.status }];
  const answer = outcome as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(expected).flatMap(([what, value]) => {
    if (what === 'lines') return lineDifferences(value as Record<string, unknown>, outcome);
    return JSON.stringify(value) === JSON.stringify(answer[what]) ? [] : [{ what, expected: value, got: answer[what] }];
  });
}

function lineDifferences(expected: Readonly<Record<string, unknown>>, outcome: Outcome): Difference[] {
  const lines = 'lines' in outcome ? outcome.lines : {};
  return Object.entries(expected).flatMap(([line, score]) =>
    lines[line]?.score === score ? [] : [{ what: `lines/${line}`, expected: score, got: lines[line]?.score }],
  );
}
