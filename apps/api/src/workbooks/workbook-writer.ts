/** Owns writing a workbook that people read and hand back: one sheet, its headings fixed, every cell a text. */
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { cellText } from './cell-text.js';

export interface SheetColumn {
  readonly heading: string;
  /** In characters of half width. */
  readonly width: number;
}

/** The sheet with its headings and rows; cells that a spreadsheet would take for formulas are made harmless. */
export async function writeWorkbook(
  sheet: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const data: SheetData = [
    columns.map(({ heading }) => ({ ...headed, value: heading })),
    ...rows.map((cells) => cells.map((cell) => ({ ...text, value: cellText(cell) }))),
  ];
  const options = { sheet, stickyRowsCount: 1, columns: columns.map(({ width }) => ({ width })) };
  const file = await writeExcelFile(data, options).toBlob();
  return new Uint8Array(await file.arrayBuffer());
}

/** The format `@` keeps a code from becoming a number when the cell is written anew. */
const text = { type: String, format: '@', alignVertical: 'top' } as const;
const headed = {
  ...text,
  fontWeight: 'bold',
  backgroundColor: '#e6f0f2',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#0f5566',
} as const;
