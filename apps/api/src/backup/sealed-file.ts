/** Owns the outside of a backup file: written under another name until it is whole, closed by the hash of all before. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { damaged, fileExists } from './backup-fault.js';

const sealOf = (hash: string): string => `\nyimen-backup-sha256 ${hash}\n`;
const SEAL_LENGTH = sealOf('0'.repeat(64)).length;

/** Compresses content into a new file that is on the disk when this resolves; a failure leaves no file. */
export async function writeSealed(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  if (existsSync(path)) throw fileExists(path);
  const part = `${path}.part`;
  try {
    // Accounts and cases are in it: it is for whoever wrote it alone.
    await pipeline(Readable.from(content), createGzip(), sealing(), createWriteStream(part, { mode: 0o600 }));
    await flush(part);
    await rename(part, path);
    await flush(dirname(path));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** The content of a file; check its seal first. */
export function readSealed(path: string, length: number): NodeJS.ReadableStream {
  const file = createReadStream(path, { end: length - 1 });
  const content = createGunzip();
  file.once('error', (error) => content.destroy(error));
  return file.pipe(content);
}

/** The length of what is sealed; a file in which any byte differs from what was written is refused. */
export async function checkSeal(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = size - SEAL_LENGTH;
    if (length <= 0) throw damaged('no seal');
    const hash = createHash('sha256');
    for await (const chunk of file.createReadStream({ end: length - 1, autoClose: false })) hash.update(chunk);
    const seal = Buffer.alloc(SEAL_LENGTH);
    await file.read(seal, 0, SEAL_LENGTH, length);
    if (seal.toString('latin1') !== sealOf(hash.digest('hex'))) throw damaged('seal');
    return length;
  } finally {
    await file.close();
  }
}

function sealing(): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, sealOf(hash.digest('hex')));
    },
  });
}

/** Makes sure that the power may go: of a file its content, of a folder its names. */
async function flush(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
