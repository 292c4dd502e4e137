/** Owns finding the table in a list's workbook that came back: its headings, its rows, which row of the list each is. */
import { plainText } from '../workbooks/cell-text.js';
import { unguarded } from '../workbooks/formula-guard.js';
import type { SheetRows } from '../workbooks/workbook-reader.js';
import type { Lang } from './documents.js';
import type { ListColumn, ListTable, WrittenRow } from './list-table.js';
import { isClean, type Told } from './located.js';

/** As the language of documents has it. */
const MOST_ROWS = 1000;

/** The headings, the most rows, one more that tells that there are too many, and as many rows without a word. */
export const MOST_SHEET_ROWS = 2 * (MOST_ROWS + 2);

/** A row of the sheet with what it is about. */
export interface SheetRow {
  readonly row: number;
  readonly texts: ReadonlyMap<ListColumn, string>;
  readonly before: WrittenRow | undefined;
}

export interface ListSheet {
  readonly lang: Lang;
  readonly headings: ReadonlyMap<ListColumn, number>;
}

const said = (words: string): string => plainText(words).toLowerCase();

/** Where each column stands, headed in either language; others are passed over. */
export function listSheet([head = []]: SheetRows, { columns }: ListTable, told: Told): ListSheet | undefined {
  const cells = head.map((cell) => said(unguarded(cell)));
  const place = ({ heading }: ListColumn) =>
    cells.findIndex((cell) => cell === said(heading.zh) || cell === said(heading.en));
  const headings = new Map(columns.map((column) => [column, place(column)] as const));
  const lacking = columns.filter((column) => headings.get(column) === -1);
  if (lacking.length > 0) {
    const [zh, en] = (['zh', 'en'] as const).map((lang) => lacking.map(({ heading }) => plainText(heading[lang])));
    told.error('missing-column', `缺少这些列：${zh?.join('、')}`, `These columns are missing: ${en?.join(', ')}`, {
      row: 1,
      column: 1,
    });
    return undefined;
  }
  const name = columns.find(({ holds }) => holds === 'zh');
  return { headings, lang: cells.some((cell) => name && cell === said(name.heading.zh)) ? 'zh' : 'en' };
}

/** The rows in which something stands. */
export function sheetRowsOf(
  rows: SheetRows,
  { headings }: ListSheet,
  table: ListTable,
  told: Told,
): SheetRow[] | undefined {
  const known = new Map(table.rows.map((row) => [row.id, row]));
  const found = rows.slice(1).flatMap((cells, index): SheetRow[] => {
    const texts = new Map([...headings].map(([column, place]) => [column, plainText(unguarded(cells[place] ?? ''))]));
    if ([...texts.values()].every((text) => text === '')) return [];
    const id = [...texts].find(([column]) => column.holds === 'id')?.[1] ?? '';
    return [{ row: index + 2, texts, before: known.get(id) }];
  });
  if (found.length === 0)
    told.error('no-rows', '表格里没有一行内容，清单至少要有一行', 'The sheet has no row: a list has at least one');
  const beyond = found[MOST_ROWS];
  if (beyond) {
    const place = { row: beyond.row, column: 1 };
    told.error('too-many-rows', `清单最多 ${MOST_ROWS} 行`, `A list has at most ${MOST_ROWS} rows`, place);
  }
  return isClean(told.issues) ? found : undefined;
}
