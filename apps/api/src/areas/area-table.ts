/** Owns the table of areas that people exchange, as rows of texts: headings, then one area a row. */
import { type Issue, type LocalizedText, pointerTo } from '@yimen/config';
import { type Area, type AreaColumn, areaColumns } from '@yimen/contracts';
import { unguarded } from '../workbooks/formula-guard.js';
import { type AreaCells, type CellFault, columnOf, readCells } from './area-row.js';
import type { PlaceOf } from './area-tree.js';

/** Most areas of one table. */
export const MOST_AREAS = 10_000;

export const columns = Object.keys(areaColumns) as AreaColumn[];

/** A row as it stands in the file. */
export interface TableRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface AreaTable {
  readonly areas: readonly Area[];
  readonly issues: readonly Issue[];
  /** Where an area of the table stands. */
  readonly place: PlaceOf;
}

type Headings = ReadonlyMap<AreaColumn, number>;

/** A document that cannot be read as a table. */
export const noTable = (issues: readonly Issue[]): AreaTable => ({
  areas: [],
  issues,
  place: () => ({ document: '', pointer: '' }),
});

/** Reads a document's rows, the first of them its headings; a row that cannot be read gives issues and no area. */
export function readTable(document: string, [head, ...rows]: readonly TableRow[]): AreaTable {
  const headings = headingsOf(head);
  const fault = headFault(headings, rows);
  if (fault) return noTable([{ severity: 'error', document, pointer: '', line: head?.line ?? 1, ...fault }]);
  const at = (index: number, column: AreaColumn) => ({
    document,
    pointer: pointerTo('', index, column),
    line: rows[index]?.line ?? 1,
    column: (headings.get(column) ?? 0) + 1,
  });
  const indexOf = new Map<string, number>();
  const [areas, issues]: [Area[], Issue[]] = [[], []];
  for (const [index, row] of rows.entries()) {
    const cells = cellsIn(row, headings);
    const read = readCells(cells);
    const faults: readonly CellFault[] = [
      ...('faults' in read ? read.faults : []),
      ...(indexOf.has(cells.id) ? [twice] : []),
    ];
    for (const { column, ...said } of faults) issues.push({ severity: 'error', ...said, ...at(index, column) });
    if ('area' in read) areas.push(read.area);
    indexOf.set(cells.id, index);
  }
  return { areas, issues, place: ({ id }, member) => at(indexOf.get(id) ?? 0, columnOf(member)) };
}

/** Where each column stands, headed by its name or by what people call it; others are passed over. */
function headingsOf(head: TableRow | undefined): Headings {
  const said = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const place = (column: AreaColumn): number => {
    const { zh, en } = areaColumns[column];
    return said.findIndex((cell) => cell === column || cell === zh || cell === en.toLowerCase());
  };
  return new Map(columns.map((column) => [column, place(column)] as const).filter(([, index]) => index >= 0));
}

function cellsIn({ cells }: TableRow, headings: Headings): AreaCells {
  const cell = (column: AreaColumn) => unguarded((cells[headings.get(column) ?? -1] ?? '').trim());
  return Object.fromEntries(columns.map((column) => [column, cell(column)])) as AreaCells;
}

/** What is wrong with the table as a whole. */
function headFault(
  headings: Headings,
  rows: readonly TableRow[],
): { readonly code: string; readonly message: LocalizedText; readonly line?: number } | undefined {
  if (rows.length === 0) return { code: 'no-rows', message: { zh: '表格里没有一行区域', en: 'The table has no area' } };
  const lacking = columns.filter((column) => !headings.has(column));
  if (lacking.length > 0) return { code: 'missing-column', message: lackingWords(lacking) };
  const beyond = rows[MOST_AREAS];
  if (!beyond) return undefined;
  const message = {
    zh: `一次最多 ${MOST_AREAS} 行，请分开导入`,
    en: `At most ${MOST_AREAS} rows at once; split the table`,
  };
  return { code: 'too-many-rows', message, line: beyond.line };
}

/** Several tables as one: an id that an earlier one has is no area of a later one. */
export function joined(tables: readonly AreaTable[]): AreaTable {
  const of = new Map<string, AreaTable>();
  const issues = tables.flatMap((table) => {
    const again = table.areas.filter(({ id }) => of.has(id));
    for (const { id } of table.areas) if (!of.has(id)) of.set(id, table);
    const told = again.map((area): Issue => ({ severity: 'error', ...table.place(area, 'id'), ...wordsOf(twice) }));
    return [...table.issues, ...told];
  });
  return {
    areas: tables.flatMap(({ areas }) => areas),
    issues,
    place: (area, column) => of.get(area.id)?.place(area, column) ?? { document: '', pointer: '' },
  };
}

const lackingWords = (lacking: readonly AreaColumn[]): LocalizedText => ({
  zh: `缺少这些列：${lacking.map((column) => areaColumns[column].zh).join('、')}`,
  en: `These columns are missing: ${lacking.map((column) => areaColumns[column].en).join(', ')}`,
});

const wordsOf = ({ code, message }: CellFault) => ({ code, message });

const twice: CellFault = {
  column: 'id',
  code: 'duplicate-id',
  message: { zh: '编号重复', en: 'The id stands twice' },
};
