/** Owns restoring a backup into an empty place, and proving that what is stored there is what the backup says. */
import { mkdir, rm } from 'node:fs/promises';
import type { QueryRunner } from 'typeorm';
import type { DatabaseLocation } from '../env/environment.js';
import { damaged, notEmpty } from './backup-fault.js';
import { type Backup, openBackup } from './backup-reader.js';
import type { Manifest } from './manifest.js';
import { fillDatabase } from './restored-database.js';
import { countAndHash, storeLines } from './row.js';
import { asideOf, filePaths, filesFolder, takePlace, writeStoredFile } from './stored-files.js';
import { tablesOf } from './table.js';

/** Where a backup is restored to. */
export interface Place {
  readonly database: DatabaseLocation;
  readonly data: string;
}

/** Restores a backup and tells what it held. A backup that is damaged or newer than the program changes nothing. */
export async function restoreBackup({ database, data }: Place, path: string): Promise<Manifest> {
  const backup = await openBackup(path);
  const files = filesFolder(data);
  if ((await filePaths(files)).length > 0) throw notEmpty(files);
  await mkdir(data, { recursive: true });
  await rm(asideOf(files), { recursive: true, force: true });
  try {
    await fillDatabase(database, backup.manifest.migrations, async (runner) => {
      await fill(runner, backup, asideOf(files));
      await compare(runner, backup.manifest);
      await takePlace(files);
    });
  } catch (error) {
    for (const folder of [asideOf(files), files]) await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return backup.manifest;
}

async function fill(runner: QueryRunner, { manifest, visit }: Backup, files: string): Promise<void> {
  const tables = new Map((await tablesOf(runner)).map((table) => [table.name, table]));
  const hashes = new Map(manifest.files.map(({ path, hash }) => [path, hash]));
  await visit({
    rows: async (name, lines) => {
      const table = tables.get(name);
      if (!table) throw damaged(name);
      await storeLines(runner, table, lines);
    },
    file: async (path, content) => {
      const written = await writeStoredFile(files, path, content);
      if (written.hash !== hashes.get(path)) throw damaged(path);
    },
  });
}

/** Reads every table back before anything is kept. */
async function compare(runner: QueryRunner, manifest: Manifest): Promise<void> {
  const stored = await tablesOf(runner);
  for (const { name, rows, hash } of manifest.tables) {
    const table = stored.find((each) => each.name === name);
    const found = table && (await countAndHash(runner, table));
    if (found?.rows !== rows || found.hash !== hash) throw damaged(name);
  }
}
