/** Owns running an edition's own cases: what each gives, and where that is not what it expects. */
import type { Edition, EditionCase } from '@yimen/config';
import { type Answer, evaluateInput } from '../evaluate-input.js';
import type { Evaluator } from '../outcome.js';
import { type Difference, differencesFrom } from './expectation.js';

export interface CaseResult {
  readonly id: string;
  readonly document: string;
  readonly pointer: string;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  readonly outcome: Answer;
}

/** Every case of the edition with its result, in document order. */
export const caseResults = (edition: Edition, { evaluator }: { readonly evaluator: Evaluator }): CaseResult[] =>
  edition.cases.map((each) => caseResultOf(edition, evaluator, each));

/** What one case gives. */
export function caseResultOf(
  edition: Edition,
  evaluator: Evaluator,
  { id, facts, expect, document, pointer }: EditionCase,
): CaseResult {
  const outcome = evaluateInput(edition, evaluator, { id, ...facts });
  const differences = differencesFrom(expect, outcome);
  return { id, document, pointer, passed: differences.length === 0, differences, outcome };
}
