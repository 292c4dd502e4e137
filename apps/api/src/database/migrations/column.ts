/** Owns column declarations that mean the same on both databases. */
import type { QueryRunner, TableColumnOptions } from 'typeorm';

const onMysql = (runner: QueryRunner): boolean => runner.dataSource.options.type === 'mysql';

/** MySQL compares texts without regard to case unless told otherwise; SQLite always regards it. */
const exact = (runner: QueryRunner): Partial<TableColumnOptions> =>
  onMysql(runner) ? { charset: 'utf8mb4', collation: 'utf8mb4_bin' } : {};

/** Makes column declarations for the database that a migration runs on. */
export const columnsFor = (runner: QueryRunner) => ({
  key: (name: string): TableColumnOptions => ({
    name,
    type: 'integer',
    isPrimary: true,
    isGenerated: true,
    generationStrategy: 'increment',
  }),
  integer: (name: string): TableColumnOptions => ({ name, type: 'integer' }),
  text: (name: string, length: number, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
    name,
    type: 'varchar',
    length: String(length),
    ...exact(runner),
    ...more,
  }),
  /** JSON of any size: MySQL's TEXT ends at 64 KB. */
  json: (name: string): TableColumnOptions => ({
    name,
    type: onMysql(runner) ? 'longtext' : 'text',
    ...exact(runner),
  }),
  /** An instant as ISO 8601 in UTC with milliseconds. */
  instant: (name: string): TableColumnOptions => ({ name, type: 'varchar', length: '24', ...exact(runner) }),
  /** A day as `YYYY-MM-DD`. */
  day: (name: string, more: Partial<TableColumnOptions> = {}): TableColumnOptions => ({
    name,
    type: 'varchar',
    length: '10',
    ...exact(runner),
    ...more,
  }),
});
