/** Owns the rows of any table as JSON lines that are the same on every database. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@yimen/config';
import type { QueryRunner } from 'typeorm';
import type { BackedUpTable } from './table.js';

type Row = Readonly<Record<string, unknown>>;

/** Rows read at once, and bytes of rows in one part of a backup; a single row may be longer. */
const MOST_ROWS = 200;
const MOST_BYTES = 1024 * 1024;

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const marks = (values: readonly unknown[]): string => `(${values.map(() => '?').join(', ')})`;

/** All rows of a table in the order of its key, as lines, some at a time. */
export async function* linesOf(runner: QueryRunner, { name, columns, key }: BackedUpTable): AsyncGenerator<string[]> {
  if (key.length === 0) throw new Error(`the table ${name} has no primary key`);
  let last: unknown[] | undefined;
  for (;;) {
    const beyond = last ? `WHERE (${quoted(key)}) > ${marks(last)}` : '';
    const rows: Row[] = await runner.query(
      `SELECT ${quoted(columns)} FROM \`${name}\` ${beyond} ORDER BY ${quoted(key)} LIMIT ${MOST_ROWS}`,
      last,
    );
    if (rows.length > 0) yield rows.map((row) => lineOf(name, row));
    if (rows.length < MOST_ROWS) return;
    last = key.map((column) => rows.at(-1)?.[column]);
  }
}

/** Lines joined into parts of bounded length. */
export async function* partsOf(chunks: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let part = '';
  for await (const lines of chunks)
    for (const line of lines) {
      if (part !== '' && part.length + line.length > MOST_BYTES) {
        yield part;
        part = '';
      }
      part += line;
    }
  if (part !== '') yield part;
}

/** The hash of the rows of a table as they are stored now, and how many they are. */
export async function countAndHash(runner: QueryRunner, table: BackedUpTable): Promise<{ rows: number; hash: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const lines of linesOf(runner, table)) {
    for (const line of lines) hash.update(line);
    rows += lines.length;
  }
  return { rows, hash: hash.digest('hex') };
}

/** Stores the rows of a part. */
export async function storeLines(runner: QueryRunner, { name, columns }: BackedUpTable, part: string): Promise<void> {
  const rows = part.split('\n').slice(0, -1).map(readLine);
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    const some = rows.slice(start, start + MOST_ROWS);
    const values = some.map((row) => columns.map((column) => row[column] ?? null));
    const sql = `INSERT INTO \`${name}\` (${quoted(columns)}) VALUES ${values.map(marks).join(', ')}`;
    await runner.query(sql, values.flat());
  }
}

/** Bytes go as base64 under this key. */
const BYTES = '$bytes';

const lineOf = (table: string, row: Row): string =>
  `${canonicalJson(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(table, value)])))}\n`;

function plain(table: string, value: unknown): unknown {
  if (value === null || ['string', 'number'].includes(typeof value)) return value;
  if (value instanceof Uint8Array) return { [BYTES]: Buffer.from(value).toString('base64') };
  throw new Error(`the table ${table} holds a ${typeof value}, which not every database stores alike`);
}

const readLine = (line: string): Row =>
  Object.fromEntries(Object.entries(JSON.parse(line) as Row).map(([name, value]) => [name, stored(value)]));

const stored = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Buffer.from(String((value as Row)[BYTES] ?? ''), 'base64') : value;
