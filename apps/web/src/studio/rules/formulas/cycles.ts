/** Owns which facts a formula must not name because they are computed from the fact that it defines. */
import type { FactDictionary } from '../fact-dictionary';
import { tokensOf } from './tokens';

/** The fact itself and everything that is computed from it, directly or not. */
export function dependentsOf(id: string, dictionary: FactDictionary): ReadonlySet<string> {
  const readers = new Map<string, string[]>();
  for (const entry of dictionary.facts.values())
    for (const { kind, text } of entry.formula === undefined ? [] : tokensOf(entry.formula))
      if (kind === 'name') readers.set(text, [...(readers.get(text) ?? []), entry.id]);
  const found = new Set<string>();
  const visit = (fact: string): void => {
    if (found.has(fact)) return;
    found.add(fact);
    for (const reader of readers.get(fact) ?? []) visit(reader);
  };
  visit(id);
  return found;
}
