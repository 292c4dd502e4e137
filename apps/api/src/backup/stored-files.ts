/** Owns the folder of stored files as a backup sees it: files by path that never change. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { FileEntry } from './manifest.js';

export const filesFolder = (data: string): string => join(data, 'files');

/** The paths of all files below a folder, sorted, with `/` between their parts. */
export async function filePaths(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** Whether a path stays below the folder that it is put into. */
export const isInside = (path: string): boolean =>
  path.split('/').every((part) => /^[\w.=-]+$/u.test(part) && part !== '.' && part !== '..');

/** Writes a file that is on the disk when this resolves, and tells what was written. */
export async function writeStoredFile(
  folder: string,
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<FileEntry> {
  const target = join(folder, ...path.split('/'));
  await mkdir(dirname(target), { recursive: true });
  const file = await open(target, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      await file.appendFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, bytes, hash: hash.digest('hex') };
}

/** A folder that is filled aside and takes its name when it is whole. */
export const asideOf = (folder: string): string => `${folder}.part`;

/** Gives a folder that was filled aside its name; nothing was filled where it is not there. */
export async function takePlace(folder: string): Promise<void> {
  if (!existsSync(asideOf(folder))) return;
  await rm(folder, { recursive: true, force: true });
  await rename(asideOf(folder), folder);
}
