import { beforeAll, describe, expect, it } from '@jest/globals';
import { editionFromDocuments, type Parsed } from '@yimen/config';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { editionIn } from '../../../../test/support/shipped.js';
import { plainText } from '../workbooks/cell-text.js';
import { unguarded } from '../workbooks/formula-guard.js';
import { readWorkbook } from '../workbooks/workbook-reader.js';
import { writeWorkbook } from '../workbooks/workbook-writer.js';
import type { Documents } from './documents.js';
import { type ListEdits, readListWorkbook } from './list-reading.js';
import { type ListTable, listTable, type WrittenRow, withRows } from './list-table.js';
import { listWorkbook } from './list-workbook.js';

type Sheet = string[][];

const shipped = editionIn('yongzhou/intake/2014');
const tableOf = (id: string, documents: Documents = shipped.documents): ListTable => {
  const table = listTable(documents, id);
  if (!table) throw new Error(`no list ${id}`);
  return table;
};
const services = tableOf('services');
const papers = [...shipped.lists.values()].find(({ columns }) =>
  [...columns.values()].some(({ type }) => type.kind === 'checklist'),
);
const papersTable = tableOf(papers?.id ?? '');

async function sheetOf(bytes: Uint8Array): Promise<Sheet> {
  const read = await readWorkbook(bytes, 'x', 2000);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value.map((row) => row.map(unguarded));
}

const bytesOf = (sheet: Sheet): Promise<Uint8Array> =>
  writeWorkbook(
    '表',
    (sheet[0] ?? []).map((heading) => ({ heading, width: 9 })),
    sheet.slice(1),
  );

const taken = async (sheet: Sheet, table: ListTable): Promise<Parsed<ListEdits>> =>
  readListWorkbook(await bytesOf(sheet), table);

const told = ({ issues }: Parsed<unknown>) => issues.map(({ code, line, column }) => [code, line, column]);
const copy = (sheet: Sheet): Sheet => sheet.map((row) => [...row]);
const at = (table: ListTable, heading: string) => table.columns.findIndex((column) => column.heading.zh === heading);
const rowsOf = (read: Parsed<ListEdits>): readonly WrittenRow[] => (read.ok ? read.value.rows : []);

let sheet: Sheet;
let papersSheet: Sheet;
beforeAll(async () => {
  sheet = await sheetOf(await listWorkbook(services, 'zh'));
  papersSheet = await sheetOf(await listWorkbook(papersTable, 'zh'));
});

describe('The workbook of a list', () => {
  it('is headed in words, with choices by their titles and numbers as numbers', async () => {
    expect(sheet[0]).toEqual(['编号', '名称', '英文名称', '是否必需', '主管部门', '办理方式', '办理期限（工作日）']);
    const [first] = services.rows;
    expect(sheet[1]?.slice(0, 5)).toEqual([first?.id, first?.title.zh, first?.title.en, '是', '民政部门']);
    const english = await sheetOf(await listWorkbook(services, 'en'));
    expect(english[0]?.[4]).toBe('Competent department');
    expect(english[1]?.slice(3, 5)).toEqual(['yes', 'Civil affairs']);
    const xml = strFromU8(unzipSync(await listWorkbook(services, 'zh'))['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(xml).toMatch(/<c r="G2" s="\d+"><v>\d+<\/v><\/c>/u);
  });

  it.each([...shipped.lists.keys()].flatMap((id) => [[id, 'zh'] as const, [id, 'en'] as const]))(
    'of %s comes back in %s as it was',
    async (id, lang) => {
      const table = tableOf(id);
      const read = await readListWorkbook(await listWorkbook(table, lang), table);
      expect(read).toEqual({ ok: true, value: { rows: table.rows, edits: 0 }, issues: [] });
      expect(withRows(shipped.documents, table, rowsOf(read))).toEqual(shipped.documents);
    },
  );
});

describe('A list workbook that comes back', () => {
  it('changes cells, adds rows with ids of their own, and takes the order', async () => {
    const edited = copy(sheet);
    const row = edited[1] as string[];
    row[at(services, '名称')] = '低保金';
    row[at(services, '办理期限（工作日）')] = '２５';
    row[at(services, '是否必需')] = '×';
    row[at(services, '主管部门')] = '';
    edited.splice(2, 0, ['', '临时补贴', 'Temporary subsidy', '', '人社部门', edited[2]?.[5] ?? '', '']);
    edited.push(['', '其他', '', 'TRUE', 'hrss', '', '5']);
    const read = await taken(edited, services);
    expect(read).toMatchObject({ ok: true, value: { edits: 6 }, issues: [] });
    const [first, added] = rowsOf(read);
    const { department: _, ...rest } = services.rows[0] as WrittenRow;
    expect(first).toEqual({ ...rest, title: { ...rest.title, zh: '低保金' }, required: false, limit: 25 });
    expect(added).toMatchObject({ id: 'temporary-subsidy', department: 'hrss' });
    expect(added).not.toHaveProperty('limit');
    expect(rowsOf(read).at(-1)).toEqual({ id: 'row-1', title: { zh: '其他' }, department: 'hrss', limit: 5 });
    const documents = withRows(shipped.documents, services, rowsOf(read));
    expect(editionFromDocuments(shipped.id, documents).issues).toEqual([]);
  });

  it('counts another order once, and says what would be removed', async () => {
    const moved = copy(sheet);
    moved.push(...moved.splice(1, 1));
    expect(await taken(moved, services)).toMatchObject({ ok: true, value: { edits: 1 }, issues: [] });
    const shorter = copy(sheet).toSpliced(2, 1);
    const read = await taken(shorter, services);
    expect(read).toMatchObject({
      ok: true,
      value: { edits: 1 },
      issues: [{ code: 'row-removed', severity: 'warning' }],
    });
    expect(read.issues[0]?.message.zh).toContain(services.rows[1]?.title.zh);
  });

  it('reads checklists as people write them', async () => {
    const column = papersTable.columns.findIndex(({ holds }) => holds === 'checklist');
    const checklist = papersTable.columns[column];
    if (checklist?.holds !== 'checklist') throw new Error('no checklist');
    const [one, two, three] = checklist.choices;
    const edited = copy(papersSheet);
    (edited[1] as string[])[column] = `${three?.title.zh}、 ${one?.title.zh}，${two?.id}；${one?.title.zh}`;
    const read = await taken(edited, papersTable);
    expect(rowsOf(read)[0]?.[checklist.id]).toEqual([three?.id, one?.id, two?.id]);
  });

  it.each([
    ['unknown-choice', '主管部门', '没有的部门'],
    ['bad-cell', '办理期限（工作日）', '二十'],
    ['bad-cell', '是否必需', '也许'],
    ['missing-name', '名称', ''],
    ['bad-id', '编号', '一号'],
    ['duplicate-id', '编号', services.rows[0]?.id ?? ''],
    ['text-too-long', '英文名称', 'x'.repeat(4001)],
  ])('is refused with %s at the cell of %s', async (code, heading, text) => {
    const edited = copy(sheet);
    const column = at(services, heading);
    (edited[2] as string[])[column] = text;
    const read = await taken(edited, services);
    expect(read.ok).toBe(false);
    expect(told(read)).toEqual([[code, 3, column + 1]]);
  });

  it('is refused without a column, without a row, with too many', async () => {
    expect(
      told(
        await taken(
          sheet.map((row) => row.slice(1)),
          services,
        ),
      ),
    ).toEqual([['missing-column', 1, 1]]);
    expect(told(await taken(sheet.slice(0, 1), services))).toEqual([['no-rows', undefined, undefined]]);
    const many = Array.from({ length: 1001 }, (_, index) => ['', `第 ${index} 行`, '', '', '', '', '']);
    expect(told(await taken([sheet[0] as string[], ...many], services))).toEqual([['too-many-rows', 1002, 1]]);
    expect(told(await readListWorkbook(new Uint8Array([0]), services))).toEqual([
      ['bad-workbook', undefined, undefined],
    ]);
  });
});

const awkward = fc.constantFrom(
  '=1+1',
  "'=1",
  ' 前后 ',
  'a\r\nb',
  '_x0041_',
  'constructor',
  '是',
  'yes',
  '1',
  '、',
  '；',
  '编号',
  '\uFFFD',
  'a\uFFFDb',
  'a\uDC00b',
  '\r=1',
  'Name',
);
const text = fc.oneof(awkward, fc.string({ unit: 'grapheme' })).filter((each) => each !== '');
const title = fc.record({ zh: text, en: text }, { requiredKeys: ['zh'] });
const ids = fc.uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,5}$/u), { minLength: 1, maxLength: 6 });
const types = ['boolean', 'number', 'text', 'choice', 'checklist'] as const;

/** Lists documents of two lists; the first has columns of every type, choices among the rows of the second. */
const documents = fc
  .tuple(ids, ids, fc.array(title, { minLength: 12, maxLength: 12 }), fc.array(title, { minLength: 5, maxLength: 5 }))
  .chain(([rows, choices, titles, headings]) => {
    const columns = types.map((type, index) => ({
      id: `column${index}`,
      title: headings[index],
      type,
      ...((type === 'choice' || type === 'checklist') && { list: 'choices' }),
    }));
    const cells = fc.record(
      {
        required: fc.boolean(),
        column0: fc.boolean(),
        column1: fc.double({ noNaN: true, noDefaultInfinity: true }),
        column2: fc.oneof(text, fc.constant('')),
        column3: fc.constantFrom(...choices),
        column4: fc.subarray(choices),
      },
      { requiredKeys: [] },
    );
    return fc.array(cells, { minLength: rows.length, maxLength: rows.length }).map((all) => ({
      'rules/a/b/2014/lists.json': {
        lists: [
          {
            id: 'tested',
            title: titles[0],
            columns,
            rows: rows.map((id, index) => ({ id, title: titles[index] ?? { zh: '-' }, ...all[index] })),
          },
          {
            id: 'choices',
            title: { zh: '选项' },
            rows: choices.map((id, index) => ({ id, title: titles[6 + index] ?? { zh: '-' } })),
          },
        ],
      },
    }));
  });

describe('Any list', () => {
  it('comes back from its workbook as it was', async () => {
    const cases = fc.asyncProperty(documents, fc.constantFrom('zh' as const, 'en' as const), async (all, lang) => {
      const table = tableOf('tested', all);
      const read = await readListWorkbook(await listWorkbook(table, lang), table);
      expect(read).toEqual({ ok: true, value: { rows: table.rows, edits: 0 }, issues: [] });
    });
    await fc.assert(cases, { numRuns: 15 });
  });

  it('gives the rows of another of its shape, whatever those are', async () => {
    const cases = fc.asyncProperty(documents, documents, async (before, after) => {
      const [from, to] = [tableOf('tested', before), tableOf('tested', after)];
      const wanted = { ...from, columns: from.columns, rows: to.rows.map((row) => withChoicesOf(row, from)) };
      const named = wanted.rows.every(({ title: { zh } }) => plainText(zh) !== '');
      const read = await readListWorkbook(await listWorkbook(wanted, 'zh'), from);
      if (!named && !read.ok) return;
      expect(read.ok).toBe(true);
      const again = await sheetOf(await listWorkbook({ ...from, rows: rowsOf(read) }, 'zh'));
      expect(again).toEqual(await sheetOf(await listWorkbook(wanted, 'zh')));
    });
    await fc.assert(cases, { numRuns: 15 });
  });
});

/** A row whose choices are among those of another table. */
function withChoicesOf(row: WrittenRow, { columns }: ListTable): WrittenRow {
  const choices = columns.flatMap((column) => ('choices' in column ? column.choices.map(({ id }) => id) : []));
  const { column3, column4, ...rest } = row;
  return {
    ...rest,
    ...(column3 !== undefined && { column3: choices[0] }),
    ...(Array.isArray(column4) && { column4: [...new Set(choices.slice(0, column4.length))] }),
  } as WrittenRow;
}
