/** Owns an empty place for server processes: a folder, and on MariaDB a server of our own that can fail. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../apps/api/src/database/data-source.js';
import { readEnvironment } from '../../apps/api/src/env/environment.js';
import { type PrivateMariadb, startPrivateMariadb } from '../support/mariadb.js';
import type { Variables } from './server-process.js';

export const onMariadb = process.env.TEST_DATABASE === 'mariadb';

/** Runs of full length: `YIMEN_LONG=1`. */
export const long = process.env.YIMEN_LONG === '1';

export interface Place {
  /** What a server on this place is started with. */
  readonly variables: Variables;
  readonly folder: string;
  readonly mariadb: PrivateMariadb | undefined;
  /** Asks the database itself. */
  readonly ask: (sql: string) => Promise<any[]>;
  readonly remove: () => Promise<void>;
}

export async function emptyPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-faults-'));
  const mariadb = onMariadb ? await startPrivateMariadb() : undefined;
  const url = await mariadb?.url('yimen');
  const DATA_KEYS = randomBytes(32).toString('base64');
  const variables = { DATA_KEYS, DATA_DIR: folder, ...(url && { DATABASE_URL: url }) };
  return {
    variables,
    folder,
    mariadb,
    ask: (sql) => ask(variables, sql),
    remove: async () => {
      await mariadb?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks the database of some variables. */
export async function ask(variables: Variables, sql: string): Promise<any[]> {
  const source = await new DataSource(dataSourceOptions(readEnvironment(variables).database)).initialize();
  try {
    return await source.query(sql);
  } finally {
    await source.destroy();
  }
}
