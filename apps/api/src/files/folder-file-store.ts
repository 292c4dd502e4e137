/** Owns the bytes of files in a folder: whole or not at all, whenever the power goes. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileStore, placeOf } from './file-store.js';

/** Where bytes are written before they are whole. */
const UNFINISHED = 'unfinished';
const AN_HOUR = 3600_000;

export class FolderFileStore implements FileStore {
  constructor(private readonly folder: string) {}

  /** Written under a name of its own and then renamed: a reader sees all of it or nothing. */
  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.folder, ...placeOf(sha256));
    const unfinished = join(this.folder, UNFINISHED, randomUUID());
    await mkdir(dirname(unfinished), { recursive: true });
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeDurably(unfinished, bytes);
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    for (let folder = dirname(path); folder.length >= this.folder.length; folder = dirname(folder))
      await syncFolder(folder);
  }

  async get(sha256: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(join(this.folder, ...placeOf(sha256)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Also clears away what a process that ended left unfinished; another one may still be writing the youngest. */
  async fault(): Promise<string | undefined> {
    const unfinished = join(this.folder, UNFINISHED);
    try {
      await mkdir(unfinished, { recursive: true });
      await tryOut(join(unfinished, randomUUID()));
      for (const name of await readdir(unfinished)) await removeOld(join(unfinished, name));
      return undefined;
    } catch (error) {
      return String(error);
    }
  }
}

/** Writing is the only proof that something can be written: a full disk gives every right. */
async function tryOut(path: string): Promise<void> {
  try {
    await writeFile(path, 'x', { flag: 'wx', mode: 0o600 });
  } finally {
    await rm(path, { force: true });
  }
}

/** Another process may have taken it away meanwhile. */
async function removeOld(path: string): Promise<void> {
  const status = await stat(path).catch(() => undefined);
  if (status && Date.now() - status.mtimeMs > AN_HOUR) await rm(path, { force: true });
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in a folder outlives a loss of power once the folder is written too. Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
