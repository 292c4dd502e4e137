import { describe, expect, it } from '@jest/globals';
import { type Area, type AreaType, areaTypes } from '@yimen/contracts';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readCsv, writeCsv } from './area-csv.js';
import { MOST_AREAS, readTable, type TableRow } from './area-table.js';
import { readAreaWorkbook, writeAreaWorkbook } from './area-workbook.js';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const blank = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:-[a-z0-9]{1,5})?$/u);
const marks = fc.constantFrom(
  "'",
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  ',',
  ';',
  '"',
  '_x0041_',
  '&',
  '<',
  '镇',
);
const words = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.array(marks, { maxLength: 8 }).map((all) => all.join('')),
  )
  .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFEFF\uFFFD]/gu, '').trim())
  .filter((text) => text !== '');

const area: fc.Arbitrary<Area> = fc
  .record({
    id,
    parent: blank(id),
    type: fc.constantFrom(...(Object.keys(areaTypes) as AreaType[])),
    name: fc.record({ zh: words, en: words }),
    codes: fc.array(fc.record({ code: fc.stringMatching(/^[0-9]{6}$/u), from: blank(day), until: blank(day) }), {
      maxLength: 3,
    }),
    opened: blank(day),
    closed: blank(day),
    mergedInto: blank(id),
  })
  .map((each) => ({ ...each, level: areaTypes[each.type] }));
const areas = fc.uniqueArray(area, { selector: (each) => each.id, minLength: 1 });
/** Starting a thread costs more than reading another row. */
const many = fc.uniqueArray(area, { selector: (each) => each.id, minLength: 150, size: 'max', maxLength: 300 });

const calculated = /^[=+\-@\t\r＝＋－＠]/u;
const head = ['id', 'parent', 'type', 'name', 'name_en', 'codes', 'opened', 'closed', 'merged_into'];
const row = (line: number, ...cells: string[]): TableRow => ({ line, cells });

describe('The table of areas', () => {
  it('reads back the CSV it wrote, whatever the names are, and none of it is calculated', () => {
    fc.assert(
      fc.property(areas, (written) => {
        const text = writeCsv(written);
        const cells = (parse(text, { bom: true }) as unknown as string[][]).flat();
        expect(cells.filter((cell) => calculated.test(cell))).toEqual([]);
        expect(readCsv(text)).toMatchObject({ issues: [], areas: written });
      }),
      { numRuns: 500 },
    );
  });

  it('reads back the workbook it wrote, in either language', async () => {
    await fc.assert(
      fc.asyncProperty(many, fc.constantFrom('zh' as const, 'en' as const), async (written, lang) => {
        const { areas: read, issues } = await readAreaWorkbook(await writeAreaWorkbook(written, lang));
        expect(issues).toEqual([]);
        expect(read).toEqual(written);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { areas: read, issues } = readCsv(text);
        expect(read.length === 0 ? issues.length : 1).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('is headed by names of columns or by words, in any order, with columns of one’s own', () => {
    const said = [
      '备注',
      '名称',
      '编号',
      '上级编号',
      '类型',
      '英文名称',
      '区划代码',
      '设立日期',
      '撤销日期',
      '并入的编号',
    ];
    const { areas: read, issues } = readTable('areas.xlsx', [
      row(1, ...said),
      row(4, '自用', '梅湾街道', 'meiwan', 'lengshuitan', '街道', '', '431103001', '', '', ''),
    ]);
    expect(issues).toEqual([]);
    expect(read).toMatchObject([
      { id: 'meiwan', type: 'street', level: 'township', name: { zh: '梅湾街道', en: '梅湾街道' } },
    ]);
  });

  it('tells row and column of what is wrong', () => {
    const { issues } = readTable('areas.xlsx', [
      row(1, ...head),
      row(2, 'good', '', 'city', '市', '', '', '', '', ''),
      row(5, 'bad', '', 'kingdom', '国', '', '12', '2014-13-01', '', ''),
    ]);
    expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['bad-code', 5, 6],
      ['bad-cell', 5, 3],
      ['bad-cell', 5, 7],
    ]);
  });

  it('takes so many areas and not one more', () => {
    const rows = (count: number) => [
      row(1, ...head),
      ...Array.from({ length: count }, (_, index) => row(index + 2, `a${index}`, '', 'city', '市', '', '', '', '', '')),
    ];
    expect(readTable('areas.csv', rows(MOST_AREAS)).areas).toHaveLength(MOST_AREAS);
    const { areas: none, issues } = readTable('areas.csv', rows(MOST_AREAS + 1));
    expect([none.length, issues[0]?.code, issues[0]?.line]).toEqual([0, 'too-many-rows', MOST_AREAS + 2]);
  });

  it('knows no columns and areas but its own', () => {
    const { issues } = readTable('areas.csv', [row(1, '__proto__', 'constructor'), row(2, 'a', 'b')]);
    expect(issues[0]?.code).toBe('missing-column');
    const named = readTable('areas.csv', [
      row(1, ...head),
      row(2, '__proto__', '', 'constructor', 'x', '', '', '', '', ''),
    ]);
    expect(named.issues.map(({ code }) => code)).toEqual(['bad-cell', 'bad-cell']);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('x');
  });
});
