/** Owns reading the configuration folder: the text files of `rules/` and `forms/` by path. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { SourceFiles } from '@yimen/config';

export async function readConfigurationFolder(root: string): Promise<SourceFiles> {
  const found = await Promise.all(['rules', 'forms'].map((folder) => filesIn(join(root, folder))));
  const texts = found.flat().map(async (path) => [pathIn(root, path), await readFile(path, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

const pathIn = (root: string, path: string): string => relative(root, path).split(sep).join('/');

async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.jsonl?$/u.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
