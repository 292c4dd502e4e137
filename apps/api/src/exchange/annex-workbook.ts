/** Owns the standard's annex as a workbook that can come back: the official table, with ids that nobody sees. */

import type { AreaNames } from '@yimen/engine/editing';
import type { CellObject } from 'write-excel-file/universal';
import { plainText } from '../workbooks/cell-text.js';
import { heightOf, type PrintedCell, sumCell, textCell, writePrintedSheet } from '../workbooks/printed-sheet.js';
import {
  type AnnexColumn,
  annexColumns,
  annexFields,
  categoryColumns,
  columnNames,
  hiddenColumns,
  indicatorColumns,
  NO_LINE,
  printedColumns,
} from './annex-columns.js';
import { fieldText, marksOf } from './annex-field.js';
import { type AnnexRow, annexRows, type StandardEdition, sumOf } from './annex-rows.js';
import { annexNotes, annexWords } from './annex-words.js';
import type { Lang } from './documents.js';
import { scoringMethods } from './scoring-method.js';

const FONTS = {
  zh: { body: '宋体', heading: '黑体', title: '方正小标宋简体' },
  en: { body: 'Times New Roman', heading: 'Times New Roman', title: 'Times New Roman' },
} as const;

const HEADING_ROW = 4;
const BORDER: CellObject = { borderStyle: 'thin', borderColor: '#000000' };

/** Writes a workbook that `readStandardWorkbook` reads back. */
export function standardWorkbook(edition: StandardEdition, lang: Lang, areas?: AreaNames): Promise<Uint8Array> {
  const rows = annexRows(edition.standard);
  const methods = scoringMethods(edition, lang, areas);
  return writePrintedSheet({
    name: lang === 'zh' ? '验收标准' : 'Standard',
    font: FONTS[lang].body,
    columns: columnNames.map((name) => ({ width: annexColumns[name].width, hidden: hiddenColumns.has(name) })),
    headingRow: HEADING_ROW,
    printedColumns: printedColumns.length,
    calculated: totals(rows),
    rows: [
      ...titleRows(edition, lang),
      columnNames.map((name) => textCell(annexColumns[name].title[lang], headingStyle(lang))),
      ...rows.map((row) => columnNames.map((name) => cellOf(name, row, methods.get(row.line.id) ?? '', lang))),
      totalRow(rows.length, lang),
      ...noteRows(edition, lang),
    ],
  });
}

const headingStyle = (lang: Lang): CellObject => ({
  ...BORDER,
  fontFamily: FONTS[lang].heading,
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  height: lang === 'zh' ? 28 : 34,
});

/** Of a merged cell only the first row holds something. */
function cellOf(name: AnnexColumn, row: AnnexRow, method: string, lang: Lang): PrintedCell {
  const { category, indicator, line } = row;
  const span = spanOf(name, row);
  if (span === 0) return null;
  const { align } = annexColumns[name];
  const merged = span > 1 ? { rowSpan: span } : {};
  const style: CellObject = { ...BORDER, ...merged, align, alignVertical: 'center', wrap: true };
  if (name === 'lineId') return textCell(line.id);
  if (name === 'marks') return textCell(marksOf({ category, indicator, line }, method, lang));
  if (name === 'method') {
    const text = plainText(method);
    return textCell(text, { ...style, textColor: '#595959', height: heightOf(text, annexColumns.method.width) });
  }
  const field = annexFields.find(({ column }) => column === name);
  const item = field && { category, indicator, line }[field.level];
  if (!field || !item) return null;
  if (field.key === 'points') return { ...style, type: Number, value: item.points };
  const text = fieldText(field, item, lang);
  return textCell(text, span > 1 ? style : { ...style, height: heightOf(text, annexColumns[name].width) });
}

function spanOf(name: AnnexColumn, { categorySpan, indicatorSpan }: AnnexRow): number {
  if (categoryColumns.has(name)) return categorySpan;
  return indicatorColumns.has(name) ? indicatorSpan : 1;
}

/** A cell over the whole printed width, with what the hidden cell says beside it. */
function wideRow(cell: CellObject, mark: string): PrintedCell[] {
  const beside = columnNames.slice(printedColumns.length).map((name) => (name === 'lineId' ? textCell(mark) : null));
  return [{ ...cell, columnSpan: printedColumns.length }, ...printedColumns.slice(1).map(() => null), ...beside];
}

function titleRows({ id, title, standard }: StandardEdition, lang: Lang): PrintedCell[][] {
  const fonts = FONTS[lang];
  const centred = { align: 'center', alignVertical: 'center' } as const;
  const words = annexWords[lang];
  return [
    wideRow(textCell(words.annex, { fontFamily: fonts.heading, fontSize: 14, height: 24 }), `${NO_LINE}${id}`),
    wideRow(textCell(plainText(title[lang]), { ...centred, fontFamily: fonts.title, fontSize: 20, height: 40 }), ''),
    wideRow(textCell(words.full(standard.points), { ...centred, fontSize: 13, height: 24 }), ''),
  ];
}

/** Sums that follow what is typed above them. */
function totalRow(rows: number, lang: Lang): PrintedCell[] {
  const style: CellObject = { ...BORDER, align: 'center', alignVertical: 'center', fontWeight: 'bold', height: 26 };
  return columnNames.map((name, index) => {
    if (name === 'category') return textCell(annexWords[lang].total, style);
    if (name === 'lineId') return textCell(`${NO_LINE}total`);
    if (!printedColumns.includes(name)) return null;
    return isPoints(name) ? sumCell(index + 1, HEADING_ROW + 1, HEADING_ROW + rows, style) : { ...style };
  });
}

const isPoints = (name: AnnexColumn): boolean =>
  annexFields.some(({ column, key }) => column === name && key === 'points');

/** What the sums come to: each category and indicator counts once. */
function totals(rows: readonly AnnexRow[]): ReadonlyMap<string, number> {
  return new Map(
    columnNames.filter(isPoints).map((name) => {
      const sum = sumCell(columnNames.indexOf(name) + 1, HEADING_ROW + 1, HEADING_ROW + rows.length);
      const points = rows.map((row) => cellOf(name, row, '', 'zh')?.value ?? 0);
      return [String(sum.value), sumOf(points.map(Number))] as const;
    }),
  );
}

function noteRows(edition: StandardEdition, lang: Lang): PrintedCell[][] {
  const width = printedColumns.reduce((sum, name) => sum + annexColumns[name].width, 0);
  return annexNotes(edition, lang).map((note, index) => {
    const { notes, numberEnd } = annexWords[lang];
    const text = plainText(`${index === 0 ? notes : ''}${index + 1}${numberEnd}${note}`);
    const style = { wrap: true, alignVertical: 'center', height: heightOf(text, width) } as const;
    return wideRow(textCell(text, style), `${NO_LINE}note`);
  });
}
