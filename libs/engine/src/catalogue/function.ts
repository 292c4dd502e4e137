/** Owns what a formula function declares: one declaration feeds typing, interpreter, compiler and editor. */
import type { FactType, LocalizedText } from '@yimen/config';
import type { Argument, Expression } from '../formula/expression.js';

/** What may stand at a place in a call. `condition` and `amount` are computed for each row of the first argument. */
export type ParameterKind =
  | 'any'
  | 'boolean'
  | 'number'
  | 'text'
  | 'checklist'
  | 'rows'
  | 'collection'
  | 'choice'
  | 'list'
  | 'column'
  | 'condition'
  | 'amount';

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly optional?: true;
  /** The last parameter may be given any number of times, at least once. */
  readonly rest?: true;
}

// biome-ignore lint/suspicious/noExplicitAny: typing has checked every value against the parameters before.
export type Values = readonly any[];

export type Inferred = { readonly type: FactType; readonly blank?: boolean };
export type Complaint = { readonly complaint: LocalizedText };

export interface FormulaFunction {
  /** As written in formulas; infix operators have one too. */
  readonly id: string;
  readonly label: LocalizedText;
  /** The sign of an infix operator; it is not callable by name. */
  readonly sign?: string;
  readonly parameters: readonly Parameter[];
  /** Places whose blank value makes the result blank; all of them where left out. */
  readonly strict?: (place: number) => boolean;
  /** The result's type from the typed arguments, or why they do not fit. */
  readonly infer: (args: readonly Argument[]) => Inferred | Complaint;
  /** The meaning. Arguments are values; an `each` is a function of the row, a list is its rows. */
  readonly apply: (values: Values, args: readonly Argument[]) => unknown;
  /** The same meaning as JavaScript; `constant` places data in the module and returns its name. */
  readonly emit: (parts: readonly string[], args: readonly Argument[], constant: (data: unknown) => string) => string;
}

export const complain = (zh: string, en: string): Complaint => ({ complaint: { zh, en } });

/** The n-th argument as an expression; typing has made sure that it is one. */
export function expressionAt(args: readonly Argument[], place: number): Expression {
  const argument = args[place];
  if (argument?.op === 'each') return argument.body;
  if (argument === undefined || argument.op === 'list' || argument.op === 'column')
    throw new TypeError(`argument ${place} is not an expression`);
  return argument;
}
