/** Owns the key that is kept in the folder for data, where the environment gives none. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openingFault } from '../database/database-fault.js';
import { secretsIn } from '../env/environment.js';

const NAME = 'data.keys';

export const keyFileIn = (folder: string): string => join(folder, NAME);

/** The keys in the folder; a new one is made where there is no file. Throws where the file is damaged. */
export function secretsOfFolder(folder: string): Uint8Array[] {
  const path = keyFileIn(folder);
  const secrets = secretsIn(contentOf(folder, path));
  if (secrets) return secrets;
  throw new Error(`密钥文件 ${path} 已损坏，请从备份恢复 / the key file ${path} is damaged; restore it from a backup`);
}

/** A folder that is not there or not writable will not do for the database either, and is told in the same words. */
function contentOf(folder: string, path: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    make(path);
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw openingFault(error);
  }
}

/** Writes a new key, unless somebody has: the file is never written over. */
function make(path: string): void {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `${randomBytes(32).toString('base64')}\n`);
    fsyncSync(file);
    closeSync(file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
}
