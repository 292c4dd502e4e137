import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Edition, editionFromDocuments, type Parsed } from '@yimen/config';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { editionIn } from '../../../../test/support/shipped.js';
import { plainText } from '../workbooks/cell-text.js';
import { unguarded } from '../workbooks/formula-guard.js';
import { readWorkbook } from '../workbooks/workbook-reader.js';
import { writeWorkbook } from '../workbooks/workbook-writer.js';
import { type AnnexColumn, annexColumns, annexFields, columnNames } from './annex-columns.js';
import { readStandardWorkbook, type StandardEdits } from './annex-reading.js';
import { isStandard, type StandardEdition } from './annex-rows.js';
import { standardWorkbook } from './annex-workbook.js';
import type { Documents } from './documents.js';

type Sheet = string[][];

const shipped = asStandard(editionIn('yongzhou/acceptance/2014'));
const HEADING = 3;

function asStandard(edition: Edition): StandardEdition {
  if (!isStandard(edition)) throw new Error(`${edition.id} is no standard`);
  return edition;
}

function editionOf(documents: Documents): StandardEdition {
  const built = editionFromDocuments(shipped.id, documents);
  if (!built.ok) throw new Error(JSON.stringify(built.issues[0]));
  return asStandard(built.edition);
}

/** The sheet as another program would show it, and write it again. */
async function sheetOf(bytes: Uint8Array): Promise<Sheet> {
  const read = await readWorkbook(bytes, 'x', 1000);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value.map((row) => row.map(unguarded));
}

const bytesOf = (sheet: Sheet): Promise<Uint8Array> =>
  writeWorkbook(
    '表',
    (sheet[0] ?? []).map((heading) => ({ heading, width: 9 })),
    sheet.slice(1),
  );

const taken = async (sheet: Sheet, documents: Documents = shipped.documents): Promise<Parsed<StandardEdits>> =>
  readStandardWorkbook(await bytesOf(sheet), documents);

const at = (column: AnnexColumn): number => columnNames.indexOf(column);
const rowOf = (sheet: Sheet, line: string): string[] => sheet.find((row) => row[at('lineId')] === line) as string[];
const numberOf = (sheet: Sheet, line: string): number => sheet.indexOf(rowOf(sheet, line)) + 1;
const told = ({ issues }: Parsed<unknown>) => issues.map(({ code, severity, line }) => [code, severity, line]);

const hardware = `rules/${shipped.id}/hardware.json`;
const copy = (sheet: Sheet): Sheet => sheet.map((row) => [...row]);

let original: Sheet;
beforeAll(async () => {
  original = await sheetOf(await standardWorkbook(shipped, 'zh'));
});

describe('The workbook of a standard', () => {
  it('merges, hides its ids, and prints on pages that begin with the headings', async () => {
    const parts = unzipSync(await standardWorkbook(shipped, 'zh'));
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    const hidden = [...xml.matchAll(/<col [^>]*min="(\d+)"[^>]*hidden="1"/gu)].map(([, column]) => Number(column) - 1);
    expect(hidden).toEqual([at('lineId'), at('marks')]);
    const first = HEADING + 2;
    for (const range of [`A${first}:A${first + 2}`, `B${first}:B${first + 2}`, `A${first + 3}:A${first + 11}`, 'A2:I2'])
      expect(xml).toContain(`<mergeCell ref="${range}"/>`);
    expect(xml).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/u);
    expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"\/><headerFooter>/u);
    const workbook = strFromU8(parts['xl/workbook.xml'] as Uint8Array);
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'验收标准'!$4:$4</definedName>`,
    );
    expect(workbook).toMatch(/_xlnm\.Print_Area" localSheetId="0">'验收标准'!\$A\$1:\$I\$\d+</u);
  });

  it('says everything of every line, in either language', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const sheet = await sheetOf(await standardWorkbook(shipped, lang));
      expect(sheet[1]?.[0]).toBe(shipped.title[lang]);
      expect(sheet[HEADING]).toEqual(columnNames.map((name) => annexColumns[name].title[lang]));
      for (const category of shipped.standard.categories) {
        for (const line of category.indicators.flatMap(({ lines }) => lines)) {
          const row = rowOf(sheet, line.id);
          expect(row[at('line')]).toBe(line.title[lang]);
          expect(row[at('linePoints')]).toBe(String(line.points));
          expect(row[at('standard')]).toBe(line.standard[lang]);
          expect(row[at('clause')]).toBe(line.clause);
        }
      }
    }
  });

  it.each(['zh', 'en'] as const)('comes back in %s without an edit', async (lang) => {
    const read = await readStandardWorkbook(await standardWorkbook(shipped, lang), shipped.documents);
    expect(read).toEqual({ ok: true, value: { documents: shipped.documents, edits: 0 }, issues: [] });
  });
});

describe('A standard workbook that comes back', () => {
  it('changes what was edited and nothing else', async () => {
    const sheet = copy(original);
    const computers = rowOf(sheet, 'equipment');
    computers[at('linePoints')] = '７分';
    computers[at('standard')] = '必需的办公设施齐全得满分';
    rowOf(sheet, 'leadership')[at('category')] = '组织与实施';
    const read = await taken(sheet);
    expect(read).toMatchObject({ ok: true, value: { edits: 3 }, issues: [] });
    const documents: Documents = read.ok ? read.value.documents : {};
    const changed = Object.keys(documents).filter((path) => documents[path] !== shipped.documents[path]);
    expect(changed).toEqual([hardware, `rules/${shipped.id}/organisation.json`]);
    const line = editionOf(documents).standard.categories[1]?.indicators[2]?.lines[0];
    expect(line).toMatchObject({ points: 7, standard: { zh: '必需的办公设施齐全得满分', en: expect.any(String) } });
    expect(editionOf(documents).standard.categories[0]?.title).toEqual({ zh: '组织与实施', en: 'Organisation' });
  });

  it('gives a line that is passed or lost as a whole its new points as a whole', async () => {
    const sheet = copy(original);
    rowOf(sheet, 'broadband')[at('linePoints')] = '3';
    rowOf(sheet, 'broadband')[at('standard')] = '开通宽带得满分';
    const read = await taken(sheet);
    expect(read).toMatchObject({ ok: true, value: { edits: 2 } });
    const lines = editionOf(read.ok ? read.value.documents : {}).standard.categories.flatMap(({ indicators }) =>
      indicators.flatMap((indicator) => indicator.lines),
    );
    expect(lines.find(({ id }) => id === 'broadband')).toMatchObject({
      points: 3,
      standard: { zh: '开通宽带得满分' },
      rules: [{ event: { type: 'deduct', params: { points: 3 } } }],
    });
  });

  it('knows its rows in any order, its cells unmerged and filled, its columns moved', async () => {
    const lines = copy(original)
      .filter((row) => row[at('marks')] !== '')
      .slice(1);
    const filled = lines.map((row, index) => {
      const above = lines.slice(0, index + 1).reverse();
      return row.map((cell, column) => cell || (above.find((each) => each[column] !== '')?.[column] ?? ''));
    });
    const moved = [original[HEADING] as string[], ...filled.reverse()].map((row) => [...row].reverse());
    expect(await taken(moved)).toMatchObject({ ok: true, value: { edits: 0 } });
  });

  it('leaves what others changed since the export, and says where both did', async () => {
    const sheet = copy(original);
    rowOf(sheet, 'equipment')[at('linePoints')] = '7';
    const category = structuredClone(shipped.documents[hardware]) as any;
    const [line, other] = category.indicators[2].lines;
    Object.assign(line, { points: 8 });
    Object.assign(other, { points: 9 });
    const read = await taken(sheet, { ...shipped.documents, [hardware]: category });
    expect(told(read)).toEqual([['changed-meanwhile', 'warning', numberOf(sheet, 'equipment')]]);
    const after = (read.ok ? read.value.documents[hardware] : {}) as any;
    expect(after.indicators[2].lines.slice(0, 2).map(({ points }: any) => points)).toEqual([7, 9]);
    expect(read).toMatchObject({ value: { edits: 1 } });
  });

  it('tells of new rows and of rows that are gone, and adds and removes nothing', async () => {
    const sheet = copy(original);
    const at10 = numberOf(sheet, 'equipment');
    const row = columnNames.map((name) => (name === 'line' ? '投影仪' : ''));
    sheet.splice(at10, 0, row);
    const gone = sheet.filter((each) => each[at('lineId')] !== 'broadband');
    const read = await taken(gone);
    expect(told(read)).toEqual([
      ['new-row', 'warning', at10 + 1],
      ['row-missing', 'warning', undefined],
    ]);
    expect(read).toMatchObject({ ok: true, value: { documents: shipped.documents, edits: 0 } });
  });

  it('says that a scoring method is not changed by words', async () => {
    const sheet = copy(original);
    expect(rowOf(sheet, 'equipment')[at('method')]).toMatch(/每缺一项扣1分/u);
    rowOf(sheet, 'equipment')[at('method')] = '每缺一项扣2分';
    const read = await taken(sheet);
    expect(told(read)).toEqual([['method-not-taken', 'warning', numberOf(sheet, 'equipment')]]);
    expect(read).toMatchObject({ ok: true, value: { edits: 0 } });
  });

  it.each<[string, string, AnnexColumn, string]>([
    ['bad-points', 'equipment', 'linePoints', '六'],
    ['bad-points', 'equipment', 'linePoints', '0'],
    ['bad-points', 'equipment', 'linePoints', '-3'],
    ['bad-points', 'leadership', 'categoryPoints', '20%'],
    ['empty-cell', 'equipment', 'line', ''],
    ['empty-cell', 'equipment', 'linePoints', ' '],
    ['empty-cell', 'equipment', 'standard', ''],
    ['text-too-long', 'equipment', 'standard', '长'.repeat(4001)],
    ['differing-cells', 'tasks', 'category', '另一类别'],
    ['unknown-line', 'equipment', 'lineId', 'nothing'],
    ['duplicate-row', 'equipment', 'lineId', 'leadership'],
  ])('is refused with %s at the cell', async (code, line, column, text) => {
    const sheet = copy(original);
    const row = rowOf(sheet, line);
    const number = numberOf(sheet, line);
    row[at(column)] = text;
    const read = await taken(sheet);
    const place = at(column === 'lineId' ? 'line' : column) + 1;
    expect(read.ok).toBe(false);
    expect(read.issues.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ code, document: 'standard.xlsx', line: number, column: place }),
    ]);
  });

  it('keeps what stood in a merged cell that lost its content', async () => {
    const sheet = copy(original);
    rowOf(sheet, 'leadership')[at('category')] = '';
    expect(told(await taken(sheet))).toEqual([['merged-cell-empty', 'warning', numberOf(sheet, 'leadership')]]);
  });

  it('is refused without its ids or a column, and where it is no workbook', async () => {
    const without = (column: AnnexColumn) => original.map((row) => row.filter((_, index) => index !== at(column)));
    expect(told(await taken(without('lineId')))).toEqual([['no-ids', 'error', undefined]]);
    expect(told(await taken(without('standard')))).toEqual([['missing-column', 'error', HEADING + 1]]);
    expect(await taken(without('method'))).toMatchObject({ ok: true, value: { edits: 0 } });
    expect(told(await readStandardWorkbook(new Uint8Array([1, 2]), {}))).toEqual([
      ['bad-workbook', 'error', undefined],
    ]);
  });

  it('says that it comes from another edition', async () => {
    const sheet = copy(original);
    (sheet[0] as string[])[at('lineId')] = '#yongzhou/acceptance/2013';
    expect(told(await taken(sheet))).toEqual([['other-edition', 'warning', undefined]]);
  });

  it('is refused where a document is broken', async () => {
    const read = await taken(original, { ...shipped.documents, [hardware]: { indicators: 1 } });
    expect(told(read)).toEqual([['faulty-document', 'error', undefined]]);
  });
});

const awkward = fc.constantFrom(
  '=1+1',
  "'=1",
  '＝A1',
  ' 前后 ',
  'a\r\nb',
  'a\rb',
  '_x0041_',
  'constructor',
  '__proto__',
  '#',
  '—',
  '<b>&amp;',
  '😀',
  '\u0001',
  'TRUE',
  '007',
  '1e5',
  '2014-01-01',
  '\ud800',
  '\ufeff',
);
const text = fc
  .oneof(
    awkward,
    fc.string({ unit: 'grapheme' }),
    fc.tuple(awkward, awkward).map((both) => both.join('')),
  )
  .filter((each) => each !== '');
const filled = text.filter((each) => plainText(each) !== '');
const points = fc.oneof(
  fc.integer({ min: 1, max: 100 }),
  fc.integer({ min: 1, max: 10_000 }).map((cents) => cents / 100),
);

/** The standard with other texts and points everywhere; the nth of each is used for the nth place. */
function withTexts(texts: readonly string[], numbers: readonly number[]): Documents {
  let [nth, count] = [0, 0];
  const next = () => texts[nth++ % texts.length] as string;
  const item = (value: any): any => ({
    ...value,
    title: { zh: next(), en: next() },
    points: numbers[count++ % numbers.length],
    clause: next(),
    ...(value.standard && { standard: { zh: next() } }),
    ...(value.lines && { lines: value.lines.map(item) }),
    ...(value.indicators && { indicators: value.indicators.map(item) }),
  });
  const entries = Object.entries(shipped.documents).map(([path, value]) =>
    (value as any).indicators ? [path, item(value)] : [path, value],
  );
  return Object.fromEntries(entries);
}

describe('Any standard', () => {
  const lang = fc.constantFrom('zh' as const, 'en' as const);
  const some = { minLength: 1, maxLength: 90 };

  it('calculates nothing in its workbook but its own sums', async () => {
    const bytes = await standardWorkbook(editionOf(withTexts(['=1+1', '@a', '＋1', "'=2"], [5])), 'zh');
    const parts = unzipSync(bytes);
    const formulas = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array).match(/<f>.*?<\/v>/gu);
    expect(formulas).toEqual(['B', 'D', 'F'].map((letter) => expect.stringContaining(`<f>SUM(${letter}5:${letter}`)));
    expect(formulas?.[2]).toMatch(/<v>105<\/v>$/u);
    expect(strFromU8(parts['xl/sharedStrings.xml'] as Uint8Array)).not.toMatch(/<t[^>]*>[=@＋]/u);
  });

  it('comes back from its workbook without an edit', async () => {
    const cases = fc.asyncProperty(
      lang,
      fc.array(text, some),
      fc.array(points, some),
      async (language, texts, numbers) => {
        const documents = withTexts(texts, numbers);
        const read = await readStandardWorkbook(await standardWorkbook(editionOf(documents), language), documents);
        expect(read).toEqual({ ok: true, value: { documents, edits: 0 }, issues: [] });
      },
    );
    await fc.assert(cases, { numRuns: 8 });
  });

  it('comes back with exactly the edits that were made', async () => {
    const edit = fc.record({ line: fc.nat(17), field: fc.constantFrom(...annexFields), text: filled, points });
    const cases = fc.asyncProperty(
      lang,
      fc.array(text, some),
      fc.array(edit, { maxLength: 8 }),
      async (language, texts, edits) => {
        const documents = withTexts(texts, [5, 2.5, 3]);
        const sheet = await sheetOf(await standardWorkbook(editionOf(documents), language));
        const rows = sheet.filter((row) => /^[0-9a-f]{8}\./u.test(row[at('marks')] ?? ''));
        const before = copy(sheet);
        for (const { line, field, ...to } of edits) {
          const first = rows
            .slice(0, line + 1)
            .reverse()
            .find((row) => row[at(field.column)] !== '');
          if (first) first[at(field.column)] = field.key === 'points' ? String(to.points) : plainText(to.text);
        }
        const changed = sheet.flatMap((row, index) =>
          row.filter((cell, column) => cell !== before[index]?.[column]),
        ).length;
        const read = await taken(sheet, documents);
        expect(read).toMatchObject({ ok: true, value: { edits: changed } });
        const again = await sheetOf(await standardWorkbook(editionOf(read.ok ? read.value.documents : {}), language));
        const editable = (each: Sheet) =>
          each
            .filter((row) => row[at('lineId')] !== '#total')
            .map((row) => row.slice(0, at('marks')).toSpliced(at('method'), 1));
        expect(editable(again)).toEqual(editable(sheet));
      },
    );
    await fc.assert(cases, { numRuns: 8 });
  });
});
