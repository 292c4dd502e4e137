/** Owns walking over condition trees. */
import type { Comparison, Condition, FactReference } from '@yimen/config';

export const isComparison = (condition: Condition): condition is Comparison => 'fact' in condition;

export const isReference = (value: Comparison['value']): value is FactReference =>
  typeof value === 'object' && !Array.isArray(value);

/** Calls `visit` with every condition and its pointer below `pointer`. */
export function walkCondition(
  condition: Condition,
  pointer: string,
  visit: (inner: Condition, pointer: string) => void,
): void {
  visit(condition, pointer);
  if ('all' in condition)
    for (const [index, inner] of condition.all.entries()) walkCondition(inner, `${pointer}/all/${index}`, visit);
  else if ('any' in condition)
    for (const [index, inner] of condition.any.entries()) walkCondition(inner, `${pointer}/any/${index}`, visit);
  else if ('not' in condition) walkCondition(condition.not, `${pointer}/not`, visit);
}

/** The facts a condition reads, named conditions followed. */
export function conditionFacts(condition: Condition, named: ReadonlyMap<string, Condition>): Set<string> {
  const facts = new Set<string>();
  const seen = new Set<string>();
  const visit = (inner: Condition): void => {
    if (isComparison(inner)) {
      facts.add(inner.fact);
      if (isReference(inner.value)) facts.add(inner.value.fact);
    } else if ('condition' in inner && !seen.has(inner.condition)) {
      seen.add(inner.condition);
      const target = named.get(inner.condition);
      if (target) walkCondition(target, '', visit);
    }
  };
  walkCondition(condition, '', visit);
  return facts;
}
