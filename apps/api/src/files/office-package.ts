/** Owns looking into a zipped document before anything unpacks it: how many parts it has, how large they become. */
import { fromBufferPromise, type ZipFile } from 'yauzl';
import { unacceptable } from './unacceptable-file.js';

const MOST_PARTS = 2000;
const MOST_UNPACKED = 100 * 1024 * 1024;
/** Small packages of plain text shrink this much and more; only what is large as well is refused. */
const MOST_RATIO = 100;
const RATIO_MATTERS_FROM = 10 * 1024 * 1024;

/** Zip files start so. */
export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK';

/** Refuses a package that is broken, or becomes too large. What it declares is also what it unpacks to. */
export async function inspectPackage(bytes: Buffer): Promise<void> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }).catch(() => undefined);
  if (!zip) throw broken();
  if (zip.entryCount > MOST_PARTS) throw bomb();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > MOST_UNPACKED || (unpacked > RATIO_MATTERS_FROM && unpacked > bytes.length * MOST_RATIO))
        throw bomb();
      await unpack(zip, entry);
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'Refusal' ? error : broken();
  }
}

/** Unpacks a part into nothing: the library fails as soon as it grows beyond what it declared. */
async function unpack(zip: ZipFile, entry: Parameters<ZipFile['openReadStreamPromise']>[0]): Promise<void> {
  for await (const _ of await zip.openReadStreamPromise(entry));
}

const broken = () =>
  unacceptable('broken-document', '文件已损坏，打不开，请换一份', 'The file is damaged and cannot be opened');

const bomb = () =>
  unacceptable(
    'document-too-large-inside',
    '文件解压后过大，不能接收',
    'The file becomes too large when it is unpacked',
  );
