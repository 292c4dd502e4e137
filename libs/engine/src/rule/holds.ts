/** Owns the interpreted meaning of a condition, beside json-rules-engine's own and the compiled one. */
import type { Comparison, Condition } from '@yimen/config';
import { operators } from '../catalogue/operators.js';
import type { FactReader } from '../formula/interpret.js';
import { ownPath } from '../runtime/runtime.js';
import { isReference } from './condition.js';

/** Whether a condition holds for given facts. */
export function holds(condition: Condition, fact: FactReader, named: ReadonlyMap<string, Condition>): boolean {
  if ('all' in condition) return condition.all.every((inner) => holds(inner, fact, named));
  if ('any' in condition) return condition.any.some((inner) => holds(inner, fact, named));
  if ('not' in condition) return !holds(condition.not, fact, named);
  if ('condition' in condition) {
    const target = named.get(condition.condition);
    return target !== undefined && holds(target, fact, named);
  }
  return compares(condition, fact);
}

function compares({ fact: id, path, operator, value }: Comparison, fact: FactReader): boolean {
  const left = path === undefined ? fact(id) : ownPath(fact(id), path);
  const right = !isReference(value)
    ? value
    : value.path === undefined
      ? fact(value.fact)
      : ownPath(fact(value.fact), value.path);
  return operators.get(operator)?.holds(left, right) ?? false;
}
