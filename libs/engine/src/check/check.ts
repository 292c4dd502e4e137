/** Owns the list of checks that the command line, the editor and the publish gate share. */
import type { Edition, Issue } from '@yimen/config';
import type { Evaluator } from '../outcome.js';
import type { Program } from '../program/program.js';
import { checkAmounts } from './amounts.js';
import { checkBands } from './bands.js';
import { checkCases } from './cases.js';
import { checkClauses } from './clauses.js';
import { checkDisposition } from './disposition.js';
import { checkFiring } from './firing.js';
import { checkPatterns } from './patterns.js';
import { checkPersonal } from './personal.js';
import { checkPoints } from './points.js';
import type { Check } from './subject.js';
import { checkUsage } from './usage.js';

export interface CheckOptions {
  /** Combinations of answers a proof may try; what it cannot finish within them it says. */
  readonly budget?: number;
}

const checks: readonly Check[] = [
  checkPoints,
  checkBands,
  checkAmounts,
  checkUsage,
  checkPersonal,
  checkClauses,
  checkPatterns,
  checkFiring,
  checkDisposition,
  checkCases,
];

const BUDGET = 500_000;

/** Everything there is to say about a compiled edition, most basic first. Errors of types are found by `compile`. */
export function check(
  edition: Edition,
  compiled: { readonly program: Program; readonly evaluator: Evaluator },
  options: CheckOptions = {},
): Issue[] {
  const subject = {
    edition,
    program: compiled.program,
    evaluator: compiled.evaluator,
    budget: options.budget ?? BUDGET,
  };
  return checks.flatMap((each) => each(subject));
}
