/** Owns reading a backup: whole or not at all. */
import { createHash, type Hash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { extract as newExtract } from 'tar-stream';
import { Refusal } from '../refusal.js';
import { damaged, newerBackup } from './backup-fault.js';
import { FORMAT, type Manifest, manifest as manifestSchema } from './manifest.js';
import { checkSeal, readSealed } from './sealed-file.js';

/** What is done with the content of a backup, in its order. */
export interface Visitor {
  /** Some rows of a table, as lines. */
  readonly rows: (table: string, lines: string) => Promise<void>;
  readonly file: (path: string, content: AsyncIterable<Uint8Array>) => Promise<void>;
}

/** A backup that was found whole. */
export interface Backup {
  readonly manifest: Manifest;
  readonly visit: (visitor: Visitor) => Promise<void>;
}

/** Reads all of a backup and compares it with its manifest; refuses one in which anything differs. */
export async function openBackup(path: string): Promise<Backup> {
  const length = await checkSeal(path).catch((error: unknown) => {
    throw error instanceof Refusal ? error : damaged(String((error as Error).message));
  });
  const manifest = await inspect(path, length);
  return { manifest, visit: (visitor) => walk(path, length, { ...visitor, manifest: async () => undefined }) };
}

async function inspect(path: string, length: number): Promise<Manifest> {
  const tables = new Map<string, { rows: number; hash: Hash }>();
  const files = new Map<string, string>();
  let text = '';
  await walk(path, length, {
    rows: async (table, lines) => {
      const seen = tables.get(table) ?? { rows: 0, hash: createHash('sha256') };
      seen.hash.update(lines);
      tables.set(table, { ...seen, rows: seen.rows + lines.split('\n').length - 1 });
    },
    file: async (name, content) => {
      const hash = createHash('sha256');
      for await (const chunk of content) hash.update(chunk);
      files.set(name, hash.digest('hex'));
    },
    manifest: async (json) => {
      text = json;
    },
  });
  const manifest = readManifest(text);
  for (const { name, rows, hash } of manifest.tables) {
    const seen = tables.get(name) ?? { rows: 0, hash: createHash('sha256') };
    if (seen.rows !== rows || seen.hash.digest('hex') !== hash) throw damaged(name);
    tables.delete(name);
  }
  for (const { path: name, hash } of manifest.files) if (files.get(name) !== hash) throw damaged(name);
  if (tables.size > 0 || files.size !== manifest.files.length) throw damaged('manifest');
  return manifest;
}

function readManifest(text: string): Manifest {
  const json = parsed(text);
  const { format } = (json ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > FORMAT) throw newerBackup(`format ${format}`);
  const read = manifestSchema.safeParse(json);
  if (!read.success || !read.data.files.every(({ path }) => isInside(path))) throw damaged('manifest');
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a path stays below the folder that it is put into. */
const isInside = (path: string): boolean =>
  path.split('/').every((part) => /^[\w.=-]+$/u.test(part) && part !== '.' && part !== '..');

type Walker = Visitor & { readonly manifest: (text: string) => Promise<void> };

async function walk(path: string, length: number, walker: Walker): Promise<void> {
  const extract = newExtract();
  const reading = pipeline(readSealed(path, length), extract);
  reading.catch((error: Error) => extract.destroy(error));
  for await (const entry of extract) await meet(entry as Entry, walker);
  await reading;
}

type Entry = AsyncIterable<Uint8Array> & { readonly header: { readonly name: string }; resume(): unknown };

async function meet(entry: Entry, walker: Walker): Promise<void> {
  const { name } = entry.header;
  const table = /^tables\/(\w+)\/\d+\.jsonl$/u.exec(name)?.[1];
  if (table !== undefined) await walker.rows(table, await textOf(entry));
  else if (name === 'manifest.json') await walker.manifest(await textOf(entry));
  else if (name.startsWith('files/') && isInside(name)) await walker.file(name.slice('files/'.length), entry);
  else throw damaged(name);
  entry.resume();
}

async function textOf(entry: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
