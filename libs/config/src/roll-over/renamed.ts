/** Owns how the documents of one edition become those of another: paths, id, year. */

import { manifestPath } from '../assemble/manifest.js';
import { editionPaths } from '../assemble/paths.js';
import type { Documents } from '../change/change.js';
import { isObject } from '../json/same.js';

/**
 * The documents with those of one edition moved to another id, its manifest saying that id and its year. Calendars
 * and documents of other editions stay where they are.
 */
export function renamed(documents: Documents, fromId: string, toId: string): Documents {
  const own = new Set(editionPaths(fromId, Object.keys(documents)));
  const entries = Object.entries(documents).map(([path, value]): [string, unknown] => {
    if (!own.has(path)) return [path, value];
    const moved = pathIn(path, fromId, toId);
    return [moved, moved === manifestPath(toId) ? named(value, toId) : value];
  });
  return Object.fromEntries(entries);
}

/** The path of a document of one edition in another. */
function pathIn(path: string, fromId: string, toId: string): string {
  const folder = ['rules', 'forms'].find((root) => path.startsWith(`${root}/${fromId}/`));
  return folder ? `${folder}/${toId}/${path.slice(`${folder}/${fromId}/`.length)}` : path;
}

/** The year that the id of an edition names; undefined where it names none. */
export function yearOf(id: string): number | undefined {
  const year = id.split('/').at(-1) ?? '';
  return /^\d{4}$/.test(year) ? Number(year) : undefined;
}

function named(manifest: unknown, id: string): unknown {
  const year = yearOf(id);
  return isObject(manifest) ? { ...manifest, id, ...(year !== undefined && { year }) } : manifest;
}
