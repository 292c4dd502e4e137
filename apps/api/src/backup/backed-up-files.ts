/** Owns the files of a backup: those that its rows name, under their hash, whatever place keeps them. */
import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { type FileStore, placeOf } from '../files/file-store.js';
import { damaged } from './backup-fault.js';

/** The hashes of all files that rows name, in order; a schema without files names none. */
export async function filesNamed(runner: QueryRunner): Promise<string[]> {
  if (!(await runner.hasTable('file'))) return [];
  const rows: { sha256: string }[] = await runner.query('SELECT DISTINCT sha256 FROM file ORDER BY sha256');
  return rows.map(({ sha256 }) => sha256);
}

/** Where the file with a hash stands in a backup. */
export const pathOf = (sha256: string): string => placeOf(sha256).join('/');

/** The hash that a path names; backups of the first format also carried what was no finished file. */
export function hashIn(path: string): string | undefined {
  const last = path.split('/').at(-1) ?? '';
  return /^[0-9a-f]{64}$/u.test(last) && pathOf(last) === path ? last : undefined;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Whether a place keeps a file, and keeps it whole. */
export async function stateOf(store: FileStore, sha256: string): Promise<{ bytes: Uint8Array } | 'gone' | 'damaged'> {
  const bytes = await store.get(sha256);
  if (!bytes) return 'gone';
  return sha256Of(bytes) === sha256 ? { bytes } : 'damaged';
}

/** Puts a file where it belongs unless it lies there whole, and reads it back. */
export async function keep(store: FileStore, sha256: string, bytes: Uint8Array): Promise<void> {
  if (typeof (await stateOf(store, sha256)) === 'object') return;
  await store.put(sha256, bytes);
  if (typeof (await stateOf(store, sha256)) !== 'object') throw damaged(sha256);
}
