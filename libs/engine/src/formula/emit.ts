/** Owns the step from typed formula to JavaScript. Names and data are placed by the caller; nothing typed becomes code. */
import { type Argument, type Expression, isExpression } from './expression.js';
import { isStrict } from './typing.js';

/** Where emitted code finds facts and data. */
export interface Places {
  /** The variable that holds a fact. */
  readonly fact: (id: string) => string;
  /** Puts data into the module once and returns the variable that holds it. */
  readonly constant: (data: unknown) => string;
}

/** JavaScript for an expression; `row` is the variable of the current row. */
export function emitExpression(expression: Expression, places: Places, row = ''): string {
  switch (expression.op) {
    case 'constant':
      return JSON.stringify(expression.value);
    case 'fact':
      return places.fact(expression.id);
    case 'cell':
      return `${row}[${JSON.stringify(expression.column)}]`;
    case 'call':
      return emitCall(expression, places, row);
  }
}

function emitCall({ fn, args }: Extract<Expression, { op: 'call' }>, places: Places, row: string): string {
  const lifted: string[] = [];
  const parts = args.map((argument, place) => {
    const code = emitArgument(argument, places, row);
    if (!isExpression(argument) || !argument.blank || !isStrict(fn, place)) return code;
    return `v${lifted.push(code)}`;
  });
  const body = fn.emit(parts, args, places.constant);
  if (lifted.length === 0) return body;
  return `lift((${lifted.map((_, index) => `v${index + 1}`).join(', ')}) => ${body}, ${lifted.join(', ')})`;
}

function emitArgument(argument: Argument, places: Places, row: string): string {
  if (isExpression(argument)) return emitExpression(argument, places, row);
  if (argument.op !== 'each') return '';
  const inner = `${row || 'row'}_`;
  return `(${inner}) => ${emitExpression(argument.body, places, inner)}`;
}
