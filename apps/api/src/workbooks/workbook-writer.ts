/** Owns writing a workbook that people read and hand back: one sheet, its headings fixed, every cell a text. */
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { guarded } from './formula-guard.js';

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
    ...rows.map((cells) => cells.map((cell) => ({ ...text, value: escaped(guarded(cell)) }))),
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

/**
 * In a workbook `_x0041_` stands for a character; what only looks like it says so. The library looks texts up in a plain
 * object: one that such an object has anyway (`constructor`) is written so that it is another key.
 */
function escaped(cell: string): string {
  const plain = cell.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
  return plain in {} ? `_x${plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${plain.slice(1)}` : plain;
}
