/** Owns a form's schema seen question by question, wherever each of them is declared. */
import { canonicalJson } from '../json/canonical.js';
import { isObject, sameJson } from '../json/same.js';
import type { Token } from './change.js';

type Keyed = Readonly<Record<string, unknown>>;

/** The entries of a schema: its questions by id, each with `required` and `askedWhen`, and its other keys. */
export interface SchemaView {
  readonly entries: ReadonlyMap<Token, unknown>;
  /** The questions in the order of what is required and of the branches. */
  readonly order: readonly string[];
}

const none: Keyed = {};
const objectAt = (value: Keyed, key: string): Keyed => (isObject(value[key]) ? value[key] : none);
const arrayAt = (value: Keyed, key: string): readonly unknown[] => (Array.isArray(value[key]) ? value[key] : []);

/** The view of a schema; undefined where it is written in a way that the view would lose. */
export function viewOfSchema(schema: unknown): SchemaView | undefined {
  if (!isObject(schema)) return undefined;
  const entries = new Map<Token, unknown>(Object.entries(schema).map(([key, value]) => [`.${key}`, value]));
  for (const key of ['properties', 'required', 'allOf'] as const) {
    if (Object.keys(Object(schema[key])).length > 0) entries.delete(`.${key}`);
  }
  const order: string[] = [];
  const branches = arrayAt(schema, 'allOf').filter(isObject);
  for (const group of [schema, ...branches]) readGroup(group, entries, order);
  return sameJson(schemaOf(entries, order), schema) ? { entries, order } : undefined;
}

function readGroup(group: Keyed, entries: Map<Token, unknown>, order: string[]): void {
  const asked = Object.hasOwn(group, 'if') ? { askedWhen: group.if } : {};
  const inside = Object.hasOwn(group, 'if') ? objectAt(group, 'then') : group;
  const required = arrayAt(inside, 'required').filter((id) => typeof id === 'string');
  const questions = Object.entries(objectAt(inside, 'properties'));
  for (const [id, question] of questions) {
    if (!isObject(question)) continue;
    entries.set(`#${id}`, { ...question, ...asked, required: required.includes(id) });
  }
  order.push(...required);
  if ('askedWhen' in asked)
    order.push(
      ...questions
        .map(([id]) => id)
        .filter((id) => !required.includes(id))
        .sort(),
    );
}

interface Group {
  readonly properties: Map<string, unknown>;
  readonly required: string[];
}

/** The schema of a view; questions that the order does not name come last. */
export function schemaOf(entries: ReadonlyMap<Token, unknown>, order: readonly string[]): Keyed {
  const always: Group = { properties: new Map(), required: [] };
  const branches = new Map<string, Group & { readonly asked: unknown }>();
  for (const [token, value] of entries) {
    if (!token.startsWith('#')) continue;
    const { required, askedWhen, ...question } = isObject(value) ? value : none;
    const group = askedWhen === undefined ? always : branchOf(askedWhen, branches);
    group.properties.set(token.slice(1), question);
    if (required === true) group.required.push(token.slice(1));
  }
  const others = [...entries]
    .filter(([token]) => token.startsWith('.'))
    .map(([token, value]) => [token.slice(1), value]);
  const places = new Map(order.map((id, index) => [id, index]));
  const allOf = sortedBy(places, [...branches.values()], ({ properties }) => [...properties.keys()]).map(
    ({ asked, ...group }) => ({ if: asked, then: written(group, places) }),
  );
  return { ...Object.fromEntries(others), ...written(always, places), ...(allOf.length > 0 && { allOf }) };
}

function branchOf(asked: unknown, branches: Map<string, Group & { readonly asked: unknown }>): Group {
  const key = canonicalJson(asked);
  const branch = branches.get(key) ?? { asked, properties: new Map(), required: [] };
  branches.set(key, branch);
  return branch;
}

type Places = ReadonlyMap<string, number>;

const written = ({ properties, required }: Group, places: Places): Keyed => ({
  ...(properties.size > 0 && { properties: Object.fromEntries(properties) }),
  ...(required.length > 0 && { required: sortedBy(places, required, (id) => [id]) }),
});

/** Items by the earliest place of their questions; those without a place stay in their order at the end. */
function sortedBy<Item>(
  places: Places,
  items: readonly Item[],
  questionsOf: (item: Item) => readonly string[],
): Item[] {
  const placeOf = (item: Item): number => Math.min(...questionsOf(item).map((id) => places.get(id) ?? places.size));
  return [...items].sort((one, other) => placeOf(one) - placeOf(other));
}
