/** Owns making ids for what people add: they see titles, never these. */

/** The first of `stem`, `stem-2`, `stem-3`, … that nothing has. */
export function freeId(stem: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!known.has(id)) return id;
  }
}
