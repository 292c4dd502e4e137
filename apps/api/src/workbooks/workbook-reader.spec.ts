import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { readWorkbook } from './workbook-reader.js';
import { writeWorkbook } from './workbook-writer.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const read = (bytes: Uint8Array, mostRows = 100) => readWorkbook(bytes, 'areas.xlsx', mostRows);
const written = (...rows: string[][]) => writeWorkbook('表', [{ heading: '甲', width: 9 }], rows);

async function withSheet(cells: string): Promise<Uint8Array> {
  const parts = unzipSync(await written(['x'])) as Zippable;
  const root = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
  return zipSync({ ...parts, [SHEET]: strToU8(`${root}<sheetData>${cells}</sheetData></worksheet>`) });
}

/** The archive with another size of a part in its directory. */
function declaring(archive: Uint8Array, part: string, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const entry = bytes.lastIndexOf(part) - 46;
  bytes.writeUInt32LE(size, entry + 24);
  return bytes;
}

describe('Reading a workbook', () => {
  it('gives the texts of the first sheet, row by row, no more of them than asked for', async () => {
    const bytes = await written(['一'], [''], ['=1+1'], ['_x0041_']);
    expect(await read(bytes)).toMatchObject({ ok: true, value: [['甲'], ['一'], [''], ["'=1+1"], ['_x0041_']] });
    expect(await read(bytes, 2)).toMatchObject({ value: [['甲'], ['一']] });
  });

  it('gives back texts that every object has', async () => {
    const texts = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '_x005F_', '__x0041_'];
    const bytes = await written(...texts.map((each) => [each]));
    expect(await read(bytes)).toMatchObject({ ok: true, value: [['甲'], ...texts.map((each) => [each])] });
  });

  it('keeps the digits of long codes and the days of dates', async () => {
    const bytes = await withSheet(
      '<row r="2"><c r="A2"><v>431102001002</v></c><c r="B2"><v>4.31102001002E+11</v></c><c r="C2" t="d"><v>2016-01-01T00:00:00</v></c></row>',
    );
    expect(await read(bytes)).toMatchObject({
      value: [
        ['', '', ''],
        ['431102001002', '431102001002', '2016-01-01'],
      ],
    });
  });

  it('refuses what is no workbook', async () => {
    const parts = unzipSync(await written(['x'])) as Zippable;
    delete parts[SHEET];
    for (const bytes of [
      new Uint8Array(),
      strToU8('id,name'),
      zipSync({}),
      zipSync({ 'a.xml': strToU8('<a') }),
      zipSync(parts),
    ])
      expect(await read(bytes)).toMatchObject({
        ok: false,
        issues: [{ code: 'bad-workbook', document: 'areas.xlsx' }],
      });
  });

  it('takes a workbook with any bytes changed without failing', async () => {
    const whole = await written(['一'], ['二']);
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, to } of changes) bytes[at] = to;
        const { ok, issues } = await read(bytes);
        expect(ok || issues.length > 0).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses an archive that says it unpacks to too much, or has too many parts', async () => {
    const parts = unzipSync(await written(['x'])) as Zippable;
    const bomb = zipSync({ ...parts, 'xl/media/bomb.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await read(bomb)).toMatchObject({
      ok: false,
      issues: [{ code: 'workbook-too-large', pointer: '/xl~1media~1bomb.xml' }],
    });
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.xml`, new Uint8Array()]));
    expect(await read(zipSync(many))).toMatchObject({ issues: [{ code: 'workbook-too-large' }] });
  });

  it('unpacks no more of a part than its directory declares', async () => {
    const cells = '<row r="1"><c r="A1"><v>1</v></c></row>'.padEnd(8 * 1024 * 1024);
    const bytes = declaring(await withSheet(cells), SHEET, 200);
    expect(await read(bytes)).toMatchObject({ ok: false, issues: [{ code: 'bad-workbook' }] });
  });

  it('ends a sheet that would fill the memory', async () => {
    const bytes = await withSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    expect(await read(bytes)).toMatchObject({ ok: false, issues: [{ code: 'workbook-too-heavy' }] });
    expect(await read(await written(['一']))).toMatchObject({ ok: true });
  });
});
