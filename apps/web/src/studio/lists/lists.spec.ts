import { describe, expect, it } from '@jest/globals';
import { editionFromDocuments, newRowId } from '@yimen/config';
import fc from 'fast-check';
import { editionIn } from '../../../../../test/support/shipped.js';
import type { Documents } from '../draft/draft-state';
import {
  addList,
  addListColumn,
  addRow,
  type ListEdit,
  moveListColumn,
  moveRow,
  putRows,
  removeList,
  removeListColumn,
  removeRow,
} from './list-edits';
import { usesOfList } from './list-uses';
import { cellsOf, isSeveralCells, pasteInto } from './paste';
import { retypeListColumn } from './retype-column';
import { choicesOfLists, columnTypes, findList, listsIn } from './written-list';

const standard = editionIn('yongzhou/acceptance/2014').documents as Documents;
const desk = editionIn('yongzhou/intake/2014').documents as Documents;
const done = (edit: ListEdit): Extract<ListEdit, { ok: true }> => {
  if (!edit.ok) throw new Error(edit.reason.en);
  return edit;
};
const issues = (id: string, documents: Documents) => editionFromDocuments(id, documents).issues;

describe('A list', () => {
  it('gets a row that forms offer as a choice', () => {
    const { documents, id } = done(addRow(standard, 'equipment', { zh: '投影仪', en: 'Projector' }));
    expect(id).toBe('projector');
    const read = editionFromDocuments('yongzhou/acceptance/2014', documents);
    expect(read.ok && read.edition.lists.get('equipment')?.choices.at(-1)?.title.zh).toBe('投影仪');
  });

  it('keeps a row that something names, and says what', () => {
    const edit = removeRow(standard, 'venues', 'hall');
    expect(edit.ok ? [] : edit.uses.filter(({ kind }) => kind === 'question').map(({ title }) => title.zh)).toContain(
      '大厅面积',
    );
    const cells = removeRow(desk, 'departments', 'civil-affairs');
    expect(cells.ok ? [] : cells.uses.map(({ kind }) => kind)).toContain('list');
    expect(removeRow(standard, 'equipment', 'desk').ok).toBe(true);
  });

  it('keeps a column that formulas read, and loses any other with its cells', () => {
    expect(removeListColumn(desk, 'services', 'limit').ok).toBe(false);
    const added = done(addListColumn(desk, 'services', { title: { zh: '备注' }, type: 'text' }));
    expect(done(removeListColumn(added.documents, 'services', added.id)).documents).toEqual(desk);
  });

  it('keeps of a column that becomes one of another type what its cells say in that', () => {
    const { documents, id } = done(addListColumn(desk, 'departments', { title: { zh: '人数' }, type: 'text' }));
    const list = findList(documents, 'departments');
    const rows = (list?.rows ?? []).map((row, index) =>
      index > 2 ? row : { ...row, [id]: ['5', '１０', '若干'][index] },
    );
    const typed = done(putRows(documents, 'departments', rows as never)).documents;
    const cells = (all: Documents) =>
      findList(all, 'departments')
        ?.rows.slice(0, 3)
        .map((row) => row[id]);
    const counted = done(retypeListColumn(typed, 'departments', id, { type: 'number' })).documents;
    expect(cells(counted)).toEqual([5, 10, undefined]);
    expect(issues('yongzhou/intake/2014', counted)).toEqual([]);
    expect(cells(done(retypeListColumn(counted, 'departments', id, { type: 'text' })).documents)).toEqual([
      '5',
      '10',
      undefined,
    ]);
  });

  it('goes only when nothing uses it', () => {
    const edit = removeList(standard, 'equipment');
    expect(edit.ok).toBe(false);
    expect(usesOfList(standard, 'equipment').map(({ title }) => title.zh)).toContain('已配备的办公设施');
    const added = done(addList(standard, 'yongzhou/acceptance/2014', { zh: '新清单' }, { zh: '一' }));
    expect(issues('yongzhou/acceptance/2014', added.documents)).toEqual([]);
    expect(done(removeList(added.documents, added.id)).documents).toEqual(standard);
  });

  it('names new rows so that none is called like another', () => {
    expect(newRowId('A new desk!', new Set(['a-new-desk']))).toBe('a-new-desk-2');
    expect(newRowId(undefined, new Set(['row-1']))).toBe('row-2');
    expect(newRowId('2 desks', new Set())).toBe('desks');
    expect(newRowId('Prototype', new Set())).toBe('row-1');
  });
});

describe('Cells copied from a spreadsheet', () => {
  const services = findList(desk, 'services');
  const columns = [
    { key: 'zh', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'required', title: { zh: '必需', en: 'Required' }, type: 'boolean' },
    { key: { column: 'department' }, title: { zh: '部门', en: 'Department' }, type: 'choice', list: 'departments' },
    { key: { column: 'limit' }, title: { zh: '期限', en: 'Limit' }, type: 'number' },
  ] as const;
  const target = (row: number, column = 0) => ({
    rows: services?.rows ?? [],
    columns,
    choices: choicesOfLists(desk),
    row,
    column,
    avoid: [],
  });
  const end = services?.rows.length ?? 0;

  it('are parted at tabs and lines, quoted lines kept', () => {
    expect(cellsOf('a\tb\r\n"c\nd"\t"say ""yes"""\r\n')).toEqual([
      ['a', 'b'],
      ['c\nd', 'say "yes"'],
    ]);
    expect(isSeveralCells('one\n')).toBe(false);
    expect(isSeveralCells('one\ttwo')).toBe(true);
  });

  it('fill rows that are there and add those that are not', () => {
    const pasted = pasteInto('甲\t是\t民政部门\t1,000\n乙\t否\t\t３\n丙\t√\t民政部门\t', target(end - 1));
    expect(pasted).toMatchObject({ changed: 1, added: 2, faults: [] });
    expect(pasted.rows.slice(-2)).toEqual([
      { id: 'row-1', title: { zh: '乙' }, required: false, limit: 3 },
      { id: 'row-2', title: { zh: '丙' }, department: 'civil-affairs' },
    ]);
    expect(pasted.rows[end - 1]).toMatchObject({ department: 'civil-affairs', limit: 1000 });
  });

  it('say what does not fit, and where', () => {
    const pasted = pasteInto('甲\t也许\t没有的部门\t多\t外\n\t是', target(end - 1));
    expect(pasted.faults.map(({ row, column }) => [row, column.zh])).toEqual([
      [end, '必需'],
      [end, '部门'],
      [end, '期限'],
      [end, '表格以外'],
      [end + 1, '名称'],
    ]);
    expect(pasted.added).toBe(0);
  });

  it('change nothing where they say what is there', () => {
    const [first] = services?.rows ?? [];
    expect(pasteInto(String(first?.title?.zh), target(0))).toMatchObject({ changed: 0, added: 0 });
  });
});

describe('Whatever is edited in lists, in whatever order', () => {
  const anyEdit = fc
    .record({
      which: fc.nat(8),
      pick: fc.nat(40),
      from: fc.nat(12),
      to: fc.nat(12),
      type: fc.constantFrom(...columnTypes),
    })
    .map(({ which, pick, from, to, type }) => (documents: Documents): ListEdit => {
      const lists = listsIn(documents);
      const list = lists[pick % lists.length];
      const of = type === 'choice' || type === 'checklist' ? { list: lists[to % lists.length]?.id ?? '' } : {};
      const id = list?.id ?? '';
      const column = list?.columns[from % Math.max(1, list.columns.length)]?.id ?? '';
      const row = list?.rows[from % list.rows.length]?.id ?? '';
      switch (which) {
        case 0:
          return addRow(documents, id, { zh: '新', en: 'New' }, { index: from });
        case 1:
        case 2:
          return removeRow(documents, id, row);
        case 3:
          return moveRow(documents, id, from, to);
        case 4:
          return addListColumn(documents, id, { title: { zh: '列' }, type, ...of });
        case 5:
          return removeListColumn(documents, id, column);
        case 6:
          return retypeListColumn(documents, id, column, { type, ...of });
        case 7:
          return moveListColumn(documents, id, from, to);
        default:
          return from % 2
            ? removeList(documents, id)
            : addList(documents, 'yongzhou/intake/2014', { zh: '单' }, { zh: '行' });
      }
    });

  it('the lists and the forms can be read, or the edit is refused with a reason', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (edits) => {
        let documents = desk;
        for (const edit of edits) {
          const result = edit(documents);
          if (result.ok) documents = result.documents;
          else expect(result.reason.zh).not.toBe('');
        }
        expect(issues('yongzhou/intake/2014', documents)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
