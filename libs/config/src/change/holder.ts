/** Owns a thing and what it stands in: whether that is there, making it, putting the thing into it and taking it out. */
import { insertedAt, removedAt, replacedAt } from '../json/edit.js';
import { isObject } from '../json/same.js';
import type { Documents, Step } from './change.js';
import { type Home, holderOf, holding } from './homes.js';
import { identitiesOf } from './identity.js';
import { placeIn } from './place.js';
import { placedBehind } from './sequence.js';

/** Whether documents have what a thing would stand in. */
export const hasHolder = (documents: Documents, home: Home): boolean =>
  arrayAt(documents, holderOf(home)) !== undefined;

/** The array at a place, if there is one. */
export function arrayAt(documents: Documents, { document, path }: Home): readonly unknown[] | undefined {
  const value = Object.hasOwn(documents, document) ? placeIn(documents[document], path)?.value : undefined;
  return Array.isArray(value) ? value : undefined;
}

/** The documents with what a thing stands in in `model`, emptied of what else is in it, down from where it is missing. */
export function withHolder(documents: Documents, home: Home, model: Documents): Documents {
  const { document, path } = holderOf(home);
  if (!Object.hasOwn(documents, document)) return { ...documents, [document]: emptied(model[document], path) };
  for (let length = 1; length <= path.length; length += 1) {
    const place = { document, path: path.slice(0, length) };
    if (placeIn(documents[document], place.path)) continue;
    const value = emptied(placeIn(model[document], place.path)?.value, path.slice(length));
    return { ...documents, [document]: put(documents[document], place.path, value, model[document]) };
  }
  return documents;
}

/** The documents with a thing at a home that they have, behind what stands before it in `model`, where it is. */
export function withThing(documents: Documents, { document, path }: Home, model: Documents): Documents {
  const thing = placeIn(model[document], path);
  if (!thing || !Object.hasOwn(documents, document)) return documents;
  return { ...documents, [document]: put(documents[document], path, thing.value, model[document]) };
}

/** The documents without a thing. */
export function withoutThing(documents: Documents, { document, path }: Home): Documents {
  const thing = Object.hasOwn(documents, document) ? placeIn(documents[document], path) : undefined;
  return thing ? { ...documents, [document]: removedAt(documents[document], thing.pointer) } : documents;
}

/** A thing, or what holds things, with nothing in it but what leads along a path. */
function emptied(value: unknown, [first, ...rest]: readonly Step[]): unknown {
  if (Array.isArray(value)) {
    const at = first && 'id' in first ? identitiesOf(value).indexOf(first.id) : -1;
    return at < 0 ? [] : [emptied(value[at], rest)];
  }
  if (!isObject(value)) return value;
  const inside = (key: string): readonly Step[] => (first && 'key' in first && first.key === key ? rest : []);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      holding.has(key) && Array.isArray(inner) ? emptied(inner, inside(key)) : inner,
    ]),
  );
}

/** A document with a value at a place that it does not have yet, behind what stands before it in `model`. */
function put(content: unknown, path: readonly Step[], value: unknown, model: unknown): unknown {
  const [above, last] = [path.slice(0, -1), path.at(-1)];
  const holder = placeIn(content, above);
  if (!holder || !last) return content;
  if ('key' in last)
    return isObject(holder.value)
      ? replacedAt(content, holder.pointer, { ...holder.value, [last.key]: value })
      : content;
  const [ids, order] = [holder.value, placeIn(model, above)?.value].map((items) =>
    identitiesOf(Array.isArray(items) ? items : []),
  );
  const index = placedBehind(ids as string[], [last.id], order as string[]).indexOf(last.id);
  return insertedAt(content, holder.pointer, index, value);
}
