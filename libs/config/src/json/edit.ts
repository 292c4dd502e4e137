/** Owns edits of a JSON value that leave the value as it was and share with it what did not change. */
import { hostileKeys } from './limits.js';
import { segmentsOf } from './pointer.js';
import { isObject } from './same.js';

/** What a place becomes; the same value again: nothing changes. */
type Edit = (value: unknown) => unknown;

/**
 * The value with another at a pointer; a key that an object has not is added. All edits give the value itself back
 * where the pointer leads nowhere or through a key that is never accepted.
 */
export function replacedAt(value: unknown, pointer: string, next: unknown): unknown {
  const path = segmentsOf(pointer);
  const last = path.pop();
  return last === undefined ? next : edited(value, path, (holder) => withChild(holder, last, next));
}

/** The value with an item put into the array at a pointer; its end where the index is beyond. */
export const insertedAt = (value: unknown, pointer: string, index: number, item: unknown): unknown =>
  edited(value, segmentsOf(pointer), (items) =>
    Array.isArray(items) ? spliced(items, clamped(index, items.length), 0, item) : items,
  );

/** The value without the item or key at a pointer. */
export function removedAt(value: unknown, pointer: string): unknown {
  const path = segmentsOf(pointer);
  const last = path.pop();
  return last === undefined ? value : edited(value, path, (holder) => withoutChild(holder, last));
}

/** The value with an item of the array at a pointer moved to another index: the one it has in the end. */
export const movedAt = (value: unknown, pointer: string, from: number, to: number): unknown =>
  edited(value, segmentsOf(pointer), (items) => {
    if (!Array.isArray(items) || !Number.isInteger(from) || from < 0 || from >= items.length) return items;
    const target = clamped(to, items.length - 1);
    return target === from ? items : spliced(spliced(items, from, 1), target, 0, items[from]);
  });

const spliced = (items: readonly unknown[], at: number, removed: number, ...added: readonly unknown[]): unknown[] => [
  ...items.slice(0, at),
  ...added,
  ...items.slice(at + removed),
];

const clamped = (index: number, most: number): number =>
  Number.isNaN(index) ? most : Math.min(Math.max(Math.trunc(index), 0), most);

function edited(value: unknown, [first, ...rest]: readonly string[], edit: Edit): unknown {
  if (first === undefined) return edit(value);
  const inside = childOf(value, first);
  if (!inside) return value;
  const next = edited(inside.value, rest, edit);
  return next === inside.value ? value : withChild(value, first, next);
}

const childOf = (value: unknown, key: string): { readonly value: unknown } | undefined => {
  if (Array.isArray(value)) return isIndex(key, value.length) ? { value: value[Number(key)] } : undefined;
  if (!isObject(value) || hostileKeys.has(key) || !Object.hasOwn(value, key)) return undefined;
  return { value: value[key] };
};

function withChild(holder: unknown, key: string, next: unknown): unknown {
  if (Array.isArray(holder)) return isIndex(key, holder.length) ? spliced(holder, Number(key), 1, next) : holder;
  return isObject(holder) && !hostileKeys.has(key) ? { ...holder, [key]: next } : holder;
}

function withoutChild(holder: unknown, key: string): unknown {
  if (Array.isArray(holder)) return isIndex(key, holder.length) ? spliced(holder, Number(key), 1) : holder;
  if (!isObject(holder) || !Object.hasOwn(holder, key)) return holder;
  return Object.fromEntries(Object.entries(holder).filter(([each]) => each !== key));
}

const isIndex = (key: string, length: number): boolean => /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < length;
