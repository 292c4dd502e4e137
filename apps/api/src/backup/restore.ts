/** Owns restoring a backup into an empty place, and proving that what is stored there is what the backup says. */
import { mkdir } from 'node:fs/promises';
import type { QueryRunner } from 'typeorm';
import type { Environment } from '../env/environment.js';
import type { FileStore } from '../files/file-store.js';
import { fileStoreFor } from '../files/file-store-for.js';
import { hashIn, keep, sha256Of } from './backed-up-files.js';
import { damaged } from './backup-fault.js';
import { type Backup, openBackup } from './backup-reader.js';
import type { Manifest } from './manifest.js';
import { fillDatabase } from './restored-database.js';
import { countAndHash, storeLines } from './row.js';
import { tablesOf } from './table.js';

/** Where a backup is restored to. */
export type Place = Pick<Environment, 'database' | 'data' | 'files'>;

/**
 * Restores a backup and tells what it held. A backup that is damaged or newer than the program changes nothing. Files
 * that lie in their place already stay there: under the same hash are the same bytes.
 */
export async function restoreBackup({ database, data, files }: Place, path: string): Promise<Manifest> {
  const backup = await openBackup(path);
  await mkdir(data, { recursive: true });
  await fillDatabase(database, backup.manifest.migrations, async (runner) => {
    await fill(runner, backup, fileStoreFor(files));
    await compare(runner, backup.manifest);
  });
  return backup.manifest;
}

async function fill(runner: QueryRunner, { visit }: Backup, store: FileStore): Promise<void> {
  const tables = new Map((await tablesOf(runner)).map((table) => [table.name, table]));
  await visit({
    rows: async (name, lines) => {
      const table = tables.get(name);
      if (!table) throw damaged(name);
      await storeLines(runner, table, lines);
    },
    file: async (path, content) => {
      const bytes = await bytesOf(content);
      const hash = hashIn(path);
      // The first format carried files as they lay there: what was damaged then is of no use now.
      if (hash !== undefined && sha256Of(bytes) === hash) await keep(store, hash, bytes);
    },
  });
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
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
