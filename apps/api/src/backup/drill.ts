/** Owns the drill: a backup restored into a scratch place beside the real one, which then goes. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { DatabaseLocation } from '../env/environment.js';
import type { Manifest } from './manifest.js';
import { type Place, restoreBackup } from './restore.js';

/** Restores a backup for a trial on the kind of database in use, its files into a folder; nothing of it stays. */
export async function drillBackup({ database, data }: Place, path: string): Promise<Manifest> {
  await mkdir(data, { recursive: true });
  const folder = await mkdtemp(join(data, 'drill-'));
  try {
    const files = { kind: 'folder', folder: join(folder, 'files') } as const;
    return await inScratch(database, folder, (scratch) =>
      restoreBackup({ database: scratch, data: folder, files }, path),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inScratch<T>(
  location: DatabaseLocation,
  folder: string,
  work: (scratch: DatabaseLocation) => Promise<T>,
): Promise<T> {
  if (location.kind === 'sqlite') return work({ kind: 'sqlite', file: join(folder, 'yimen.sqlite') });
  const name = `yimen_drill_${randomBytes(6).toString('hex')}`;
  const url = new URL(location.url);
  url.pathname = `/${name}`;
  await statement(location.url, `CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
  try {
    return await work({ kind: 'mysql', url: url.href });
  } finally {
    await statement(location.url, `DROP DATABASE \`${name}\``);
  }
}

async function statement(url: string, sql: string): Promise<void> {
  const connection = await createConnection(url);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
