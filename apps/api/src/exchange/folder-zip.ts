/** Owns the zip of a configuration folder that is handed out. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Documents } from './documents.js';
import { folderFiles } from './folder-files.js';

/** Zip files know no earlier day: the same documents give the same bytes whenever they are written. */
const NO_DAY = new Date(1980, 0, 1);

/** `rules/…` and `forms/…` exactly as on disk, for `readFolderZip` or to be unpacked into a configuration folder. */
export function folderZip(documents: Documents): Uint8Array {
  const files = Object.entries(folderFiles(documents)).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts: Zippable = Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)]));
  return zipSync(parts, { mtime: NO_DAY, level: 9 });
}
