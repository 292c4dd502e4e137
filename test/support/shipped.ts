/** Owns reading the configuration folders of this repository, or of another folder laid out like it, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Edition, editionIds, parseEdition, type SourceFiles } from '@yimen/config';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** All files under `rules/` and `forms/` of a folder, by path relative to it. */
export function configurationFiles(root = repository): SourceFiles {
  const paths = ['rules', 'forms'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  return Object.fromEntries(
    paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** An edition of a folder, parsed; fails loudly on any issue. */
export function editionIn(id: string, files: SourceFiles = configurationFiles()): Edition {
  const parsed = parseEdition(id, files);
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.issues, null, 1)}`);
  return parsed.edition;
}

/** Every shipped edition. */
export function shippedEditions(): Edition[] {
  const files = configurationFiles();
  return editionIds(Object.keys(files)).map((id) => editionIn(id, files));
}
