/** Owns telling the shape of a condition: its parts, and whether two say the same. */
import { type Condition, canonicalJson } from '@yimen/config';
import { isComparison } from '../rule/condition.js';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The conditions that must all hold, groups of one and groups of the same kind taken apart. */
export function conjuncts(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(conjuncts);
  if ('any' in condition && condition.any.length === 1) return conjuncts(condition.any[0] as Condition);
  return [condition];
}

/** The group in which all of these hold; a single group stands for itself. */
export function together(conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  return conditions.length === 1 && only && !isComparison(only) ? only : { all: conditions };
}

/** The condition as a rule may have it on top: a group. */
export const grouped = (condition: Condition): Condition =>
  isComparison(condition) ? { all: [condition] } : condition;

/** Whether two conditions say the same, however they are grouped. */
export const sameCondition = (a: Condition, b: Condition): boolean => sameJson(plain(a), plain(b));

export const sameJson = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

function plain(condition: Condition): unknown {
  const parts = conjuncts(condition);
  if (parts.length > 1) return { all: parts.map(plain) };
  const [only] = parts;
  if (only === undefined || isComparison(only)) return only ?? null;
  if ('any' in only) return { any: only.any.map(plain) };
  return 'not' in only ? { not: plain(only.not) } : only;
}

/** Whether a value is a condition whose every part is written: the types are checked where the edition is compiled. */
export function isFinished(value: unknown, depth = 0): value is Condition {
  if (!isObject(value) || depth > 20) return false;
  for (const key of ['all', 'any'] as const) {
    const inner: unknown = Reflect.get(value, key);
    if (inner !== undefined)
      return Array.isArray(inner) && inner.length > 0 && inner.every((each) => isFinished(each, depth + 1));
  }
  if ('not' in value) return isFinished(value.not, depth + 1);
  if ('condition' in value) return typeof value.condition === 'string' && value.condition !== '';
  const { fact, operator, value: right } = value as Partial<Record<'fact' | 'operator' | 'value', unknown>>;
  const named = [fact, operator].every((each) => typeof each === 'string' && each !== '');
  return named && right !== undefined && right !== null && !Number.isNaN(right);
}

/** The facts of a condition's comparisons, named conditions not followed. */
export function factsNamed(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(factsNamed);
  if ('any' in condition) return condition.any.flatMap(factsNamed);
  if ('not' in condition) return factsNamed(condition.not);
  if ('condition' in condition) return [];
  const { fact, value } = condition;
  return [fact, ...(isObject(value) && 'fact' in value ? [value.fact] : [])];
}
