/** Owns the small steps that the declarations of formula functions share. */
import type { Argument, Complaint, Expression } from '../formula/expression.js';

export const complain = (zh: string, en: string): Complaint => ({ complaint: { zh, en } });

/** The n-th argument as an expression; typing has made sure that it is one. */
export function expressionAt(args: readonly Argument[], place: number): Expression {
  const argument = args[place];
  if (argument?.op === 'each') return argument.body;
  if (argument === undefined || argument.op === 'list' || argument.op === 'column')
    throw new TypeError(`argument ${place} is not an expression`);
  return argument;
}
