/** Owns JavaScript for conditions: as one expression, or as statements that keep every part for the trace. */
import type { Comparison, Condition } from '@yimen/config';
import { operators } from '../catalogue/operators.js';
import { isReference } from '../rule/condition.js';
import type { Writer } from './writer.js';

/** One expression with the result; named conditions are variables. */
export function emitCondition(condition: Condition, writer: Writer): string {
  if ('all' in condition) return `(${condition.all.map((inner) => emitCondition(inner, writer)).join(' && ')})`;
  if ('any' in condition) return `(${condition.any.map((inner) => emitCondition(inner, writer)).join(' || ')})`;
  if ('not' in condition) return `!${emitCondition(condition.not, writer)}`;
  if ('condition' in condition) return writer.condition(condition.condition);
  return `(${compare(condition, writer)})`;
}

function compare(comparison: Comparison, writer: Writer): string {
  const operator = operators.get(comparison.operator);
  if (!operator) throw new Error(`unknown operator ${comparison.operator}`);
  return operator.emit(left(comparison, writer), right(comparison, writer));
}

const at = (variable: string, path: string | undefined): string =>
  path === undefined ? variable : `ownPath(${variable}, ${JSON.stringify(path)})`;

const left = (comparison: Comparison, writer: Writer): string => at(writer.fact(comparison.fact), comparison.path);

function right({ value }: Comparison, writer: Writer): string {
  if (isReference(value)) return at(writer.fact(value.fact), value.path);
  return Array.isArray(value) ? writer.constant(value) : JSON.stringify(value);
}

export interface TracedCode {
  readonly statements: readonly string[];
  /** Variable that holds the result. */
  readonly result: string;
  /** Expression of the `ConditionTrace`. */
  readonly trace: string;
}

/** Statements that evaluate every part and an expression that tells all of it. */
export function emitTracedCondition(condition: Condition, writer: Writer): TracedCode {
  if ('all' in condition) return group('all', condition.all, ' && ', writer);
  if ('any' in condition) return group('any', condition.any, ' || ', writer);
  const result = writer.temporary();
  if ('not' in condition) {
    const inner = emitTracedCondition(condition.not, writer);
    return {
      statements: [...inner.statements, `const ${result} = !${inner.result};`],
      result,
      trace: `{ not: ${inner.trace}, result: ${result} }`,
    };
  }
  if ('condition' in condition) {
    const target = writer.program.conditions.get(condition.condition) as Condition;
    const inner = emitTracedCondition(target, writer);
    const trace = `{ condition: ${JSON.stringify(condition.condition)}, is: ${inner.trace}, result: ${inner.result} }`;
    return { statements: inner.statements, result: inner.result, trace };
  }
  return {
    statements: [`const ${result} = ${compare(condition, writer)};`],
    result,
    trace: leaf(condition, result, writer),
  };
}

function group(name: 'all' | 'any', conditions: readonly Condition[], sign: string, writer: Writer): TracedCode {
  const inner = conditions.map((condition) => emitTracedCondition(condition, writer));
  const result = writer.temporary();
  const statement = `const ${result} = ${inner.map((each) => each.result).join(sign)};`;
  return {
    statements: [...inner.flatMap((each) => each.statements), statement],
    result,
    trace: `{ ${name}: [${inner.map((each) => each.trace).join(', ')}], result: ${result} }`,
  };
}

function leaf(comparison: Comparison, result: string, writer: Writer): string {
  const { fact, path, operator, value } = comparison;
  const literal = typeof value === 'object' ? writer.constant(value) : JSON.stringify(value);
  const where = path === undefined ? '' : `path: ${JSON.stringify(path)}, `;
  return `{ fact: ${JSON.stringify(fact)}, ${where}operator: ${JSON.stringify(operator)}, value: ${literal}, actual: ${left(comparison, writer)} ?? null, expected: ${right(comparison, writer)} ?? null, result: ${result} }`;
}
