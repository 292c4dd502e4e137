/** Owns taking a backup: a manifest, the rows of every table and the files that they name, in one file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pack as newPack, type Pack } from 'tar-stream';
import type { QueryRunner } from 'typeorm';
import { appliedMigrations } from '../database/schema.js';
import type { Environment } from '../env/environment.js';
import type { FileStore } from '../files/file-store.js';
import { fileStoreFor } from '../files/file-store-for.js';
import { filesNamed, pathOf, stateOf } from './backed-up-files.js';
import { nothingToBackUp } from './backup-fault.js';
import { type FileEntry, FORMAT, type Manifest, type MissingFile, type TableEntry } from './manifest.js';
import { linesOf, partsOf } from './row.js';
import { writeSealed } from './sealed-file.js';
import { inSnapshot } from './snapshot.js';
import { type BackedUpTable, tablesOf } from './table.js';

type Source = Pick<Environment, 'database' | 'files'>;

/** Writes the state of one moment to a new file, and tells what it holds. Servers may go on writing. */
export function writeBackup(environment: Source, path: string): Promise<Manifest> {
  return inSnapshot(environment.database, async (runner) => {
    const pack = newPack();
    const filling = fill(pack, runner, environment);
    filling.catch((error: Error) => pack.destroy(error));
    await writeSealed(path, pack as AsyncIterable<Uint8Array>);
    return filling;
  });
}

/** The manifest comes last: it says what was written before it. */
async function fill(pack: Pack, runner: QueryRunner, { database, files: location }: Source): Promise<Manifest> {
  const migrations = await appliedMigrations(runner);
  if (migrations.length === 0) throw nothingToBackUp();
  const tables: TableEntry[] = [];
  for (const table of await tablesOf(runner)) tables.push(await putTable(pack, runner, table));
  const { files, missing } = await putFiles(pack, fileStoreFor(location), await filesNamed(runner));
  const createdAt = new Date().toISOString();
  const manifest: Manifest = {
    format: FORMAT,
    createdAt,
    yimen: version(),
    database: database.kind,
    migrations,
    tables,
    files,
    missing,
  };
  await put(pack, 'manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  pack.finalize();
  return manifest;
}

async function putTable(pack: Pack, runner: QueryRunner, table: BackedUpTable): Promise<TableEntry> {
  const hash = createHash('sha256');
  let [rows, part] = [0, 0];
  async function* counted(): AsyncGenerator<string[]> {
    for await (const lines of linesOf(runner, table)) {
      for (const line of lines) hash.update(line);
      rows += lines.length;
      yield lines;
    }
  }
  for await (const text of partsOf(counted())) {
    part += 1;
    await put(pack, `tables/${table.name}/${String(part).padStart(6, '0')}.jsonl`, Buffer.from(text));
  }
  return { name: table.name, rows, hash: hash.digest('hex') };
}

/** A row is stored after its file was: what rows of the moment name lies in its place, or was lost there. */
async function putFiles(
  pack: Pack,
  store: FileStore,
  hashes: readonly string[],
): Promise<{ readonly files: FileEntry[]; readonly missing: MissingFile[] }> {
  const files: FileEntry[] = [];
  const missing: MissingFile[] = [];
  for (const hash of hashes) {
    const state = await stateOf(store, hash);
    if (typeof state !== 'object') missing.push({ hash, state });
    else {
      await put(pack, `files/${pathOf(hash)}`, Buffer.from(state.bytes));
      files.push({ path: pathOf(hash), bytes: state.bytes.length, hash });
    }
  }
  return { files, missing };
}

const put = (pack: Pack, name: string, content: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    pack.entry({ name }, content, (error) => (error ? reject(error) : resolve()));
  });

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;
