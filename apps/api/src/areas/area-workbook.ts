/** Owns the table of areas as a workbook, headed and typed in people's words. */
import { type Area, type AreaColumn, areaColumns, areaTypeTitles } from '@yimen/contracts';
import { readWorkbook } from '../workbooks/workbook-reader.js';
import { writeWorkbook } from '../workbooks/workbook-writer.js';
import { cellsOf } from './area-row.js';
import { type AreaTable, columns, MOST_AREAS, noTable, readTable } from './area-table.js';

const DOCUMENT = 'areas.xlsx';

const widths: Readonly<Record<AreaColumn, number>> = {
  id: 22,
  parent: 22,
  type: 12,
  name: 26,
  name_en: 40,
  codes: 48,
  opened: 14,
  closed: 14,
  merged_into: 22,
};

/** The first sheet of a workbook; rows without a word are passed over. */
export async function readAreaWorkbook(bytes: Uint8Array): Promise<AreaTable> {
  const read = await readWorkbook(bytes, DOCUMENT, MOST_ROWS);
  if (!read.ok) return noTable(read.issues);
  const rows = read.value.map((cells, index) => ({ line: index + 1, cells }));
  return readTable(
    DOCUMENT,
    rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  );
}

/** The headings, the most areas, one more that tells that there are too many, and as many rows without a word. */
const MOST_ROWS = 2 * (MOST_AREAS + 2);

/** Writes a workbook that `readAreaWorkbook` reads back. */
export function writeAreaWorkbook(areas: readonly Area[], lang: 'zh' | 'en'): Promise<Uint8Array> {
  const headings = columns.map((column) => ({ heading: areaColumns[column][lang], width: widths[column] }));
  const rows = areas.map((area) => {
    const cells = { ...cellsOf(area), type: areaTypeTitles[area.type][lang] };
    return columns.map((column) => cells[column]);
  });
  return writeWorkbook(lang === 'zh' ? '区域' : 'Areas', headings, rows);
}
