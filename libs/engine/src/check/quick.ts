/** Owns the checks that need nothing run: cheap enough to follow every keystroke of an editor. */
import type { Edition, Issue } from '@yimen/config';
import type { Program } from '../program/program.js';
import { checkAmounts } from './amounts.js';
import { checkBands } from './bands.js';
import { checkClauses } from './clauses.js';
import { checkPersonal } from './personal.js';
import { checkPoints } from './points.js';
import type { QuickCheck } from './subject.js';
import { checkUsage } from './usage.js';

/** Most basic first. */
export const quickChecks: readonly QuickCheck[] = [
  checkPoints,
  checkBands,
  checkAmounts,
  checkUsage,
  checkPersonal,
  checkClauses,
];

/** What `check` says of an edition before it runs or proves anything, in the same order. */
export const quickCheck = (edition: Edition, program: Program): Issue[] =>
  quickChecks.flatMap((each) => each({ edition, program }));
