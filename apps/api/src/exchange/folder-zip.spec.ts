import { describe, expect, it } from '@jest/globals';
import { editionFromDocuments, editionPaths, type Parsed } from '@yimen/config';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { configurationFiles, editionIn, shippedEditions } from '../../../../test/support/shipped.js';
import { folderFiles } from './folder-files.js';
import { type ReadFolder, readFolderZip } from './folder-reading.js';
import { folderZip } from './folder-zip.js';

const editions = shippedEditions();
const standard = editionIn('yongzhou/acceptance/2014');
const shipped = configurationFiles();

/** A zip of texts by the names that it gives them. */
const zipOf = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const textsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const codesOf = ({ issues }: Parsed<ReadFolder>): string[] => issues.map(({ code }) => code);

const renamed = (rename: (name: string) => string): Uint8Array => {
  const texts = Object.entries(folderFiles(standard.documents));
  return zipOf(Object.fromEntries(texts.map(([name, text]) => [rename(name), text])));
};

/** The archive with another unpacked size of each part in its directory. */
function declaring(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  let entry = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
  while (entry >= 0) {
    bytes.writeUInt32LE(size, entry + 24);
    entry = bytes.indexOf('PK\u0001\u0002', entry + 4, 'latin1');
  }
  return bytes;
}

describe('The zip of an edition', () => {
  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'of %s holds its files as shipped',
    (id, edition) => {
      const texts = textsOf(folderZip(edition.documents));
      const own = editionPaths(id, Object.keys(shipped)).filter((path) => path in edition.documents);
      expect(Object.keys(texts)).toEqual(own);
      for (const path of own) {
        if (path.endsWith('.jsonl')) expect(texts[path]).toBe(shipped[path]);
        else expect(JSON.parse(texts[path] ?? '')).toEqual(JSON.parse(shipped[path] ?? ''));
        if (!path.startsWith('rules/calendars/')) expect(texts[path]).toBe(shipped[path]);
      }
    },
  );

  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'of %s comes back with its hash',
    (id, edition) => {
      const read = readFolderZip(folderZip(edition.documents));
      expect(read).toMatchObject({ ok: true, issues: [], value: { id, edition: { hash: edition.hash } } });
    },
  );

  it('has the same bytes whenever it is written', () => {
    expect(folderZip(standard.documents)).toEqual(folderZip(structuredClone(standard.documents)));
  });

  it('comes back with what was edited, whatever its texts', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(texts, texts, (zh, en) => {
        const path = `rules/${standard.id}/edition.json`;
        const manifest = { ...(standard.documents[path] as object), title: { zh, en } };
        const edited = editionFromDocuments(standard.id, { ...standard.documents, [path]: manifest });
        const read = edited.ok ? readFolderZip(folderZip(edited.edition.documents)) : edited;
        expect(read).toMatchObject({ ok: true, value: { edition: { hash: edited.ok && edited.edition.hash } } });
      }),
      { numRuns: 10 },
    );
  });
});

describe('Reading a zip of a folder', () => {
  it('finds the edition inside a folder, packed on Windows, beside what archivers add', () => {
    const texts = textsOf(renamed((name) => `导出 1\\${name.replaceAll('/', '\\')}`));
    const read = readFolderZip(zipOf({ ...texts, '__MACOSX/rules/._x.json': 'x', '导出 1\\README.md': '#' }));
    expect(read).toMatchObject({ ok: true, issues: [], value: { edition: { hash: standard.hash } } });
  });

  it('tells of files that are no part of the edition and leaves them', () => {
    const stray = `rules/${standard.id}/old/facts.json`;
    const read = readFolderZip(zipOf({ ...textsOf(folderZip(standard.documents)), [stray]: '{}' }));
    expect(read).toMatchObject({ ok: true, issues: [{ code: 'not-imported', severity: 'warning' }] });
    expect(read.ok && read.value.edition.hash).toBe(standard.hash);
  });

  it('says where a document is wrong', () => {
    const texts = textsOf(folderZip(standard.documents));
    const path = `rules/${standard.id}/hardware.json`;
    const read = readFolderZip(
      zipOf({ ...texts, [path]: (texts[path] ?? '').replace('"points": 45', '"points": "45"') }),
    );
    expect(read).toMatchObject({ ok: false, issues: [{ document: path, pointer: '/points', line: 8, column: 3 }] });
  });

  it.each([
    '../rules/x.json',
    'a/../../rules/x.json',
    '..\\rules\\x.json',
    '/rules/x.json',
    '\\rules\\x.json',
    'C:\\rules\\x.json',
    'rules/x\u0000.json',
  ])('refuses a zip that names %j', (name) => {
    const read = readFolderZip(zipOf({ ...textsOf(folderZip(standard.documents)), [name]: '{}' }));
    expect(read.ok).toBe(false);
    expect(codesOf(read)).toEqual(['path-outside']);
  });

  it('refuses several editions, and none', () => {
    const all = editions.map((edition) => textsOf(folderZip(edition.documents)));
    expect(codesOf(readFolderZip(zipOf(Object.assign({}, ...all))))).toEqual(['several-editions']);
    expect(codesOf(readFolderZip(zipOf({ 'rules/calendars/cn.json': '{}' })))).toEqual(['no-edition']);
  });

  it('refuses the same place twice', () => {
    const texts = textsOf(folderZip(standard.documents));
    const path = `rules/${standard.id}/lists.json`;
    expect(codesOf(readFolderZip(zipOf({ ...texts, [`./${path}`]: texts[path] ?? '' })))).toEqual(['duplicate-path']);
  });

  it('refuses what asks for too much before it is unpacked', () => {
    const zip = folderZip(standard.documents);
    const bomb: Zippable = { 'rules/a/b/2014/edition.json': new Uint8Array(8 * 1024 * 1024) };
    const tight = { parts: 3, unpacked: 1e6, ratio: 100 };
    expect(codesOf(readFolderZip(zip, tight))).toEqual(['archive-too-large']);
    expect(codesOf(readFolderZip(zip, { ...tight, parts: 500, unpacked: 1000 }))).toEqual(['archive-too-large']);
    expect(codesOf(readFolderZip(zipSync(bomb, { level: 9 })))).toEqual(['archive-too-large']);
    expect(codesOf(readFolderZip(declaring(zip, 2 ** 31)))).toEqual(['archive-too-large']);
  });

  it('is not deceived by a directory that declares less than there is', () => {
    expect(readFolderZip(declaring(folderZip(standard.documents), 20)).ok).toBe(false);
  });

  it('refuses bytes that are no text', () => {
    const path = `rules/${standard.id}/lists.json`;
    const parts = { ...unzipSync(folderZip(standard.documents)), [path]: new Uint8Array([0xff, 0xfe, 0x7b]) };
    expect(codesOf(readFolderZip(zipSync(parts)))).toEqual(['not-utf8']);
  });

  it('never throws, whatever the bytes', () => {
    const zip = folderZip(standard.documents);
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.nat(255), fc.nat(zip.length), (at, byte, end) => {
        const damaged = Uint8Array.from(zip);
        damaged[at] = byte;
        const read = readFolderZip(damaged.subarray(0, end > 200 ? zip.length : end));
        expect(read.ok || read.issues.length > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(readFolderZip(new Uint8Array()).ok).toBe(false);
  });
});
