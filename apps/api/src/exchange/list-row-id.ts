/** Owns the ids of new rows of a list. */

const LONGEST = 60;

/** An id for a new row, from its English name where it has one; it is taken from then on. */
export function freeRowId(english: string | undefined, taken: Set<string>): string {
  const words =
    (english ?? '')
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/gu) ?? [];
  const wished = words
    .join('-')
    .replace(/^[0-9-]+/u, '')
    .slice(0, LONGEST)
    .replace(/-+$/u, '');
  const base = wished === '' || wished === 'constructor' || wished === 'prototype' ? 'row' : wished;
  let id = wished === '' ? `${base}-1` : base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
