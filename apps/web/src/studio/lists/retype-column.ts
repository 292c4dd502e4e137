/** Owns making a column of a list one of another type: what its cells say stays where the new type can say it. Pure. */
import { pointerTo, replacedAt, valueAt } from '@yimen/config';
import type { Documents } from '../draft/draft-state';
import { objectIn } from '../draft/question-places';
import { readCell } from './cells';
import { type ListEdit, type NewListColumn, withCell, withoutUses } from './list-edits';
import { type Cell, type Choices, choicesOfLists, type ListColumn } from './written-list';

/** Makes a column one of another type: cells that say nothing in it go. Refused while something reads the column. */
export function retypeListColumn(
  documents: Documents,
  listId: string,
  column: string,
  { type, list: of }: Pick<NewListColumn, 'type' | 'list'>,
): ListEdit {
  const choices = choicesOfLists(documents);
  return withoutUses(documents, listId, column, (list, index) => (value) => {
    const at = pointerTo(list.pointer, 'columns', index);
    const { list: _, ...before } = objectIn(valueAt(value, at));
    const from = of === undefined ? {} : { list: of };
    const key = { column };
    const target = { key, title: { zh: '', en: '' }, type, ...from };
    const rows = list.rows.map((row) => {
      const cell = row[column] as Cell | undefined;
      if (cell === undefined) return row;
      const read = readCell(textOf(cell, list.columns[index], choices), target, choices);
      return withCell(row, key, read.ok ? read.value : undefined);
    });
    return replacedAt(replacedAt(value, at, { ...before, type, ...from }), pointerTo(list.pointer, 'rows'), rows);
  });
}

/** What a cell says, as somebody would write it. */
function textOf(cell: Cell, column: ListColumn | undefined, choices: Choices): string {
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (column?.type !== 'choice' && column?.type !== 'checklist') return String(cell);
  const known = choices.get(column.list ?? '') ?? [];
  const ids = Array.isArray(cell) ? cell : [cell];
  return ids.map((id) => known.find((choice) => choice.id === id)?.title.zh ?? String(id)).join('、');
}
