/** Owns the interpreted facts of an input: what is asked, what is missing, what formulas yield. */
import type { FactType } from '@yimen/config';
import { interpret } from '../formula/interpret.js';
import type { Facts } from '../outcome.js';
import type { Program } from '../program/program.js';
import { holds } from '../rule/holds.js';
import { emptyText, incompleteRows, type Rows } from '../runtime/runtime.js';

export interface KnownFacts {
  /** Asked answers and derived values; blank and missing ones are absent. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Asked questions without an answer. */
  readonly missing: ReadonlySet<string>;
}

/** Interprets an input without any compiled code. */
export function knownFacts(program: Program, facts: Facts): KnownFacts {
  const values = new Map<string, unknown>();
  const missing = new Set<string>();
  const read = (id: string): unknown => values.get(id);
  for (const { fact } of program.base) {
    if (!fact.askedWhen.every((condition) => holds(condition, read, program.conditions))) continue;
    if (unanswered(facts[fact.id], fact.type)) missing.add(fact.id);
    if (facts[fact.id] !== undefined) values.set(fact.id, facts[fact.id]);
  }
  for (const { fact, expression, needs } of program.derived) {
    if ([...needs].some((id) => missing.has(id))) continue;
    const value = interpret(expression, read);
    if (value !== undefined) values.set(fact.id, value);
  }
  return { values, missing };
}

function unanswered(value: unknown, type: FactType): boolean {
  if (type.kind === 'text') return emptyText(value);
  if (type.kind !== 'rows') return value === undefined;
  const required = [...type.columns.values()].filter((column) => column.required).map((column) => column.id);
  return incompleteRows(value as Rows | undefined, required);
}
