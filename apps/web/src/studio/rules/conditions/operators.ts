/** Owns which comparisons a row offers, and what its value is when the comparison changes. */
import type { Comparison, FactReference, FactType, Scalar } from '@yimen/config';
import { type Operator, operators } from '@yimen/engine';
import { typeCondition } from '@yimen/engine/editing';
import { type FactDictionary, operandAt, typedFacts } from '../fact-dictionary';
import { fieldOf, partsOf } from './field-name';
import type { Row } from './query';

/** Orders first for numbers: a threshold is what they are mostly asked for. */
const numbersFirst = ['greaterThanInclusive', 'greaterThan', 'lessThanInclusive', 'lessThan', 'equal', 'notEqual'];

/** The operators for a type, the most useful first. Sets of yes and no say nothing that one of them does not. */
export function operatorsFor(type: FactType): Operator[] {
  const fitting = [...operators.values()].filter(({ left }) => left.includes(type.kind));
  if (type.kind === 'boolean') return fitting.filter(({ right }) => right === 'one');
  if (type.kind !== 'number') return fitting;
  const rest = fitting.filter(({ id }) => !numbersFirst.includes(id));
  return [...numbersFirst.flatMap((id) => operators.get(id) ?? []), ...rest];
}

/** The operators that a row offers: those of its fact, and the one it has. */
export function offeredOperators(row: Pick<Row, 'field' | 'operator'>, dictionary: FactDictionary): Operator[] {
  const parts = partsOf(row.field);
  const operand = parts && operandAt(parts, dictionary);
  const offered = operand ? operatorsFor(operand.type) : [];
  const present = operators.get(row.operator);
  return present && !offered.includes(present) ? [...offered, present] : offered;
}

/** The operator of a new row: yes or no, one of the choices, an item of a checklist, a threshold. */
export const firstOperator = (field: string, dictionary: FactDictionary): string =>
  offeredOperators({ field, operator: '' }, dictionary)[0]?.id ?? '';

/** The value of a new row, where one is as good as certain. */
export function firstValue(field: string, dictionary: FactDictionary): Scalar | undefined {
  const parts = partsOf(field);
  return parts && operandAt(parts, dictionary)?.type.kind === 'boolean' ? true : undefined;
}

/** What a new condition says until somebody says better: of the first fact for which something right is at hand. */
export function firstComparison(dictionary: FactDictionary): Comparison | undefined {
  const facts = typedFacts(dictionary);
  for (const [fact, { type }] of facts) {
    const value = likelyValue(type);
    if (value === undefined) continue;
    const comparison = { fact, operator: firstOperator(fact, dictionary) as Operator['id'], value };
    if (typeCondition(comparison, facts, '', '').length === 0) return comparison;
  }
  return undefined;
}

function likelyValue(type: FactType): Scalar | undefined {
  if (type.kind === 'boolean') return true;
  if (type.kind === 'number') return type.minimum ?? 0;
  return type.kind === 'choice' || type.kind === 'checklist' ? type.choices[0]?.id : undefined;
}

/** The value of a row under another operator: one becomes a list of one, a list its first. */
export function valueUnder(operator: string, value: unknown): unknown {
  const several = operators.get(operator)?.right === 'several';
  if (several === Array.isArray(value) || value === undefined) return value;
  return Array.isArray(value) ? value[0] : [value];
}

/** Says of another fact whether the type rules let it be compared with. */
export function comparableWith(
  left: FactReference,
  operator: string,
  dictionary: FactDictionary,
): (right: FactReference) => boolean {
  const facts = typedFacts(dictionary);
  return (right) => {
    if (fieldOf(left) === fieldOf(right) || !operandAt(right, dictionary)) return false;
    const comparison = { ...left, operator: operator as Operator['id'], value: right };
    return typeCondition(comparison, facts, '', '').length === 0;
  };
}
