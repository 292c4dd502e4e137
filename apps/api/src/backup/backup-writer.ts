/** Owns taking a backup: a manifest, the rows of every table and the stored files, in one file. */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack as newPack, type Pack } from 'tar-stream';
import type { QueryRunner } from 'typeorm';
import { appliedMigrations } from '../database/schema.js';
import type { Environment } from '../env/environment.js';
import { nothingToBackUp } from './backup-fault.js';
import { type FileEntry, FORMAT, type Manifest, type TableEntry } from './manifest.js';
import { linesOf, partsOf } from './row.js';
import { writeSealed } from './sealed-file.js';
import { inSnapshot } from './snapshot.js';
import { filePaths, filesFolder } from './stored-files.js';
import { type BackedUpTable, tablesOf } from './table.js';

/** Writes the state of one moment to a new file, and tells what it holds. Servers may go on writing. */
export function writeBackup(environment: Environment, path: string): Promise<Manifest> {
  return inSnapshot(environment.database, async (runner) => {
    const pack = newPack();
    const filling = fill(pack, runner, environment);
    filling.catch((error: Error) => pack.destroy(error));
    await writeSealed(path, pack as AsyncIterable<Uint8Array>);
    return filling;
  });
}

/** The manifest comes last: it says what was written before it. */
async function fill(pack: Pack, runner: QueryRunner, { database, data }: Environment): Promise<Manifest> {
  const migrations = await appliedMigrations(runner);
  if (migrations.length === 0) throw nothingToBackUp();
  const tables: TableEntry[] = [];
  for (const table of await tablesOf(runner)) tables.push(await putTable(pack, runner, table));
  const files = await putFiles(pack, filesFolder(data));
  const createdAt = new Date().toISOString();
  const manifest = { format: FORMAT, createdAt, yimen: version(), database: database.kind, migrations, tables, files };
  await put(pack, 'manifest.json', `${JSON.stringify(manifest, null, 1)}\n`);
  pack.finalize();
  return manifest as Manifest;
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
    await put(pack, `tables/${table.name}/${String(part).padStart(6, '0')}.jsonl`, text);
  }
  return { name: table.name, rows, hash: hash.digest('hex') };
}

/** A file that goes while the backup is taken belongs to no row of it. */
async function putFiles(pack: Pack, folder: string): Promise<FileEntry[]> {
  const files: FileEntry[] = [];
  for (const path of await filePaths(folder)) {
    const source = join(folder, ...path.split('/'));
    const status = await stat(source).catch(() => undefined);
    if (status) files.push(await putFile(pack, path, source, status.size));
  }
  return files;
}

async function putFile(pack: Pack, path: string, source: string, bytes: number): Promise<FileEntry> {
  const hash = createHash('sha256');
  const entry = pack.entry({ name: `files/${path}`, size: bytes });
  await pipeline(
    createReadStream(source),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    entry,
  );
  return { path, bytes, hash: hash.digest('hex') };
}

const put = (pack: Pack, name: string, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    pack.entry({ name }, Buffer.from(text), (error) => (error ? reject(error) : resolve()));
  });

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;
