import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../apps/api/src/env/environment.js';
import { BucketFileStore } from '../../apps/api/src/files/bucket-file-store.js';
import type { FileStore } from '../../apps/api/src/files/file-store.js';
import { FolderFileStore } from '../../apps/api/src/files/folder-file-store.js';
import { type S3, startS3 } from './s3.js';

const folder = mkdtempSync(join(tmpdir(), 'yimen-files-'));
let s3: S3;

beforeAll(async () => {
  s3 = await startS3();
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (seed: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 7) % 256);

function bucket(more: Record<string, string> = {}): FileStore {
  const { files } = readEnvironment({ ...s3.variables, ...more });
  if (files.kind !== 's3') throw new Error('no bucket');
  return new BucketFileStore(files);
}

describe.each([
  ['a folder', () => new FolderFileStore(join(folder, 'new', 'files'))],
  ['a bucket', () => bucket()],
] as const)('Files in %s', (_, open) => {
  it('come back byte for byte, empty and large ones too', async () => {
    const store = open();
    for (const length of [0, 1, 65_536, 10 * 1024 * 1024]) {
      const bytes = bytesOf(length, length);
      await store.put(hashOf(bytes), bytes);
      expect(hashOf((await store.get(hashOf(bytes))) ?? new Uint8Array([1]))).toBe(hashOf(bytes));
    }
  });

  it('are found by a store that is opened later', async () => {
    const bytes = bytesOf(1, 100);
    await open().put(hashOf(bytes), bytes);
    expect([...((await open().get(hashOf(bytes))) ?? [])]).toEqual([...bytes]);
  });

  it('that nobody stored are not there', async () => {
    expect(await open().get(hashOf(bytesOf(2, 50)))).toBeUndefined();
  });

  it('may be stored twenty times at once', async () => {
    const store = open();
    const bytes = bytesOf(3, 200_000);
    await Promise.all(Array.from({ length: 20 }, () => store.put(hashOf(bytes), bytes)));
    expect(hashOf((await store.get(hashOf(bytes))) ?? new Uint8Array())).toBe(hashOf(bytes));
  });

  it.each(['', '../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64), `${'a'.repeat(64)}\n`])(
    'have no other name than a hash: %j',
    async (name) => {
      await expect(open().put(name, new Uint8Array())).rejects.toThrow('not a SHA-256');
      await expect(open().get(name)).rejects.toThrow('not a SHA-256');
    },
  );

  it('can be stored here', async () => {
    expect(await open().fault()).toBeUndefined();
  });
});

describe('A folder of files', () => {
  it('keeps the same bytes once, below folders named by their hash, and nothing unfinished', async () => {
    const own = join(folder, 'own');
    const store = new FolderFileStore(own);
    const bytes = bytesOf(4, 1000);
    for (let time = 0; time < 3; time += 1) await store.put(hashOf(bytes), bytes);
    const names = readdirSync(own, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const hash = hashOf(bytes);
    expect(names.map(({ name, parentPath }) => join(parentPath, name))).toEqual([
      join(own, hash.slice(0, 2), hash.slice(2, 4), hash),
    ]);
  });

  it('clears away what a process left unfinished, and leaves what may still be written', async () => {
    const unfinished = join(folder, 'left', 'unfinished');
    mkdirSync(unfinished, { recursive: true });
    for (const name of ['old', 'young']) writeFileSync(join(unfinished, name), 'x');
    utimesSync(join(unfinished, 'old'), 0, 0);
    expect(await new FolderFileStore(join(folder, 'left')).fault()).toBeUndefined();
    expect(readdirSync(unfinished)).toEqual(['young']);
  });

  it('that cannot be one says so', async () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(await new FolderFileStore(join(folder, 'taken')).fault()).toMatch(/ENOTDIR|EEXIST/u);
  });
});

describe('A bucket of files', () => {
  it('that is not there, does not answer or knows other keys says so', async () => {
    expect(await bucket({ FILES_S3_BUCKET: 'other-bucket' }).fault()).toBeDefined();
    expect(await bucket({ FILES_S3_ENDPOINT: 'http://127.0.0.1:1' }).fault()).toBeDefined();
    expect(await bucket({ FILES_S3_SECRET_KEY: 'wrong' }).fault()).toBeDefined();
    await expect(bucket({ FILES_S3_SECRET_KEY: 'wrong' }).put(hashOf(bytesOf(5, 1)), bytesOf(5, 1))).rejects.toThrow();
  });
});
