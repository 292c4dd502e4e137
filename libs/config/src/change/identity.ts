/** Owns by what the items of an array are recognised when they stand elsewhere. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../json/canonical.js';
import { isObject } from '../json/same.js';

/** The ids of an array's items, each once: a second of the same id is `id#2`. */
export function identitiesOf(items: readonly unknown[]): string[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const id = identityOf(item);
    let unique = id;
    for (let count = 2; taken.has(unique); count += 1) unique = `${id}#${count}`;
    taken.add(unique);
    return unique;
  });
}

/** An id, a choice, a list taken over, a year, the name of a holiday, what a branch asks; else the content itself. */
function identityOf(item: unknown): string {
  if (typeof item === 'string') return item;
  if (!isObject(item)) return contentOf(item);
  for (const key of ['id', '$ref', 'const', 'year']) {
    const value = Object.hasOwn(item, key) ? item[key] : undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  }
  if (isObject(item.name) && typeof item.name.zh === 'string') return item.name.zh;
  return isObject(item.if) ? contentOf(item.if) : contentOf(item);
}

const contentOf = (value: unknown): string => `=${bytesToHex(sha256(utf8ToBytes(canonicalJson(value)))).slice(0, 16)}`;
