/** Owns the names of new columns and lists: they are never shown, and formulas may name them. */
import { oneWord } from '../draft/question-id';

/** A name of one word that nothing has, from an English title where there is one. */
export function newName(stem: string, english: string | undefined, taken: ReadonlySet<string>): string {
  const wished = english === undefined ? '' : oneWord(english);
  const base = wished === '' ? stem : wished;
  for (let number = 1; ; number += 1) {
    const id = number === 1 && wished !== '' ? base : `${base}${number}`;
    if (!taken.has(id)) return id;
  }
}
