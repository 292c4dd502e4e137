/** Owns the answer to one input document: reading, evaluating, and the refusal of what is not valid. */
import { type Edition, type Issue, readFacts } from '@yimen/config';
import {
  type DeskOutcome,
  type EvaluateOptions,
  type Evaluator,
  type Outcome,
  type StandardOutcome,
  undecided,
} from './outcome.js';

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

/** The JSON text of `evaluateInput`, and whether the input was valid; quicker for many inputs. */
export function printAnswer(
  edition: Edition,
  evaluator: Evaluator,
  input: unknown,
  options: AnswerOptions = {},
): { readonly text: string; readonly valid: boolean } {
  const { id, facts, issues } = readFacts(edition, input);
  if (evaluator.print && !options.trace && issues.length === 0) {
    const text = evaluator.print(facts, options);
    return { text: id === undefined ? text : `{"id":${JSON.stringify(id)},${text.slice(1)}`, valid: true };
  }
  const answer = evaluateInput(edition, evaluator, input, options);
  return { text: JSON.stringify(answer), valid: answer.status !== 'invalid' };
}

/** What an input that cannot be evaluated is answered. */
export function invalidOutcome(kind: Edition['kind'], issues: readonly Issue[]): Outcome {
  if (kind === 'standard')
    return { status: 'invalid', total: null, grade: null, lines: {}, issues } satisfies StandardOutcome;
  return { status: 'invalid', ...undecided, issues } satisfies DeskOutcome;
}
