/** Owns filling an empty database: all of it or nothing. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { dataSourceOptions, patient } from '../database/data-source.js';
import { bringUpToDate } from '../database/schema.js';
import type { DatabaseLocation } from '../env/environment.js';
import { newerBackup, notEmpty } from './backup-fault.js';
import { emptyTables, tableNames } from './table.js';

/** Runs `fill` in one transaction on the schema of some migrations, then brings the schema up to date. */
export async function fillDatabase(
  location: DatabaseLocation,
  applied: readonly string[],
  fill: (runner: QueryRunner) => Promise<void>,
): Promise<void> {
  const aside = location.kind === 'sqlite' ? { ...location, file: `${location.file}.part` } : location;
  const options = dataSourceOptions(aside);
  const older = withMigrations(options, applied);
  await checkEmpty(location);
  await clear(aside);
  try {
    await bringUpToDate(older);
    await opened(older, (runner) =>
      transaction(runner, async () => {
        await emptyTables(runner);
        await fill(runner);
      }),
    );
    await bringUpToDate(options);
    if (location.kind === 'sqlite') await rename(`${location.file}.part`, location.file);
  } catch (error) {
    await clear(aside);
    throw error;
  }
}

/** The options with the migrations that a backup names, which are the first ones of those there are. */
function withMigrations(options: DataSourceOptions, applied: readonly string[]): DataSourceOptions {
  const all = options.migrations as { name: string }[];
  const unknown = applied.filter((name) => !all.some((each) => each.name === name));
  if (unknown.length > 0) throw newerBackup(unknown.join(', '));
  return { ...options, migrations: all.filter(({ name }) => applied.includes(name)) as never };
}

async function checkEmpty(location: DatabaseLocation): Promise<void> {
  if (location.kind === 'sqlite') {
    // A log that was left of another database would be replayed into the restored one.
    const left = filesOf(location.file).find((file) => existsSync(file));
    if (left) throw notEmpty(left);
    return;
  }
  const names = await opened(dataSourceOptions(location), tableNames);
  if (names.length > 0) throw notEmpty(new URL(location.url).pathname.slice(1));
}

/** The files that SQLite keeps a database in. */
const filesOf = (file: string): string[] => ['', '-wal', '-shm', '-journal'].map((end) => file + end);

/** Takes away what an earlier or this attempt left; the database was found empty before. */
async function clear(location: DatabaseLocation): Promise<void> {
  if (location.kind === 'sqlite') {
    for (const file of filesOf(location.file)) await rm(file, { force: true });
    return;
  }
  await opened(dataSourceOptions(location), async (runner) => {
    await runner.query('SET foreign_key_checks = 0');
    for (const name of await tableNames(runner)) await runner.query(`DROP TABLE \`${name}\``);
    await runner.query('SET foreign_key_checks = 1');
  });
}

async function opened<T>(options: DataSourceOptions, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const source = await new DataSource(patient(options)).initialize();
  const runner = source.createQueryRunner();
  try {
    return await work(runner);
  } finally {
    await runner.release();
    await source.destroy();
  }
}

async function transaction(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  await runner.startTransaction();
  try {
    await work();
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}
