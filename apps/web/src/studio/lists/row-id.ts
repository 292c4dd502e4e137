/** Owns the ids of new rows, columns and lists: they are never shown, and formulas may name columns and lists. */
import { oneWord } from '../draft/question-id';

const LONGEST = 60;

/** An id for a new row, from its English title where it has one; it is not among the taken ones. */
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

/** A name of one word that nothing has, from an English title where there is one. */
export function newName(stem: string, english: string | undefined, taken: ReadonlySet<string>): string {
  const wished = english === undefined ? '' : oneWord(english);
  const base = wished === '' ? stem : wished;
  for (let number = 1; ; number += 1) {
    const id = number === 1 && wished !== '' ? base : `${base}${number}`;
    if (!taken.has(id)) return id;
  }
}
