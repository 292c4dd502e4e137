/** Owns taking a standard's workbook back: its rows matched by hidden ids, and what they would change. Nothing is stored. */
import { editionIds, type Parsed } from '@yimen/config';
import { readWorkbook } from '../workbooks/workbook-reader.js';
import { editsOf, type MatchedRow, withEdits } from './annex-edits.js';
import { linesIn, type PlacedLine } from './annex-items.js';
import { type AnnexSheet, annexSheet } from './annex-sheet.js';
import type { Documents } from './documents.js';
import { isClean, type Told, tellingOf } from './located.js';

/** What a workbook makes of documents. */
export interface StandardEdits {
  readonly documents: Documents;
  /** How many fields have another content. */
  readonly edits: number;
}

/** What issues about the workbook name as their document. */
const DOCUMENT = 'standard.xlsx';

const MOST_ROWS = 5000;

/**
 * The documents with the edits of a workbook that `standardWorkbook` wrote: titles, points, standards and clauses of
 * what it knows, in whatever order the rows are. Lines are neither added nor removed. Issues name row and column.
 */
export async function readStandardWorkbook(bytes: Uint8Array, documents: Documents): Promise<Parsed<StandardEdits>> {
  const read = await readWorkbook(bytes, DOCUMENT, MOST_ROWS);
  if (!read.ok) return read;
  const told = tellingOf(DOCUMENT);
  const sheet = annexSheet(read.value, told);
  const lines = linesIn(documents, told);
  if (!sheet || !isClean(told.issues)) return { ok: false, issues: told.issues };
  tellOrigin(sheet, documents, told);
  const rows = matchRows(sheet, lines, told);
  tellMissing(rows, lines, told);
  const edits = editsOf(rows, sheet, told);
  if (!isClean(told.issues)) return { ok: false, issues: told.issues };
  const value = { documents: withEdits(editionOf(documents), documents, edits, sheet.lang), edits: edits.length };
  return { ok: true, value, issues: told.issues };
}

const editionOf = (documents: Documents): string | undefined => editionIds(Object.keys(documents))[0];

function tellOrigin({ edition }: AnnexSheet, documents: Documents, told: Told): void {
  const own = editionOf(documents);
  if (edition === undefined || own === undefined || edition === own) return;
  told.warning(
    'other-edition',
    `表格是从另一版本“${edition}”导出的，只导入与它不同的内容`,
    `The sheet was exported from another edition, "${edition}"; only what was changed in it is taken`,
  );
}

function matchRows(sheet: AnnexSheet, lines: ReadonlyMap<string, PlacedLine>, told: Told): MatchedRow[] {
  const seen = new Set<string>();
  return sheet.rows.flatMap((row) => {
    const { lineId } = row.cells;
    const line = lines.get(lineId);
    if (line && !seen.has(lineId)) {
      seen.add(lineId);
      return [{ row, line }];
    }
    tellUnmatched(sheet, row.row, lineId, line !== undefined, told);
    return [];
  });
}

function tellUnmatched(sheet: AnnexSheet, row: number, lineId: string, twice: boolean, told: Told): void {
  const place = sheet.placeOf(row, 'line');
  if (lineId === '') {
    told.warning(
      'new-row',
      '这一行是新加的，没有导入；请在编辑器中新增评分项，写明怎样评分',
      'This row is new and was not taken: add the item in the Studio, with how it is scored',
      place,
    );
  } else if (twice) {
    told.error(
      'duplicate-row',
      '这一行与上面的某行是同一评分项（可能是整行复制来的），请删去一行',
      'This row is the same item as one above, copied perhaps: remove one of them',
      place,
    );
  } else {
    told.error(
      'unknown-line',
      '这一行的评分项在当前标准中没有，请删去这一行或重新导出',
      'The item of this row is not in the standard: remove the row, or export again',
      place,
    );
  }
}

function tellMissing(rows: readonly MatchedRow[], lines: ReadonlyMap<string, PlacedLine>, told: Told): void {
  const found = new Set(rows.map(({ line }) => line.id));
  for (const { id, placed } of lines.values()) {
    if (found.has(id)) continue;
    const { zh, en } = placed.line.item.title;
    told.warning(
      'row-missing',
      `表格里没有评分项“${zh}”了；导入不会删除它，要停用请在编辑器中操作`,
      `The sheet no longer has the item "${en ?? zh}"; it is kept: retire it in the Studio`,
    );
  }
}
