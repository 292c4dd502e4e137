/** Owns when two JSON values say the same: the order of keys means nothing. */

type Keyed = Readonly<Record<string, unknown>>;

/** A JSON object, not an array. */
export const isObject = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two JSON values are equal. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) return Array.isArray(other) && sameItems(one, other);
  return isObject(one) && isObject(other) && sameEntries(one, other);
}

const sameItems = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => sameJson(item, other[index]));

function sameEntries(one: Keyed, other: Keyed): boolean {
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]));
}
