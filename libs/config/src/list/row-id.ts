/** Owns the ids of new rows of a list: people name rows, they never see these. */

const LONGEST = 60;

/** An id for a new row, from its English name where it has one; it is not among the taken ones. */
export function newRowId(english: string | undefined, taken: ReadonlySet<string>): string {
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
  const stem = wished === 'constructor' || wished === 'prototype' ? '' : wished;
  for (let number = 1; ; number += 1) {
    const id = stem === '' ? `row-${number}` : number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}
