/** Owns the list of formula functions, infix operators among them. */

import type { FormulaFunction } from '../formula/expression.js';
import { arithmetic } from './arithmetic.js';
import { collections } from './collection.js';
import { logic } from './logic.js';

const all: readonly FormulaFunction[] = [...arithmetic, ...logic, ...collections];

/** Every formula function by id. */
export const functions: ReadonlyMap<string, FormulaFunction> = new Map(all.map((fn) => [fn.id, fn]));
