import { describe, expect, it } from '@jest/globals';
import {
  archive,
  bomb,
  crowd,
  docx,
  heic,
  jpeg,
  lyingBomb,
  pdf,
  png,
  webp,
  xlsx,
} from '../../../../test/support/sample-files.js';
import { Refusal } from '../refusal.js';
import { inspect } from './file-inspection.js';

const MB = 1024 * 1024;

async function told(bytes: Buffer, name = '', mediaType = ''): Promise<string> {
  try {
    return await inspect(bytes, { name, mediaType });
  } catch (error) {
    if (error instanceof Refusal) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`).join();
    throw error;
  }
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('A file is taken for what its bytes are', () => {
  it.each([
    ['image/jpeg', 'a.JPEG', jpeg()],
    ['image/png', '截图.png', png()],
    ['image/webp', 'a.webp', webp()],
    ['image/heic', 'IMG_1.HEIC', heic()],
    ['application/pdf', 'a.pdf', pdf()],
    [word, '申请书.docx', docx()],
    [sheet, 'a.xlsx', xlsx()],
  ])('%s', async (type, name, bytes) => {
    expect(await told(bytes, name, type)).toBe(type);
    expect(await told(bytes, name, '')).toBe(type);
    expect(await told(bytes, '', 'application/octet-stream')).toBe(type);
  });

  it('whatever else follows in it', async () => {
    const both = Buffer.concat([png(), Buffer.from('<script>alert(1)</script>'), docx()]);
    expect(await told(both, 'a.png', 'image/png')).toBe('image/png');
  });
});

describe('A file is refused', () => {
  it.each([
    ['when it is empty', Buffer.alloc(0), 'a.png', 'empty-file /file'],
    ['when it is a page', Buffer.from('<!doctype html><script>x</script>'), 'a.html', 'unsupported-file /file'],
    [
      'when it is a picture that can hold scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.svg',
      'unsupported-file /file',
    ],
    ['when it is a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'a.exe', 'unsupported-file /file'],
    ['when it moves', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'a.gif', 'unsupported-file /file'],
    ['when it is called something else', png(), 'a.jpg', 'file-type-mismatch /file'],
    ['when it is a page called a picture', Buffer.from('<!doctype html>'), 'a.png', 'unsupported-file /file'],
    [
      'when an image has more pixels than bytes could hold',
      png(100_000, 100_000, false),
      'a.png',
      'too-many-pixels /file',
    ],
    ['when a later image in it has', heic([4, 3], [60_000, 60_000]), 'a.heic', 'too-many-pixels /file'],
    ['when an image has no size', jpeg(0, 3), 'a.jpg', 'broken-image /file'],
    [
      'when a photo names thousands of sizes',
      heic(...Array.from({ length: 2000 }, () => [8, 8] as const)),
      'a.heic',
      'broken-image /file',
    ],
    ['when an image ends in its head', png().subarray(0, 20), 'a.png', 'broken-image /file'],
    ['when a document ends before its end', docx().subarray(0, -30), 'a.docx', 'broken-document /file'],
    ['when a document becomes too large', bomb(120 * MB), 'a.docx', 'document-too-large-inside /file'],
    ['when a document shrinks beyond belief', bomb(20 * MB), 'a.docx', 'document-too-large-inside /file'],
    ['when a document lies about how large it becomes', lyingBomb(120 * MB), 'a.docx', 'broken-document /file'],
    ['when a document has too many parts', crowd(3000), 'a.docx', 'document-too-large-inside /file'],
    ['when it is a mere archive', archive(), 'a.zip', 'unsupported-file /file'],
  ])('%s', async (_, bytes, name, expected) => {
    expect(await told(bytes, name)).toBe(expected);
  });

  it('when its declared type is another one', async () => {
    expect(await told(png(), 'a.png', 'application/pdf')).toBe('file-type-mismatch /file');
    expect(await told(png(), 'a.png', 'text/html')).toBe('file-type-mismatch /file');
    expect(await told(jpeg(), 'a.jpg', 'image/jpg')).toBe('image/jpeg');
  });
});
