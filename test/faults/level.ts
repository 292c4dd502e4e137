/** Owns databases as earlier releases left them: the schema of a backup's migrations, its rows and files, nothing newer. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { openBackup } from '../../apps/api/src/backup/backup-reader.js';
import { storeLines } from '../../apps/api/src/backup/row.js';
import { emptyTables, tablesOf } from '../../apps/api/src/backup/table.js';
import { dataSourceOptions } from '../../apps/api/src/database/data-source.js';
import { bringUpToDate } from '../../apps/api/src/database/schema.js';
import { readEnvironment } from '../../apps/api/src/env/environment.js';
import type { Variables } from './server-process.js';

export type Rows = ReadonlyMap<string, readonly any[]>;

/** Makes the database of a backup in an empty place, and returns its rows by table. */
export async function buildLevel(variables: Variables, backup: string): Promise<Rows> {
  const { manifest, visit } = await openBackup(backup);
  const options = dataSourceOptions(readEnvironment(variables).database);
  const migrations = (options.migrations as { name: string }[]).filter(({ name }) =>
    manifest.migrations.includes(name),
  );
  const older = { ...options, migrations } as DataSourceOptions;
  await bringUpToDate(older);
  const source = await new DataSource(older).initialize();
  const runner = source.createQueryRunner();
  const rows = new Map<string, any[]>(manifest.tables.map(({ name }) => [name, []]));
  try {
    await emptyTables(runner);
    const tables = await tablesOf(runner);
    await visit({
      rows: async (name, lines) => {
        const table = tables.find((each) => each.name === name);
        if (!table) throw new Error(`no table ${name}`);
        await storeLines(runner, table, lines);
        rows.get(name)?.push(
          ...lines
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
        );
      },
      file: async (path, content) => {
        const target = join(String(variables.DATA_DIR), 'files', ...path.split('/'));
        mkdirSync(dirname(target), { recursive: true });
        const chunks: Uint8Array[] = [];
        for await (const chunk of content) chunks.push(chunk);
        writeFileSync(target, Buffer.concat(chunks));
      },
    });
  } finally {
    await runner.release();
    await source.destroy();
  }
  return rows;
}
