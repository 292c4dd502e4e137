/** Owns reading the shipped editions for benches. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEdition } from '@yimen/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A shipped edition, parsed. */
export function shippedEdition(id) {
  const files = {};
  for (const folder of ['rules', 'forms']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      if (entry.isFile()) files[relative(root, path)] = readFileSync(path, 'utf8');
    }
  }
  const parsed = parseEdition(id, files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, null, 1));
  return parsed.edition;
}
