/** Owns finding the table in a standard's workbook that came back: its headings, its rows, which line each is about. */
import type { LocalizedText } from '@yimen/config';
import { plainText } from '../workbooks/cell-text.js';
import { unguarded } from '../workbooks/formula-guard.js';
import type { SheetRows } from '../workbooks/workbook-reader.js';
import { type AnnexColumn, annexColumns, columnNames, NO_LINE } from './annex-columns.js';
import type { Lang } from './documents.js';
import type { CellPlace, Told } from './located.js';

/** A row of the table. */
export interface AnnexSheetRow {
  /** From 1. */
  readonly row: number;
  /** What stands in it by column, as the export would have written it. */
  readonly cells: Readonly<Record<AnnexColumn, string>>;
}

export interface AnnexSheet {
  /** The edition it was written from, where that can still be told. */
  readonly edition: string | undefined;
  readonly lang: Lang;
  readonly rows: readonly AnnexSheetRow[];
  readonly placeOf: (row: number, column: AnnexColumn) => CellPlace;
}

type Headings = ReadonlyMap<AnnexColumn, number>;

/** Columns without which the table still says all that can be changed. */
const dispensable: ReadonlySet<AnnexColumn> = new Set(['method', 'marks']);

/** The table of a sheet, or undefined and why there is none. Rows that are no line are not among its rows. */
export function annexSheet(rows: SheetRows, told: Told): AnnexSheet | undefined {
  const heading = rows.findIndex((row) => namedIn(annexColumns.lineId.title, row) >= 0);
  if (heading < 0) {
    told.error(
      'no-ids',
      '表格里没有隐藏的编号列，无法对应到原来的内容；请重新导出，在导出的表格上修改',
      'The sheet lacks its hidden column of ids: export it again and edit what was exported',
    );
    return undefined;
  }
  const headings = headingsOf(rows[heading] ?? []);
  const lacking = columnNames.filter((name) => !headings.has(name) && !dispensable.has(name));
  if (lacking.length > 0) {
    const [zh, en] = (['zh', 'en'] as const).map((lang) => lacking.map((name) => annexColumns[name].title[lang]));
    const place = { row: heading + 1, column: 1 };
    told.error(
      'missing-column',
      `缺少这些列：${zh?.join('、')}`,
      `These columns are missing: ${en?.join(', ')}`,
      place,
    );
    return undefined;
  }
  const title = annexColumns.standard.title.zh;
  return {
    edition: editionOf(rows.slice(0, heading)),
    lang: (rows[heading] ?? []).some((cell) => said(cell) === title) ? 'zh' : 'en',
    rows: linesOf(rows.slice(heading + 1), heading + 2, headings),
    placeOf: (row, column) => ({ row, column: (headings.get(column) ?? 0) + 1 }),
  };
}

const said = (cell: string): string => cell.trim().toLowerCase();

const namedIn = ({ zh, en }: LocalizedText, row: readonly string[]): number =>
  row.findIndex((cell) => said(cell) === zh || said(cell) === en.toLowerCase());

const headingsOf = (row: readonly string[]): Headings =>
  new Map(
    columnNames
      .map((name) => [name, namedIn(annexColumns[name].title, row)] as const)
      .filter(([, index]) => index >= 0),
  );

function editionOf(above: SheetRows): string | undefined {
  const mark = above.flat().find((cell) => cell.startsWith(NO_LINE) && cell.includes('/'));
  return mark?.slice(NO_LINE.length).trim();
}

/** The rows in which something stands, without those that are marked as no line. */
function linesOf(rows: SheetRows, first: number, headings: Headings): AnnexSheetRow[] {
  return rows
    .map((cells, index) => ({
      row: first + index,
      cells: Object.fromEntries(
        columnNames.map((name) => [name, plainText(unguarded((cells[headings.get(name) ?? -1] ?? '').trim()))]),
      ) as AnnexSheetRow['cells'],
    }))
    .filter(({ cells }) => !cells.lineId.startsWith(NO_LINE) && Object.values(cells).some((cell) => cell !== ''));
}
