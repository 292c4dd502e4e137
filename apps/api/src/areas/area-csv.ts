/** Owns the table of areas as CSV, headed by the names of the columns. */
import type { Area } from '@yimen/contracts';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { guarded } from '../workbooks/formula-guard.js';
import { cellsOf } from './area-row.js';
import { type AreaTable, columns, noTable, readTable } from './area-table.js';

const DOCUMENT = 'areas.csv';

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a table; issues name the document. */
export function readCsv(text: string, document = DOCUMENT): AreaTable {
  try {
    const lines = parse(text, { bom: true, trim: true, info: true, skip_empty_lines: true }) as unknown as Line[];
    return readTable(
      document,
      lines.map(({ record, info }) => ({ line: info.lines, cells: record })),
    );
  } catch (error) {
    return broken(error as { readonly lines?: number }, document);
  }
}

/** Writes a table that `readCsv` reads back; cells that a spreadsheet would take for formulas are made harmless. */
export function writeCsv(areas: readonly Area[]): string {
  const rows = areas.map(cellsOf).map((cells) => columns.map((column) => guarded(cells[column])));
  // The mark at the front tells spreadsheets that the text is UTF-8.
  return stringify([columns, ...rows], { bom: true });
}

const broken = ({ lines }: { readonly lines?: number }, document: string): AreaTable =>
  noTable([
    {
      code: 'bad-table',
      severity: 'error',
      document,
      pointer: '',
      message: {
        zh: '表格读不下去了：列数不齐或引号没有成对',
        en: 'The table cannot be read on: a line has too many or too few cells, or a quote is open',
      },
      ...(lines && { line: lines }),
    },
  ]);
