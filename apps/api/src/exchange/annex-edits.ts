/** Owns what a standard's workbook changes: the content of each cell held against what there is and what was exported. */
import { type Edition, editionFromDocuments } from '@yimen/config';
import { changeLinePoints } from '@yimen/engine/editing';
import { type AnnexField, annexFields } from './annex-columns.js';
import { fieldText, markOf, readMarks } from './annex-field.js';
import type { PlacedItem, PlacedLine } from './annex-items.js';
import type { AnnexSheet, AnnexSheetRow } from './annex-sheet.js';
import type { Documents, Lang } from './documents.js';
import type { Told } from './located.js';

/** A row of the workbook and the line it is about. */
export interface MatchedRow {
  readonly row: AnnexSheetRow;
  readonly line: PlacedLine;
}

/** A field with another content. */
export interface AnnexEdit extends PlacedItem {
  readonly field: AnnexField;
  readonly text: string;
}

/** All cells of one field: a category's stands beside each of its lines, merged as a rule. */
interface FieldCells {
  readonly field: AnnexField;
  readonly placed: PlacedItem;
  /** Those in which something stands. */
  readonly filled: { readonly row: number; readonly text: string }[];
  readonly firstRow: number;
  readonly mark: string | undefined;
}

/** The most characters of a text of a document. */
const MOST_CHARACTERS = 4000;

/** The changes of all rows; a cell that cannot be taken is told about. */
export function editsOf(rows: readonly MatchedRow[], sheet: AnnexSheet, told: Told): AnnexEdit[] {
  for (const { row } of rows) tellMethod(row, sheet, told);
  return cellsByField(rows).flatMap((cells) => editOf(cells, sheet, told) ?? []);
}

/** How a line is scored is what its rules mean: words in a cell cannot change it. */
function tellMethod({ row, cells }: AnnexSheetRow, sheet: AnnexSheet, told: Told): void {
  const { method } = readMarks(cells.marks);
  if (method === undefined || cells.method === '' || markOf(cells.method) === method) return;
  told.warning(
    'method-not-taken',
    '评分办法由规则生成，这里的改动没有导入；请在编辑器中修改评分办法',
    'How an item is scored follows from its rules; what was changed here was not taken: change it in the Studio',
    sheet.placeOf(row, 'method'),
  );
}

function cellsByField(rows: readonly MatchedRow[]): FieldCells[] {
  const all = new Map<string, FieldCells>();
  for (const { row, line } of rows) {
    const marks = readMarks(row.cells.marks).fields;
    for (const field of annexFields) {
      const placed = line.placed[field.level];
      const key = JSON.stringify([placed.document, placed.path, field.key]);
      const cells = all.get(key) ?? { field, placed, filled: [], firstRow: row.row, mark: marks.get(field) };
      const text = row.cells[field.column];
      if (text !== '') cells.filled.push({ row: row.row, text });
      all.set(key, cells);
    }
  }
  return [...all.values()];
}

/** What was exported and not touched stays as it is now, whoever changed it in the meantime. */
function editOf(cells: FieldCells, sheet: AnnexSheet, told: Told): AnnexEdit | undefined {
  const { field, placed, mark } = cells;
  const current = fieldText(field, placed.item, sheet.lang);
  const found = onlyText(cells, current, sheet, told);
  if (!found || found.text === current || (mark !== undefined && markOf(found.text) === mark)) return undefined;
  const place = sheet.placeOf(found.row, field.column);
  if (found.text.length > MOST_CHARACTERS) {
    told.error('text-too-long', '文字太长，最多 4000 字', 'The text is too long: at most 4000 characters', place);
    return undefined;
  }
  if (mark !== undefined && markOf(current) !== mark) {
    told.warning(
      'changed-meanwhile',
      `导出以后，这一项已另改为“${shortened(current)}”；确认后以表格为准`,
      `Since the export this was changed to "${shortened(current)}"; the sheet's content will replace it`,
      place,
    );
  }
  return { ...placed, field, text: found.text };
}

/** The one content of a field's cells. Merged cells that lost theirs keep what there is. */
function onlyText(
  { field, filled, firstRow }: FieldCells,
  current: string,
  sheet: AnnexSheet,
  told: Told,
): { readonly row: number; readonly text: string } | undefined {
  const read = filled.map(({ row, text }) => ({
    row,
    text: field.key === 'points' && text !== current ? pointsIn(text) : text,
  }));
  const faulty = read.find(({ text }) => text === undefined);
  const other = read.find(({ text }) => text !== read[0]?.text);
  if (faulty) {
    const place = sheet.placeOf(faulty.row, field.column);
    told.error('bad-points', '分值应是大于 0 的数字', 'Points are a number above 0', place);
  } else if (other) {
    const [zh, en] = [
      '同一项在这里与上面写得不同，请改成一样',
      'This differs from the same item above: make them the same',
    ];
    told.error('differing-cells', zh, en, sheet.placeOf(other.row, field.column));
  } else if (read.length === 0 && current !== '') tellEmpty(field, sheet.placeOf(firstRow, field.column), told);
  return faulty || other ? undefined : (read[0] as { row: number; text: string } | undefined);
}

function tellEmpty({ level }: AnnexField, place: ReturnType<AnnexSheet['placeOf']>, told: Told): void {
  if (level === 'line') told.error('empty-cell', '这一格不能为空', 'The cell must not be empty', place);
  else
    told.warning(
      'merged-cell-empty',
      '合并单元格里没有内容了，按原来的内容保留',
      'Nothing stands in the merged cell; what there was is kept',
      place,
    );
}

/** A number as people type it, in full width perhaps and with its unit; as the fields write it. */
function pointsIn(text: string): string | undefined {
  const typed = /^(\d+(?:\.\d+)?)(?:\s*(?:分|points?))?$/iu.exec(text.normalize('NFKC').trim())?.[1];
  const points = typed === undefined ? 0 : Number(Number(typed).toPrecision(12));
  return points > 0 && Number.isFinite(points) ? String(points) : undefined;
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The documents of an edition with the edits made; those without one are the same objects as before. */
export function withEdits(
  id: string | undefined,
  documents: Documents,
  edits: readonly AnnexEdit[],
  lang: Lang,
): Documents {
  const before = id === undefined ? undefined : editionFromDocuments(id, documents);
  return edits.reduce((all, edit) => {
    const rescored = before?.ok && isLinePoints(edit) ? withLinePoints(all, before.edition, edit) : undefined;
    return rescored ?? withField(all, edit, lang);
  }, documents);
}

const isLinePoints = ({ field }: AnnexEdit): boolean => field.level === 'line' && field.key === 'points';

/** As when somebody edits the table: rules that take or give all points of the line do so with the new ones. */
function withLinePoints(documents: Documents, edition: Edition, { item, text }: AnnexEdit): Documents | undefined {
  const edit = changeLinePoints(documents, edition, item.id, Number(text));
  return edit.ok ? edit.documents : undefined;
}

function withField(documents: Documents, { document, path, field, text }: AnnexEdit, lang: Lang): Documents {
  const content = structuredClone(documents[document]);
  const item = path.reduce<unknown>((value, key) => Reflect.get(value as object, key), content) as object;
  Reflect.set(item, field.key, edited(item as Record<string, unknown>, field.key, text, lang));
  return { ...documents, [document]: content };
}

function edited(item: Record<string, unknown>, key: AnnexField['key'], text: string, lang: Lang): unknown {
  if (key === 'points') return Number(text);
  return key === 'clause' ? text : { ...(item[key] as object), [lang]: text };
}
