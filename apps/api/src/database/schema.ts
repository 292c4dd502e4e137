/** Owns bringing the schema up to date: one process at a time, and as if nothing had happened after an interruption. */
import { createHash } from 'node:crypto';
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { Refusal } from '../refusal.js';
import { patient } from './data-source.js';

/** How long a process waits for another one that migrates; a large table takes its time. */
const LONGEST_WAIT_SECONDS = 600;

/** Runs the migrations that the database lacks, on a connection of its own. */
export async function bringUpToDate(options: DataSourceOptions): Promise<void> {
  const source = await new DataSource(patient(options)).initialize();
  try {
    await (options.type === 'mysql' ? migrateMysql(source) : migrateSqlite(source));
  } finally {
    await source.destroy();
  }
}

/** The names of the migrations that a database has had, in their order; none where there is no schema. */
export async function appliedMigrations(runner: QueryRunner): Promise<string[]> {
  if (!(await runner.hasTable('migrations'))) return [];
  const rows: { name: string }[] = await runner.query('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

/** All of it in one transaction: an interruption leaves the schema as it was. */
async function migrateSqlite(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  // Tables are rebuilt; with the keys on, what refers to them would go. Inside a transaction the pragma does nothing.
  await runner.query('PRAGMA foreign_keys = OFF');
  await runner.query('BEGIN IMMEDIATE');
  try {
    await migrate(source, runner);
    const broken: unknown[] = await runner.query('PRAGMA foreign_key_check');
    if (broken.length > 0) throw new Error(`${broken.length} rows refer to rows that are not there`);
    await runner.query('COMMIT');
  } catch (error) {
    if ((await runner.connect()).inTransaction) await runner.query('ROLLBACK');
    throw error;
  }
}

/** Under a lock that ends with its connection. A cluster that knows no such lock has to be started one by one. */
async function migrateMysql(source: DataSource): Promise<void> {
  const holder = source.createQueryRunner();
  const [{ name }] = await holder.query('SELECT DATABASE() AS name');
  const lock = `yimen ${createHash('sha256').update(name).digest('hex').slice(0, 40)}`;
  try {
    const [{ held }] = await locked(holder, lock);
    if (Number(held) !== 1) throw migratingElsewhere();
    await migrate(source, holder);
    await holder.query('SELECT RELEASE_LOCK(?)', [lock]);
  } finally {
    await holder.release();
  }
}

async function locked(holder: QueryRunner, lock: string): Promise<[{ held: unknown }]> {
  try {
    return await holder.query('SELECT GET_LOCK(?, ?) AS held', [lock, LONGEST_WAIT_SECONDS]);
  } catch (error) {
    if ((error as { driverError?: { code?: unknown } }).driverError?.code === 'ER_NOT_SUPPORTED_YET')
      return [{ held: 1 }];
    throw error;
  }
}

async function migrate(source: DataSource, runner: QueryRunner): Promise<void> {
  const known = new Set(source.migrations.map(({ name }) => name));
  const newer = (await appliedMigrations(runner)).filter((name) => !known.has(name));
  if (newer.length > 0) throw newerSchema(newer);
  await source.runMigrations({ transaction: 'none' });
}

const newerSchema = (names: readonly string[]): Refusal =>
  new Refusal('conflict', 'newer-schema', {
    zh: `数据库来自更新的版本（${names.join('、')}），请升级程序`,
    en: `The database was made by a newer version (${names.join(', ')}); upgrade the program`,
  });

const migratingElsewhere = (): Refusal =>
  new Refusal('conflict', 'migrating-elsewhere', {
    zh: `另一个进程升级数据库已超过 ${LONGEST_WAIT_SECONDS} 秒，请等它结束后再启动`,
    en: `Another process has been migrating for more than ${LONGEST_WAIT_SECONDS} seconds; start again when it is done`,
  });
