/** Owns what an item means beyond its own words: the formulas and named conditions that it reads, and those they read. */
import type { Documents } from '../change/change.js';
import { isObject } from '../json/same.js';

/** Definitions by the names that they are read by. */
type Definitions = ReadonlyMap<string, unknown>;

/** What is told to people, or names the item itself. */
const wording: ReadonlySet<string> = new Set(['$schema', 'id', 'title', 'note', 'clause', 'zh', 'en']);

/** Names, of which those of conditions have hyphens that are a minus in formulas. */
const NAME = /[\p{L}_][\p{L}\p{N}_-]*/gu;

/** For the content of an item: every definition that it reads, directly or through another, in the order of their names. */
export function readingsIn(documents: Documents): (content: unknown) => readonly (readonly [string, unknown])[] {
  const definitions = definitionsIn(documents);
  return (content) => {
    const found = new Map<string, unknown>();
    const open: unknown[] = [content];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const name of namesIn(next)) {
        const definition = definitions.get(name);
        if (definition === undefined || found.has(name)) continue;
        found.set(name, definition);
        open.push(definition);
      }
    return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  };
}

/** Formulas by the id of what they give, conditions by their names. */
function definitionsIn(documents: Documents): Definitions {
  const definitions = new Map<string, unknown>();
  for (const content of Object.values(documents)) {
    if (!isObject(content)) continue;
    if (Array.isArray(content.facts))
      for (const fact of content.facts)
        if (isObject(fact) && typeof fact.id === 'string') definitions.set(fact.id, fact);
    if (isObject(content.conditions))
      for (const [name, named] of Object.entries(content.conditions)) definitions.set(name, named);
  }
  return definitions;
}

/** Every name in the texts of a value, but for what is told to people. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return (value.match(NAME) ?? []).flatMap((name) => [name, ...name.split('-')]);
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => (wording.has(key) ? [] : namesIn(part)));
}
