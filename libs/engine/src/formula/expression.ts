/** Owns the typed form of a formula, which interpreter, compiler and checks all walk. */
import type { FactType, List } from '@yimen/config';
import type { FormulaFunction } from '../catalogue/function.js';

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
