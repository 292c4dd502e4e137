/** Owns the edits of lists: pure, from documents to documents, or a refusal that says why. */
import { insertedAt, movedAt, newRowId, pointerTo, removedAt, replacedAt } from '@yimen/config';
import { documentsOf } from '../draft/documents';
import type { Documents } from '../draft/draft-state';
import { gone, type QuestionEdit, refused, withForm } from '../draft/question-edit-result';
import type { Words } from '../draft/question-kinds';
import { type Json, objectIn } from '../draft/question-places';
import { usesOfList, usesOfListColumn, usesOfRow } from './list-uses';
import { newName } from './new-name';
import { type Cell, type ColumnType, findList, type ListRow, listsIn, type WrittenList } from './written-list';

export type ListEdit = QuestionEdit;

const changed = (
  documents: Documents,
  { document }: Pick<WrittenList, 'document'>,
  id: string,
  change: (value: unknown) => unknown,
): ListEdit => withForm(documents, document, objectIn(change(documents[document])), id);

/** Adds a row behind another, at the end where none is said; `avoid` are ids that meant something else before. */
export function addRow(
  documents: Documents,
  listId: string,
  title: Words,
  { index, avoid = [] }: { readonly index?: number; readonly avoid?: Iterable<string> } = {},
): ListEdit {
  const list = findList(documents, listId);
  if (!list) return gone;
  const id = newRowId(title.en, new Set([...list.rows.map((row) => row.id), ...avoid]));
  const at = index ?? list.rows.length;
  return changed(documents, list, id, (value) => insertedAt(value, pointerTo(list.pointer, 'rows'), at, { id, title }));
}

/** Takes a row away; refused while something names it. */
export function removeRow(documents: Documents, listId: string, row: string): ListEdit {
  const list = findList(documents, listId);
  const index = list?.rows.findIndex(({ id }) => id === row) ?? -1;
  if (!list || index < 0) return gone;
  if (list.rows.length < 2) return refused('清单至少要有一行', 'A list has at least one row');
  const uses = usesOfRow(documents, listId, row);
  if (uses.length > 0)
    return refused('还有地方指明了这一行，请先改掉', 'Something still names this row: change that first', uses);
  return changed(documents, list, row, (value) => removedAt(value, pointerTo(list.pointer, 'rows', index)));
}

export function moveRow(documents: Documents, listId: string, from: number, to: number): ListEdit {
  const list = findList(documents, listId);
  const row = list?.rows[from];
  if (!list || !row) return gone;
  return changed(documents, list, row.id, (value) => movedAt(value, pointerTo(list.pointer, 'rows'), from, to));
}

/** What stands in a row: its title in a language, whether it is required, a cell. */
export type CellKey = 'zh' | 'en' | 'required' | { readonly column: string };

/** The row with another value in a cell; nothing leaves it blank. */
export function withCell(row: ListRow, key: CellKey, value: Cell | undefined): ListRow {
  if (key === 'zh') return { ...row, title: { ...row.title, zh: String(value ?? '') } };
  if (key === 'en') {
    const { en: _, ...title } = row.title ?? {};
    return { ...row, title: value === undefined || value === '' ? title : { ...title, en: String(value) } };
  }
  const id = key === 'required' ? 'required' : key.column;
  const { [id]: _, ...rest } = row;
  // A row is required where it does not say.
  const isBlank = value === undefined || value === '' || (key === 'required' && value === true);
  return (isBlank ? rest : { ...row, [id]: value }) as ListRow;
}

/** Puts other rows in the place of those with the same index, and new ones behind them. */
export function putRows(documents: Documents, listId: string, rows: readonly ListRow[]): ListEdit {
  const list = findList(documents, listId);
  if (!list) return gone;
  return changed(documents, list, listId, (value) => replacedAt(value, pointerTo(list.pointer, 'rows'), rows));
}

export interface NewListColumn {
  readonly title: Words;
  readonly type: ColumnType;
  readonly list?: string;
}

/** Adds a column; the answer's `id` is that of the column. */
export function addListColumn(
  documents: Documents,
  listId: string,
  { title, type, list: of }: NewListColumn,
): ListEdit {
  const list = findList(documents, listId);
  if (!list) return gone;
  const taken = new Set(['id', 'title', 'required', ...list.columns.map(({ id }) => id)]);
  const id = newName('column', undefined, taken);
  const column = { id, title, type, ...(of === undefined ? {} : { list: of }) };
  return changed(documents, list, id, (value) =>
    list.columns.length === 0
      ? replacedAt(value, pointerTo(list.pointer, 'columns'), [column])
      : insertedAt(value, pointerTo(list.pointer, 'columns'), list.columns.length, column),
  );
}

/** Takes a column away with its cells; refused while something reads it. */
export function removeListColumn(documents: Documents, listId: string, column: string): ListEdit {
  return withoutUses(documents, listId, column, (list, index) => {
    const rows = withoutCells(list.rows, column);
    return (value) => {
      const left = removedAt(
        replacedAt(value, pointerTo(list.pointer, 'rows'), rows),
        pointerTo(list.pointer, 'columns', index),
      );
      return list.columns.length === 1 ? removedAt(left, pointerTo(list.pointer, 'columns')) : left;
    };
  });
}

const withoutCells = (rows: readonly ListRow[], column: string): ListRow[] =>
  rows.map((row) => (row[column] === undefined ? row : withCell(row, { column }, undefined)));

/** The edit of a column with its rows; refused while something reads it. */
export function withoutUses(
  documents: Documents,
  listId: string,
  column: string,
  change: (list: WrittenList, index: number) => (value: unknown) => unknown,
): ListEdit {
  const list = findList(documents, listId);
  const index = list?.columns.findIndex(({ id }) => id === column) ?? -1;
  if (!list || index < 0) return gone;
  const uses = usesOfListColumn(documents, listId, column);
  if (uses.length > 0)
    return refused(
      '还有公式或规则用到这一列，请先改掉',
      'A formula or rule still reads this column: change that first',
      uses,
    );
  return changed(documents, list, column, change(list, index));
}

export function moveListColumn(documents: Documents, listId: string, from: number, to: number): ListEdit {
  const list = findList(documents, listId);
  const column = list?.columns[from];
  if (!list || !column) return gone;
  return changed(documents, list, column.id, (value) => movedAt(value, pointerTo(list.pointer, 'columns'), from, to));
}

/** Adds a list with a row to begin with; the answer's `id` is that of the list. */
export function addList(documents: Documents, edition: string, title: Words, row: Words): ListEdit {
  const all = listsIn(documents);
  const document = documentsOf(documents, 'lists')[0]?.document ?? `rules/${edition}/lists.json`;
  const id = newName('list', title.en, new Set([...all.map((list) => list.id), 'constructor', 'prototype']));
  const list = { id, title, rows: [{ id: newRowId(row.en, new Set()), title: row }] };
  const before = objectIn(documents[document]) as Json;
  const lists = Array.isArray(before.lists) ? [...before.lists, list] : [list];
  return withForm(documents, document, { ...before, lists }, id);
}

/** Takes a list away; refused while something uses it. */
export function removeList(documents: Documents, listId: string): ListEdit {
  const list = findList(documents, listId);
  if (!list) return gone;
  const uses = usesOfList(documents, listId);
  if (uses.length > 0)
    return refused('还有地方用到这份清单，请先改掉', 'Something still uses this list: change that first', uses);
  return changed(documents, list, listId, (value) => removedAt(value, list.pointer));
}
