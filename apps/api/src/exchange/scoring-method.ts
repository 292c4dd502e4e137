/** Owns what the annex says of how each line is scored. */

import type { StandardEdition } from './annex-rows.js';
import type { Lang } from './documents.js';

/** The sentences by line id; a line that says nothing is left out. */
export function scoringMethods({ standard }: StandardEdition, lang: Lang): ReadonlyMap<string, string> {
  const lines = standard.categories.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.lines));
  return new Map(lines.flatMap(({ id, note }) => (note ? [[id, note[lang]] as const] : [])));
}
