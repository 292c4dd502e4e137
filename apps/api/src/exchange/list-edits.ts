/** Owns what a list's workbook changes, counted and told. */
import { plainText } from '../workbooks/cell-text.js';
import { valueIn } from './list-cell.js';
import type { ListTable, WrittenRow } from './list-table.js';
import type { Told } from './located.js';

/** Says which rows of the list are gone. */
export function tellRemoved(rows: readonly WrittenRow[], table: ListTable, told: Told): void {
  for (const { title } of removedRows(rows, table)) {
    const [zh, en] = [plainText(title.zh), plainText(title.en ?? title.zh)];
    told.warning(
      'row-removed',
      `表格里没有“${zh}”了，确认后将从清单中删去`,
      `"${en}" is no longer in the sheet and will be removed`,
    );
  }
}

/** Changed cells, added rows, removed rows, and one where rows stand in another order. */
export function countEdits(rows: readonly WrittenRow[], table: ListTable): number {
  const before = new Map(table.rows.map((row) => [row.id, row]));
  const changed = rows.reduce((sum, row) => {
    const was = before.get(row.id);
    if (!was) return sum + 1;
    return sum + table.columns.filter((column) => !same(valueIn(row, column), valueIn(was, column))).length;
  }, 0);
  return changed + removedRows(rows, table).length + (isReordered(rows, table) ? 1 : 0);
}

function removedRows(rows: readonly WrittenRow[], table: ListTable): WrittenRow[] {
  const kept = new Set(rows.map(({ id }) => id));
  return table.rows.filter(({ id }) => !kept.has(id));
}

/** Whether the rows that stay stand in another order. */
function isReordered(rows: readonly WrittenRow[], table: ListTable): boolean {
  const kept = new Set(rows.map(({ id }) => id));
  const known = new Set(table.rows.map(({ id }) => id));
  const [before, after] = [table.rows.filter(({ id }) => kept.has(id)), rows.filter(({ id }) => known.has(id))];
  return before.some(({ id }, index) => id !== after[index]?.id);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
