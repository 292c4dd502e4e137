/** Owns the list of checks that the command line, the editor and the publish gate share. */
import type { Edition, Issue } from '@yimen/config';
import type { Evaluator } from '../outcome.js';
import type { Program } from '../program/program.js';
import { checkCases } from './cases.js';
import { checkDisposition } from './disposition.js';
import { checkFiring } from './firing.js';
import { checkPatterns } from './patterns.js';
import { quickChecks } from './quick.js';
import type { Part, Proof, Subject } from './subject.js';

export interface CheckOptions {
  /** Combinations of answers a proof may try; what it cannot finish within them it says. */
  readonly budget?: number;
  /** Told after every piece of the work: a quick check, a pattern, a rule, a case. */
  readonly onProgress?: (done: number, total: number) => void;
  /**
   * Asked now and then, in the middle of a proof too: once it answers true, proofs end where they are and say that
   * they did. A caller that has a clock bounds the time with it.
   */
  readonly stop?: () => boolean;
}

const proofs: readonly Proof[] = [checkPatterns, checkFiring, checkDisposition, checkCases];

const BUDGET = 500_000;

/** Everything there is to say about a compiled edition, most basic first. Errors of types are found by `compile`. */
export function check(
  edition: Edition,
  compiled: { readonly program: Program; readonly evaluator: Evaluator },
  { budget = BUDGET, stop = () => false, onProgress = () => {} }: CheckOptions = {},
): Issue[] {
  const { program, evaluator } = compiled;
  const parts = partsOf({ edition, program, evaluator, budget, stop });
  return parts.flatMap((part, index) => {
    const issues = part();
    onProgress(index + 1, parts.length);
    return issues;
  });
}

const partsOf = (subject: Subject): readonly Part[] => [
  ...quickChecks.map((each) => () => each(subject)),
  ...proofs.flatMap((each) => each(subject)),
];
