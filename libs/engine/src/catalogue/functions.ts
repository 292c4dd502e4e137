/** Owns the list of formula functions, infix operators among them. */

import type { FormulaFunction } from '../formula/expression.js';
import { arithmetic } from './arithmetic.js';
import { checklistFunctions } from './checklist.js';
import { listFunctions } from './list.js';
import { logic } from './logic.js';
import { rowFunctions } from './rows.js';

const all: readonly FormulaFunction[] = [
  ...arithmetic,
  ...logic,
  ...rowFunctions,
  ...checklistFunctions,
  ...listFunctions,
];

/** Every formula function by id. */
export const functions: ReadonlyMap<string, FormulaFunction> = new Map(all.map((fn) => [fn.id, fn]));
