/** Owns how next year's documents begin: as this year's, under the next year's name. */
import { manifestPath } from '../assemble/manifest.js';
import type { Documents } from '../change/change.js';
import type { LocalizedText } from '../issue.js';
import { isObject } from '../json/same.js';
import { renamed, yearOf } from './renamed.js';

export interface NextManifest {
  /** Where left out: the old title with the year in it replaced. */
  readonly title?: LocalizedText;
  readonly effectiveFrom: string;
  /** Where left out: the old one, until somebody writes the new notice down. */
  readonly source?: { readonly title: LocalizedText; readonly number: string; readonly date: string };
}

/** The documents of another year: those of this one, cases and `$schema` too, with a manifest of that year. */
export function rolledOver(documents: Documents, fromId: string, toId: string, next: NextManifest): Documents {
  const moved = renamed(documents, fromId, toId);
  const path = manifestPath(toId);
  const manifest = moved[path];
  if (!isObject(manifest)) return moved;
  const { title = withYear(manifest.title, yearOf(fromId), yearOf(toId)), effectiveFrom, source } = next;
  return { ...moved, [path]: { ...manifest, title, effectiveFrom, ...(source && { source }) } };
}

/** The texts of a title with one year instead of another. */
function withYear(title: unknown, from: number | undefined, to: number | undefined): unknown {
  if (!isObject(title) || from === undefined || to === undefined) return title;
  const year = new RegExp(`(?<!\\d)${from}(?!\\d)`, 'g');
  const texts = Object.entries(title).map(([language, words]) => [
    language,
    typeof words === 'string' ? words.replace(year, String(to)) : words,
  ]);
  return Object.fromEntries(texts);
}
