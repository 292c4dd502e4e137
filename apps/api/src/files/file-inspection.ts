/** Owns deciding what uploaded bytes are, by the bytes themselves, and whether they are taken. */
import { fileTypes, type MediaType, mostPixels } from '@yimen/contracts';
import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import { extensionOf } from './file-name.js';
import { inspectPackage, isZip } from './office-package.js';
import { unacceptable } from './unacceptable-file.js';

/** What a client says of its bytes. */
export interface Claim {
  readonly name: string;
  readonly mediaType: string;
}

/** The media type of bytes that are taken; refuses all others, and those that are not what they are called. */
export async function inspect(bytes: Buffer, claim: Claim): Promise<MediaType> {
  if (bytes.length === 0) throw unacceptable('empty-file', '文件是空的', 'The file is empty');
  if (isZip(bytes)) await inspectPackage(bytes);
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (!isTaken(found)) throw unsupported();
  if (!agrees(found, claim)) throw mismatch(found);
  if (fileTypes[found].kind === 'image') inspectImage(bytes);
  return found;
}

const isTaken = (type: string): type is MediaType => Object.hasOwn(fileTypes, type);

const unsupported = () =>
  unacceptable(
    'unsupported-file',
    '不能接收这种文件，请上传 JPEG、PNG、WebP、HEIC 图片，或 PDF、DOCX、XLSX 文件',
    'This is not taken; upload a JPEG, PNG, WebP or HEIC image, or a PDF, DOCX or XLSX file',
  );

/** Types that say nothing, as browsers send for files that their system does not know. */
const sayingNothing = new Set(['', 'application/octet-stream', 'application/zip', 'application/x-zip-compressed']);
const aliases: Readonly<Record<string, string>> = { 'image/jpg': 'image/jpeg', 'image/pjpeg': 'image/jpeg' };

/** A name without an extension claims nothing; types that share their extensions are one to people. */
function agrees(found: MediaType, { name, mediaType }: Claim): boolean {
  const extensions: readonly string[] = fileTypes[found].extensions;
  const extension = extensionOf(name);
  const [claimed = ''] = mediaType.toLowerCase().split(';');
  const claimedType = aliases[claimed.trim()] ?? claimed.trim();
  const sameType =
    sayingNothing.has(claimedType) ||
    (isTaken(claimedType) && fileTypes[claimedType].extensions.some((each) => extensions.includes(each)));
  return sameType && (extension === '' || extensions.includes(extension));
}

function mismatch(found: MediaType) {
  const extension = fileTypes[found].extensions[0];
  return unacceptable(
    'file-type-mismatch',
    `文件内容是 ${extension.toUpperCase()}，与文件名或类型不符，请改正后再传`,
    `The file holds ${extension.toUpperCase()}, which is not what its name or type says; correct that`,
  );
}

/** The size stands in the image's head: nothing is decoded. A file of several images counts as its largest. */
function inspectImage(bytes: Buffer): void {
  const size = sizeOf(bytes);
  if (!size) throw unacceptable('broken-image', '图片已损坏，打不开，请换一张', 'The image is damaged');
  if (size.width * size.height <= mostPixels) return;
  throw unacceptable(
    'too-many-pixels',
    `图片过大（${size.width}×${size.height}），请缩小到 ${mostPixels / 1e4} 万像素以内`,
    `The image is too large (${size.width}×${size.height}); at most ${mostPixels / 1e6} megapixels`,
  );
}

/** Most sizes that the head of a photo may name; those of cameras name a few. */
const MOST_SIZES = 1000;

/** Whether a file names so many sizes that reading them, which takes their number squared, would keep others waiting. */
function namesTooManySizes(bytes: Buffer): boolean {
  let count = 0;
  for (let at = bytes.indexOf('ispe'); at >= 0 && count <= MOST_SIZES; at = bytes.indexOf('ispe', at + 4)) count += 1;
  return count > MOST_SIZES;
}

function sizeOf(bytes: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (namesTooManySizes(bytes)) return undefined;
  try {
    // A copy of its own: the library reads on behind the end of a view that shares its memory.
    const { width, height, images = [] } = imageSize(new Uint8Array(bytes));
    const [largest] = [{ width, height }, ...images].sort((a, b) => b.width * b.height - a.width * a.height);
    return largest && largest.width > 0 && largest.height > 0 ? largest : undefined;
  } catch {
    return undefined;
  }
}
