/** Owns the answer to one input document: reading, evaluating, and the refusal of what is not valid. */
import { type Edition, type Issue, readFacts } from '@yimen/config';
import type { DeskOutcome, EvaluateOptions, Evaluator, Outcome, StandardOutcome } from './outcome.js';

/** An outcome with the input's own id, as the command line and the API print it. */
export type Answer = { readonly id?: string | number } & Outcome;

export interface AnswerOptions extends EvaluateOptions {
  readonly trace?: boolean;
}

/** Evaluates `{ id?, <form>: {…} }`. Invalid input gives `status: "invalid"` with located issues and nothing else. */
export function evaluateInput(
  edition: Edition,
  evaluator: Evaluator,
  input: unknown,
  options: AnswerOptions = {},
): Answer {
  const { id, facts, issues } = readFacts(edition, input);
  const named = id === undefined ? {} : { id };
  if (issues.some((issue) => issue.severity === 'error')) return { ...named, ...invalidOutcome(edition.kind, issues) };
  const outcome = options.trace ? evaluator.trace(facts, options) : evaluator.evaluate(facts, options);
  return { ...named, ...outcome, issues: issues.length === 0 ? outcome.issues : [...issues, ...outcome.issues] };
}

/** What an input that cannot be evaluated is answered. */
export function invalidOutcome(kind: Edition['kind'], issues: readonly Issue[]): Outcome {
  if (kind === 'standard')
    return { status: 'invalid', total: null, grade: null, lines: {}, issues } satisfies StandardOutcome;
  const none: DeskOutcome = {
    status: 'invalid',
    disposition: null,
    rule: null,
    department: null,
    dueInWorkingDays: null,
    missing: [],
    reasons: [],
    issues,
  };
  return none;
}
