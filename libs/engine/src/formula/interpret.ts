/** Owns the reference meaning of a typed formula: a plain walk, independent of the compiled code. */
import { type Argument, type Expression, isExpression } from './expression.js';
import { isStrict } from './typing.js';

export type FactReader = (id: string) => unknown;
type Row = Readonly<Record<string, unknown>>;

/** The value of an expression; `undefined` is blank. */
export function interpret(expression: Expression, fact: FactReader, row?: Row): unknown {
  switch (expression.op) {
    case 'constant':
      return expression.value;
    case 'fact':
      return fact(expression.id);
    case 'cell':
      return row?.[expression.column];
    case 'call': {
      const values = expression.args.map((argument) => argumentValue(argument, fact, row));
      const blank = expression.args.some(
        (argument, place) => isExpression(argument) && isStrict(expression.fn, place) && values[place] === undefined,
      );
      return blank ? undefined : expression.fn.apply(values, expression.args);
    }
  }
}

function argumentValue(argument: Argument, fact: FactReader, row: Row | undefined): unknown {
  switch (argument.op) {
    case 'list':
      return argument.list.rows;
    case 'column':
      return argument.id;
    case 'each':
      return (each: Row) => interpret(argument.body, fact, each);
    default:
      return interpret(argument, fact, row);
  }
}
