/** Owns the step from syntax to typed expression: names, kinds of arguments, row scope. Never throws for bad formulas. */
import type { Column, FactType, List } from '@yimen/config';
import { functions } from '../catalogue/functions.js';
import type { FormulaFunction, Parameter } from './expression.js';
import { type Argument, type Expression, isExpression } from './expression.js';
import type { Span } from './positions.js';
import { type FormulaFault, parseFormula, type Syntax } from './syntax.js';
import { booleanType, isValue, kindName, numberType, textType } from './type.js';

/** What a formula may name. A fact that could not be typed itself answers `failed`, so that one error stays one. */
export interface Scope {
  readonly fact: (id: string) => { readonly type: FactType; readonly blank: boolean } | 'failed' | undefined;
  readonly lists: ReadonlyMap<string, List>;
}

/** A failure without a message is caused by another formula's failure. */
export type Untyped = { readonly ok: false } & Partial<FormulaFault>;
export type Typed = { readonly ok: true; readonly expression: Expression } | Untyped;

type Columns = ReadonlyMap<string, Column> | undefined;

/** Types a formula; a fault says where in the text it is. */
export function typeFormula(text: string, scope: Scope): Typed {
  const parsed = parseFormula(text);
  return parsed.ok ? typeSyntax(parsed.syntax, scope, undefined) : parsed;
}

const fail = (at: Span | undefined, zh: string, en: string): Untyped => ({
  ok: false,
  message: { zh, en },
  ...(at ? { at } : {}),
});

function typeSyntax(syntax: Syntax, scope: Scope, columns: Columns): Typed {
  switch (syntax.type) {
    case 'constant':
      return {
        ok: true,
        expression: { op: 'constant', value: syntax.value, type: typeOfConstant(syntax.value), blank: false },
      };
    case 'name':
      return typeName(syntax.name, syntax.at, scope, columns);
    case 'call':
      return typeCall(syntax, scope, columns);
  }
}

function typeOfConstant(value: number | string | boolean): FactType {
  if (typeof value === 'number') return numberType(Number.isInteger(value), value, value);
  return typeof value === 'boolean' ? booleanType : textType;
}

function typeName(name: string, at: Span | undefined, scope: Scope, columns: Columns): Typed {
  const column = columns?.get(name);
  if (column) return { ok: true, expression: { op: 'cell', column: name, type: column.type, blank: !column.required } };
  const fact = scope.fact(name);
  if (fact === 'failed') return { ok: false, ...(at ? { at } : {}) };
  if (fact) return { ok: true, expression: { op: 'fact', id: name, ...fact } };
  return fail(at, `没有名为“${name}”的问题或推导量`, `There is no question or derived fact named "${name}"`);
}

function typeCall({ name, args, at }: Call, scope: Scope, columns: Columns): Typed {
  const fn = functions.get(name);
  if (!fn) return fail(nameOf(name, at), `没有名为“${name}”的函数`, `There is no function named "${name}"`);
  const required = fn.parameters.filter((parameter) => !parameter.optional).length;
  const most = fn.parameters.at(-1)?.rest ? Infinity : fn.parameters.length;
  if (args.length < required || args.length > most) {
    return fail(
      at,
      `${fn.sign ?? fn.id} 需要 ${required === most ? required : `${required} 个以上`}个参数`,
      `${fn.sign ?? fn.id} takes ${required === most ? required : `at least ${required}`} argument(s)`,
    );
  }
  const typed: Argument[] = [];
  for (const [place, argument] of args.entries()) {
    const result = typeArgument(fn, parameterAt(fn, place), argument, scope, typed[0], columns);
    if (!result.ok) return result;
    typed.push(result.argument);
  }
  return finishCall(fn, typed, at);
}

type Call = Extract<Syntax, { type: 'call' }>;

/** Where a call's name stands: a call begins with it. */
const nameOf = (name: string, at: Span | undefined): Span | undefined =>
  at && { start: at.start, end: at.start + name.length };

const parameterAt = (fn: FormulaFunction, place: number): Parameter =>
  fn.parameters[Math.min(place, fn.parameters.length - 1)] as Parameter;

type TypedArgument = { readonly ok: true; readonly argument: Argument } | Untyped;

function typeArgument(
  fn: FormulaFunction,
  parameter: Parameter,
  syntax: Syntax,
  scope: Scope,
  first: Argument | undefined,
  columns: Columns,
): TypedArgument {
  if (parameter.kind === 'list') return typeList(syntax, scope);
  if (parameter.kind === 'column') return typeColumn(syntax, first);
  const each = parameter.kind === 'condition' || parameter.kind === 'amount';
  const typed = typeSyntax(syntax, scope, each ? columnsOf(first) : columns);
  if (!typed.ok) return typed;
  if (!fits(parameter, typed.expression)) {
    const place = fn.sign ?? fn.id;
    const got = kindName(typed.expression.type.kind);
    return fail(syntax.at, `${place} 不能用于${got.zh}`, `${place} does not take a ${got.en} here`);
  }
  return { ok: true, argument: each ? { op: 'each', body: typed.expression } : typed.expression };
}

function typeList(syntax: Syntax, scope: Scope): TypedArgument {
  const list = syntax.type === 'name' ? scope.lists.get(syntax.name) : undefined;
  if (list) return { ok: true, argument: { op: 'list', list } };
  const name = syntax.type === 'name' ? syntax.name : '';
  return fail(syntax.at, `没有名为“${name}”的清单`, `There is no list named "${name}"`);
}

function typeColumn(syntax: Syntax, first: Argument | undefined): TypedArgument {
  const name = syntax.type === 'name' ? syntax.name : '';
  const known = first?.op === 'list' && (first.list.columns.has(name) || name === 'required');
  if (known) return { ok: true, argument: { op: 'column', id: name } };
  return fail(syntax.at, `清单里没有“${name}”这一列`, `The list has no column "${name}"`);
}

/** The names that stand for columns while something is computed for each row. */
function columnsOf(first: Argument | undefined): Columns {
  if (first?.op === 'list') return first.list.columns;
  return first && isExpression(first) && first.type.kind === 'rows' ? first.type.columns : undefined;
}

function fits({ kind }: Parameter, expression: Expression): boolean {
  const actual = expression.type.kind;
  switch (kind) {
    case 'any':
      return isValue(expression.type);
    case 'collection':
      return actual === 'rows' || actual === 'checklist' || actual === 'files';
    case 'condition':
      return actual === 'boolean';
    case 'amount':
      return actual === 'number';
    case 'choice':
      return actual === 'choice' || (expression.op === 'constant' && actual === 'text');
    default:
      return actual === kind;
  }
}

function finishCall(fn: FormulaFunction, args: readonly Argument[], at: Span | undefined): Typed {
  const inferred = fn.infer(args);
  if ('complaint' in inferred) return fail(at, inferred.complaint.zh, inferred.complaint.en);
  const strictBlank = args.some((argument, place) => isExpression(argument) && argument.blank && isStrict(fn, place));
  return {
    ok: true,
    expression: { op: 'call', fn, args, type: inferred.type, blank: strictBlank || (inferred.blank ?? false) },
  };
}

/** Whether a blank argument at this place makes the call blank. */
export const isStrict = (fn: FormulaFunction, place: number): boolean => fn.strict?.(place) ?? true;
