/** Owns the shapes of what evaluation answers. */
import type { DispositionId, Issue, OperatorId } from '@yimen/config';

/** Base facts by id, as `readFacts` returns them; an unanswered question is absent. */
export type Facts = Readonly<Record<string, unknown>>;

export type Status = 'complete' | 'incomplete' | 'invalid';
export type LineStatus = 'scored' | 'incomplete' | 'not-applicable';

/** Why points moved or a matter went its way. `points` is signed: what the rule added, or took. */
export interface Reason {
  readonly rule: string;
  readonly text: string;
  readonly clause: string;
  readonly points?: number;
}

export interface LineOutcome {
  readonly status: LineStatus;
  readonly score: number | null;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

export interface StandardOutcome {
  readonly status: Status;
  readonly total: number | null;
  readonly grade: string | null;
  readonly lines: Readonly<Record<string, LineOutcome>>;
  readonly issues: readonly Issue[];
}

export interface DeskOutcome {
  readonly status: Status;
  readonly disposition: DispositionId | null;
  readonly rule: string | null;
  readonly department: string | null;
  readonly dueInWorkingDays: number | null;
  /** Ids of papers required and not handed in, sorted. */
  readonly missing: readonly string[];
  readonly reasons: readonly Reason[];
  readonly issues: readonly Issue[];
}

/** What a desk says of a matter that it cannot decide. */
export const undecided = {
  disposition: null,
  rule: null,
  department: null,
  dueInWorkingDays: null,
  missing: [],
  reasons: [],
} satisfies Partial<DeskOutcome>;

export type Outcome = StandardOutcome | DeskOutcome;

/** One condition of the trace, every part evaluated whatever the others say. */
export type ConditionTrace =
  | { readonly all: readonly ConditionTrace[]; readonly result: boolean }
  | { readonly any: readonly ConditionTrace[]; readonly result: boolean }
  | { readonly not: ConditionTrace; readonly result: boolean }
  | { readonly condition: string; readonly is: ConditionTrace; readonly result: boolean }
  | {
      readonly fact: string;
      readonly path?: string;
      readonly operator: OperatorId;
      readonly value: unknown;
      /** The fact's value, null when blank. */
      readonly actual: unknown;
      /** What it was compared with, null when blank. */
      readonly expected: unknown;
      readonly result: boolean;
    };

export interface RuleTrace {
  readonly rule: string;
  readonly line?: string;
  readonly clause: string;
  readonly priority: number;
  readonly event: string;
  readonly fired: boolean;
  /** Signed points moved in a line that is scored. */
  readonly points?: number;
  readonly conditions: ConditionTrace;
}

export interface Trace {
  readonly rules: readonly RuleTrace[];
  /** Values of the derived facts; null when blank or not known yet. */
  readonly derived: Readonly<Record<string, unknown>>;
}

export type Traced<T extends Outcome = Outcome> = T & { readonly trace: Trace };

/** The bulk answer: hundredths of points in line order, -1 incomplete, -2 not applicable. */
export interface BulkScore {
  readonly status: 'complete' | 'incomplete';
  /** Hundredths, rounded half up; null when incomplete. */
  readonly total: number | null;
  readonly grade: string | null;
  readonly scores: readonly number[];
}

export interface EvaluateOptions {
  /** Language of the reason texts; Chinese where left out. */
  readonly lang?: 'zh' | 'en';
}

/** An edition ready to run. Synchronous, pure, without clock or input and output. */
export interface Evaluator {
  readonly evaluate: (facts: Facts, options?: EvaluateOptions) => Outcome;
  readonly trace: (facts: Facts, options?: EvaluateOptions) => Traced;
  /** A standard's scores without reasons, for bulk; a desk has none. */
  readonly score?: (facts: Facts) => BulkScore;
  /** `JSON.stringify(evaluate(facts))` of a standard, written directly. */
  readonly print?: (facts: Facts, options?: EvaluateOptions) => string;
}
