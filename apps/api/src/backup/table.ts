/** Owns reading which tables a database has: columns, keys, and an order in which rows find what they refer to. */
import type { QueryRunner } from 'typeorm';

/** A table that a backup carries. */
export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** What ends with a restore: sessions with their tables, one-time links with their columns. */
const leftOut: { readonly tables: readonly string[]; readonly columns: Readonly<Record<string, readonly string[]>> } = {
  tables: ['migrations', 'typeorm_metadata', 'sqlite_sequence', 'session', 'pending_sign_in'],
  columns: { account: ['invitation', 'invitation_ends'] },
};

/** Every table, those that others refer to before them. */
export async function tablesOf(runner: QueryRunner): Promise<BackedUpTable[]> {
  const names = (await tableNames(runner)).filter((name) => !leftOut.tables.includes(name));
  const tables = await runner.getTables(names);
  const told = tables.map((table) => {
    const name = bare(table.name);
    const without = leftOut.columns[name] ?? [];
    return {
      name,
      columns: table.columns.map((column) => column.name).filter((column) => !without.includes(column)),
      key: table.primaryColumns.map((column) => column.name),
      needs: table.foreignKeys.map((key) => bare(key.referencedTableName)).filter((other) => other !== name),
    };
  });
  return inOrder(told).map(({ needs: _, ...table }) => table);
}

/** Empties every table: migrations enter rows too, and what is restored holds them. */
export async function emptyTables(runner: QueryRunner): Promise<void> {
  const { driver } = runner.dataSource;
  for (const { name } of [...(await tablesOf(runner))].reverse())
    await runner.query(`DELETE FROM ${driver.escape(name)}`);
}

/** The names of all tables, sorted. */
export async function tableNames(runner: QueryRunner): Promise<string[]> {
  const rows: { name: string }[] = await runner.query(
    runner.dataSource.options.type === 'mysql'
      ? "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
      : "SELECT name FROM sqlite_master WHERE type = 'table'",
  );
  return rows.map(({ name }) => name).sort();
}

/** MySQL names a table with its database. */
const bare = (name: string): string => name.split('.').at(-1) ?? name;

type Needing = BackedUpTable & { readonly needs: readonly string[] };

function inOrder(tables: readonly Needing[]): Needing[] {
  const placed: Needing[] = [];
  const waiting = new Set([...tables].sort((a, b) => (a.name < b.name ? -1 : 1)));
  while (waiting.size > 0) {
    const next = [...waiting].find(({ needs }) => ![...waiting].some(({ name }) => needs.includes(name)));
    if (!next) throw new Error(`tables refer to each other: ${[...waiting].map(({ name }) => name).join(', ')}`);
    waiting.delete(next);
    placed.push(next);
  }
  return placed;
}
