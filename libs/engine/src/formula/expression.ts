/** Owns the typed form of a formula, which interpreter, compiler and checks all walk, and what a function declares. */
import type { FactType, List, LocalizedText } from '@yimen/config';

export type Expression =
  | {
      readonly op: 'constant';
      readonly value: number | string | boolean;
      readonly type: FactType;
      readonly blank: false;
    }
  | { readonly op: 'fact'; readonly id: string; readonly type: FactType; readonly blank: boolean }
  | { readonly op: 'cell'; readonly column: string; readonly type: FactType; readonly blank: boolean }
  | {
      readonly op: 'call';
      readonly fn: FormulaFunction;
      readonly args: readonly Argument[];
      readonly type: FactType;
      readonly blank: boolean;
    };

/** What a function may be given: a value, something computed for each row, a list, or a column's name. */
export type Argument =
  | Expression
  | { readonly op: 'each'; readonly body: Expression }
  | { readonly op: 'list'; readonly list: List }
  | { readonly op: 'column'; readonly id: string };

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
  /** Places whose value may come out as it is; none where left out. */
  readonly repeats?: (place: number) => boolean;
  /** The result's type from the typed arguments, or why they do not fit. */
  readonly infer: (args: readonly Argument[]) => Inferred | Complaint;
  /** The meaning. Arguments are values; an `each` is a function of the row, a list is its rows. */
  readonly apply: (values: Values, args: readonly Argument[]) => unknown;
  /** The same meaning as JavaScript; `constant` places data in the module and returns its name. */
  readonly emit: (parts: readonly string[], args: readonly Argument[], constant: (data: unknown) => string) => string;
}

export const isExpression = (argument: Argument): argument is Expression =>
  argument.op === 'constant' || argument.op === 'fact' || argument.op === 'cell' || argument.op === 'call';

/** Calls `visit` for the expression and everything inside it. */
export function walk(expression: Expression, visit: (inner: Expression) => void): void {
  visit(expression);
  if (expression.op !== 'call') return;
  for (const argument of expression.args) {
    if (isExpression(argument)) walk(argument, visit);
    else if (argument.op === 'each') walk(argument.body, visit);
  }
}

/** The facts an expression reads directly. */
export function factsOf(expression: Expression): Set<string> {
  const facts = new Set<string>();
  walk(expression, (inner) => {
    if (inner.op === 'fact') facts.add(inner.id);
  });
  return facts;
}
