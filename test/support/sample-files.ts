/** Owns small files of every kind that may be uploaded, and of kinds that may not, made byte by byte. */
import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const uint32 = (...values: number[]): Buffer => Buffer.from(values.flatMap((v) => [v >>> 24, v >>> 16, v >>> 8, v]));
const uint16 = (...values: number[]): Buffer => Buffer.from(values.flatMap((v) => [v >>> 8, v]));

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([ascii(type), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

/** A grey PNG; only its header is as large as it says where `pixels` is false. */
export function png(width = 4, height = 3, pixels = true): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 0x99)]);
  const rows = pixels ? Buffer.concat(Array.from({ length: height }, () => row)) : Buffer.alloc(0);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', Buffer.concat([uint32(width, height), Buffer.from([8, 0, 0, 0, 0])])),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export const jpeg = (width = 4, height = 3): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
    Buffer.from([0xff, 0xc0, 0, 11, 8]),
    uint16(height, width),
    Buffer.from([1, 1, 0x11, 0, 0xff, 0xd9]),
  ]);

export const webp = (width = 4, height = 3): Buffer =>
  Buffer.concat([
    ascii('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0'),
    Buffer.from([width - 1, 0, 0, height - 1, 0, 0]),
    Buffer.alloc(12),
  ]);

const box = (type: string, ...content: Buffer[]): Buffer => {
  const inside = Buffer.concat(content);
  return Buffer.concat([uint32(inside.length + 8), ascii(type), inside]);
};

/** One image of each size in one file, as telephones keep a small one beside the large. */
export function heic(...sizes: (readonly [width: number, height: number])[]): Buffer {
  const images = (sizes.length > 0 ? sizes : [[4, 3] as const]).map(([width, height]) =>
    box('ispe', uint32(0, width, height)),
  );
  return Buffer.concat([
    box('ftyp', ascii('heic\0\0\0\0mif1heic')),
    box('meta', uint32(0), box('iprp', box('ipco', ...images))),
  ]);
}

export const pdf = (): Buffer => ascii('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** The parts of a document that its type is told by, and further ones. */
const office = (main: string, more: Record<string, Uint8Array> = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
      ),
      'main.xml': strToU8('<document/>'),
      ...more,
    }),
  );

export const docx = (more?: Record<string, Uint8Array>): Buffer => office('wordprocessingml.document', more);
export const xlsx = (): Buffer => office('spreadsheetml.sheet');

/** A zip file that is no document. */
export const archive = (): Buffer => Buffer.from(zipSync({ 'notes.txt': strToU8('x') }));

/** A document one part of which becomes this large. */
export const bomb = (bytes: number): Buffer => docx({ 'bomb.xml': new Uint8Array(bytes) });

/** A document that says of every part that it stays small, and lies. */
export function lyingBomb(bytes: number): Buffer {
  const lying = bomb(bytes);
  for (let at = lying.indexOf('PK\x01\x02'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 1))
    if (lying.readUInt32LE(at + 24) === bytes) lying.writeUInt32LE(1000, at + 24);
  return lying;
}

/** A document of very many parts. */
export const crowd = (parts: number): Buffer =>
  docx(Object.fromEntries(Array.from({ length: parts }, (_, index) => [`p${index}`, new Uint8Array(0)])));
