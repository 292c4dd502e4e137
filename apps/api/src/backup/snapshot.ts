/** Owns a still view of the database while a server goes on writing. */
import { existsSync } from 'node:fs';
import { DataSource, type QueryRunner } from 'typeorm';
import { dataSourceOptions, patient } from '../database/data-source.js';
import type { DatabaseLocation } from '../env/environment.js';
import { nothingToBackUp } from './backup-fault.js';

/** Everything that `work` reads is as it was at one moment. */
export async function inSnapshot<T>(location: DatabaseLocation, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  if (location.kind === 'sqlite' && !existsSync(location.file)) throw nothingToBackUp();
  const source = await new DataSource(patient(dataSourceOptions(location))).initialize();
  const runner = source.createQueryRunner();
  try {
    for (const statement of beginning[location.kind]) await runner.query(statement);
    return await work(runner);
  } finally {
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}

/** SQLite takes its view at the first reading. */
const beginning: Readonly<Record<DatabaseLocation['kind'], readonly string[]>> = {
  sqlite: ['BEGIN', 'SELECT count(*) FROM sqlite_master'],
  mysql: ['SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ', 'START TRANSACTION WITH CONSISTENT SNAPSHOT'],
};
