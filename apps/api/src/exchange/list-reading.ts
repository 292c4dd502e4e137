/** Owns taking a list's workbook back: which rows it makes of the list. Nothing is stored. */
import { documentSchemas, newRowId, type Parsed } from '@yimen/config';
import { plainText } from '../workbooks/cell-text.js';
import { readWorkbook } from '../workbooks/workbook-reader.js';
import { cellOf, readCell } from './list-cell.js';
import { countEdits, tellRemoved } from './list-edits.js';
import { type ListSheet, listSheet, MOST_SHEET_ROWS, type SheetRow, sheetRowsOf } from './list-sheet.js';
import type { Cell, ListColumn, ListTable, WrittenRow } from './list-table.js';
import { isClean, type Told, tellingOf } from './located.js';

/** What a workbook makes of a list. */
export interface ListEdits {
  /** All rows of the list as documents write them, in the order of the workbook. */
  readonly rows: readonly WrittenRow[];
  /** Changed cells, added rows, removed rows, and one where rows stand in another order. */
  readonly edits: number;
}

/** What issues about the workbook name as their document. */
const DOCUMENT = 'list.xlsx';

/**
 * The rows of a workbook that `listWorkbook` wrote and people edited: known rows by id, rows without an id as new
 * ones, in the order of the sheet; rows that are gone are removed, with a warning. Issues name row and column.
 */
export async function readListWorkbook(bytes: Uint8Array, table: ListTable): Promise<Parsed<ListEdits>> {
  const read = await readWorkbook(bytes, DOCUMENT, MOST_SHEET_ROWS);
  if (!read.ok) return read;
  const told = tellingOf(DOCUMENT);
  const sheet = listSheet(read.value, table, told);
  const sheetRows = sheet && sheetRowsOf(read.value, sheet, table, told);
  if (!sheet || !sheetRows || !isClean(told.issues)) return { ok: false, issues: told.issues };
  const rows = rowsOf(sheetRows, sheet, table, told);
  if (!isClean(told.issues)) return { ok: false, issues: told.issues };
  tellRemoved(rows, table, told);
  return { ok: true, value: { rows, edits: countEdits(rows, table) }, issues: told.issues };
}

function rowsOf(sheetRows: readonly SheetRow[], sheet: ListSheet, table: ListTable, told: Told): WrittenRow[] {
  const ids = new Set<string>();
  const given = new Set(table.rows.map(({ id }) => id));
  for (const { texts } of sheetRows) for (const [{ holds }, text] of texts) if (holds === 'id') given.add(text);
  return sheetRows.flatMap((sheetRow) => {
    const row = rowOf(sheetRow, sheet, given, told);
    const fault = row && ids.has(row.id) ? twice : row !== sheetRow.before && faultOf(row);
    if (fault) tellAt(told, sheet, sheetRow.row, fault.holds, fault);
    if (row) ids.add(row.id);
    return row && !fault ? [row] : [];
  });
}

/** The row that a sheet's row says; what is as it was written stays as it is. */
function rowOf(
  { row, texts, before }: SheetRow,
  sheet: ListSheet,
  given: Set<string>,
  told: Told,
): WrittenRow | undefined {
  let written: WrittenRow = before ?? { id: '', title: { zh: '' } };
  let whole = true;
  for (const [column, text] of texts) {
    if (before && text === cellOf(before, column, sheet.lang)) continue;
    const read = readCell(text, column, sheet.lang);
    if ('fault' in read) {
      const { code, message } = read.fault;
      told.error(code, message.zh, message.en, { row, column: (sheet.headings.get(column) ?? 0) + 1 });
      whole = false;
    } else written = withCell(written, column, read.value);
  }
  if (whole && written.id === '') {
    written = { ...written, id: newRowId(written.title.en, given) };
    given.add(written.id);
  }
  return whole ? written : undefined;
}

/** The row with another value in a cell; a blank cell is left out. */
function withCell(row: WrittenRow, column: ListColumn, value: Cell | undefined): WrittenRow {
  if (column.holds === 'id') return { ...row, id: String(value ?? '') };
  if (column.holds === 'zh') return { ...row, title: { ...row.title, zh: String(value ?? '') } };
  if (column.holds === 'en') {
    const { en: _, ...title } = row.title;
    return { ...row, title: value === undefined ? title : { ...title, en: String(value) } };
  }
  const id = column.holds === 'required' ? 'required' : column.id;
  const { [id]: before, ...rest } = row;
  if (value === undefined || (id === 'required' && value === true)) return rest as unknown as WrittenRow;
  return JSON.stringify(before) === JSON.stringify(value) ? row : { ...row, [id]: value };
}

interface RowFault {
  readonly holds: 'id' | 'zh' | 'en' | 'required';
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const twice: RowFault = {
  holds: 'id',
  code: 'duplicate-id',
  zh: '编号与上面的某行重复；新加的行请把编号留空',
  en: 'The id stands twice: leave it empty in a new row',
};
const unnamed: RowFault = { holds: 'zh', code: 'missing-name', zh: '请写名称', en: 'Write the name' };
const badId: RowFault = {
  holds: 'id',
  code: 'bad-id',
  zh: '编号应以字母开头，只含字母、数字和单个连字符；也可以留空',
  en: 'An id starts with a letter and holds letters, digits and single hyphens; it may be left empty',
};
const tooLong: Omit<RowFault, 'holds'> = { code: 'text-too-long', zh: '文字太长', en: 'The text is too long' };

/** What the language of documents has against a row. */
function faultOf(row: WrittenRow | undefined): RowFault | undefined {
  if (!row) return undefined;
  if (plainText(row.title.zh) === '') return unnamed;
  const list = { id: 'list', title: { zh: '-' }, rows: [row] };
  const parsed = documentSchemas.lists.safeParse({ lists: [list] });
  const path = parsed.error?.issues[0]?.path.slice(4);
  if (!path) return undefined;
  if (path[0] === 'id') return badId;
  return { ...tooLong, holds: path[0] === 'title' && path[1] === 'en' ? 'en' : 'zh' };
}

function tellAt(told: Told, { headings }: ListSheet, row: number, holds: string, { code, zh, en }: RowFault): void {
  const place = [...headings].find(([column]) => column.holds === holds)?.[1] ?? 0;
  told.error(code, zh, en, { row, column: place + 1 });
}
