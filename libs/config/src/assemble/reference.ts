/** Owns which names a condition or an event's parameters mention, and where. */
import type { Condition, FactReference } from '../document/rule.js';
import { pointerTo } from '../json/pointer.js';

/** A name at a place. `leaf` marks one that stands for a whole comparison or named condition. */
export interface Reference {
  readonly kind: 'fact' | 'condition';
  readonly id: string;
  readonly pointer: string;
  readonly leaf?: boolean;
}

/** The facts and named conditions a condition mentions, in document order. */
export function conditionReferences(condition: Condition, pointer: string): Reference[] {
  if ('all' in condition) return groupReferences(condition.all, pointerTo(pointer, 'all'));
  if ('any' in condition) return groupReferences(condition.any, pointerTo(pointer, 'any'));
  if ('not' in condition) return conditionReferences(condition.not, pointerTo(pointer, 'not'));
  if ('condition' in condition) {
    return [{ kind: 'condition', id: condition.condition, pointer: pointerTo(pointer, 'condition'), leaf: true }];
  }
  const { fact, value } = condition;
  return [{ kind: 'fact', id: fact, pointer: pointerTo(pointer, 'fact'), leaf: true }, ...factsIn({ value }, pointer)];
}

const groupReferences = (conditions: readonly Condition[], pointer: string): Reference[] =>
  conditions.flatMap((condition, index) => conditionReferences(condition, pointerTo(pointer, index)));

/** The facts that `{ fact }` values of an object mention. */
export const factsIn = (values: object, pointer: string): Reference[] =>
  Object.entries(values).flatMap(([key, value]) =>
    isFactReference(value) ? [{ kind: 'fact', id: value.fact, pointer: pointerTo(pointer, key, 'fact') }] : [],
  );

const isFactReference = (value: unknown): value is FactReference =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'fact');
