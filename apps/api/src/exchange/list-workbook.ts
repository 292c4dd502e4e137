/** Owns writing a list as a workbook that people edit and hand back. */
import type { CellObject } from 'write-excel-file/universal';
import { plainText } from '../workbooks/cell-text.js';
import { heightOf, type PrintedCell, textCell, writePrintedSheet } from '../workbooks/printed-sheet.js';
import type { Lang } from './documents.js';
import { cellOf, valueIn } from './list-cell.js';
import type { ListColumn, ListTable, WrittenRow } from './list-table.js';

const BORDER: CellObject = { borderStyle: 'thin', borderColor: '#7f7f7f', alignVertical: 'center', wrap: true };
const HEADING: CellObject = { ...BORDER, fontWeight: 'bold', backgroundColor: '#e6f0f2', height: 28 };

const widths: Readonly<Record<ListColumn['holds'], number>> = {
  id: 24,
  zh: 32,
  en: 44,
  required: 12,
  boolean: 14,
  number: 14,
  text: 32,
  choice: 28,
  checklist: 36,
};

/** Writes a workbook that `readListWorkbook` reads back: headed, and its choices named, in the language. */
export function listWorkbook(table: ListTable, lang: Lang): Promise<Uint8Array> {
  const { columns, rows, title } = table;
  return writePrintedSheet({
    name: plainText(title[lang]),
    font: lang === 'zh' ? '宋体' : 'Calibri',
    columns: columns.map(({ holds }) => ({ width: widths[holds] })),
    headingRow: 1,
    printedColumns: columns.length,
    calculated: new Map(),
    rows: [
      columns.map(({ heading }) => textCell(plainText(heading[lang]), HEADING)),
      ...rows.map((row) => columns.map((column) => written(row, column, lang))),
    ],
  });
}

function written(row: WrittenRow, column: ListColumn, lang: Lang): PrintedCell {
  const value = valueIn(row, column);
  if (column.holds === 'number' && typeof value === 'number') return { ...BORDER, type: Number, value };
  const text = cellOf(row, column, lang);
  return textCell(text, { ...BORDER, height: heightOf(text, widths[column.holds]) });
}
