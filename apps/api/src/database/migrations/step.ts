/**
 * Owns the steps of migrations. MySQL commits each statement that changes a schema: a migration that was interrupted runs
 * again from its start, so every step is one statement that does nothing where it was done.
 */
import type { QueryRunner, Table, TableColumn, TableForeignKey, TableIndex } from 'typeorm';

/** A table with its indices and foreign keys. */
export const addTable = (runner: QueryRunner, table: Table): Promise<void> => runner.createTable(table, true);

export async function addColumn(runner: QueryRunner, table: string, column: TableColumn): Promise<void> {
  if (!(await runner.hasColumn(table, column.name))) await runner.addColumn(table, column);
}

/** The index has a name. */
export async function addIndex(runner: QueryRunner, table: string, index: TableIndex): Promise<void> {
  const there = await runner.getTable(table);
  if (!there?.indices.some(({ name }) => name === index.name)) await runner.createIndex(table, index);
}

/** The foreign key has a name. */
export async function addForeignKey(runner: QueryRunner, table: string, key: TableForeignKey): Promise<void> {
  const there = await runner.getTable(table);
  if (!there?.foreignKeys.some(({ name }) => name === key.name)) await runner.createForeignKey(table, key);
}
