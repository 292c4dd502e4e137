/** Owns which things keep their id in all of an edition, and where each of them stands. */
import { isObject } from '../json/same.js';
import { type Documents, placeKey, type Step } from './change.js';
import { identitiesOf } from './identity.js';

/** Where a thing stands: its path, with the step of its own id last. */
export interface Home {
  readonly document: string;
  readonly path: readonly Step[];
}

/** What holds things that keep their id in all of an edition, wherever they go. */
export const keeping: ReadonlySet<string> = new Set(['indicators', 'lines', 'rules', 'lists', 'facts', 'clauses']);

/** What holds things, or the steps of a form, whose questions keep their id in it. */
export const holding: ReadonlySet<string> = new Set([...keeping, 'steps', 'questions']);

/** The homes of things by their names, which are the same wherever they stand; null: there are several of that name. */
export function homesIn(documents: Documents): Map<string, Home | null> {
  const homes = new Map<string, Home | null>();
  for (const [document, value] of Object.entries(documents)) find(value, { document, path: [] }, homes);
  return homes;
}

function find(value: unknown, { document, path }: Home, homes: Map<string, Home | null>): void {
  if (!isObject(value)) return;
  for (const [key, items] of Object.entries(value)) {
    if (!holding.has(key) || !Array.isArray(items)) continue;
    const ids = identitiesOf(items);
    for (const [index, item] of items.entries()) {
      const home = { document, path: [...path, { key }, { id: ids[index] as string }] };
      const name = nameOf(document, key, item);
      if (name !== undefined) homes.set(name, homes.has(name) ? null : home);
      find(item, home, homes);
    }
  }
}

function nameOf(document: string, key: string, item: unknown): string | undefined {
  if (key === 'questions' && typeof item === 'string') return `${key} ${document} ${item}`;
  return keeping.has(key) && isObject(item) && typeof item.id === 'string' ? `${key} ${item.id}` : undefined;
}

/** Whether what stands there keeps its id in all of an edition. */
export const isKept = ({ path }: Home): boolean => {
  const holder = path.at(-2);
  return holder !== undefined && 'key' in holder && keeping.has(holder.key);
};

/** What a thing stands in: the array among whose items it is. */
export const holderOf = ({ document, path }: Home): Home => ({ document, path: path.slice(0, -1) });

export const sameHome = (one: Home, other: Home): boolean =>
  placeKey(one.document, one.path) === placeKey(other.document, other.path);

/** Whether a place is a home, or inside it. */
export const isInside = (place: Home, home: Home): boolean =>
  place.path.length >= home.path.length && sameHome({ ...place, path: place.path.slice(0, home.path.length) }, home);
