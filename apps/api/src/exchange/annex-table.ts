/** Owns the table of a standard's annex in Word: categories and indicators merged, headings on every page. */

import type { AreaNames } from '@yimen/engine/editing';
import {
  HeightRule,
  type IParagraphOptions,
  type IRunOptions,
  type ITableWidthProperties,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { annexColumns } from './annex-columns.js';
import { type AnnexRow, annexRows, type StandardEdition, sumOf } from './annex-rows.js';
import { centred, paragraphs, type } from './annex-type.js';
import { annexWords } from './annex-words.js';
import type { Lang } from './documents.js';
import { scoringMethods } from './scoring-method.js';

const columns = ['category', 'indicator', 'line', 'linePoints', 'standard', 'method', 'clause'] as const;
type Column = (typeof columns)[number];

/** Twips: together the width of the text on an A4 page that lies flat. */
const widths: Readonly<Record<Lang, Readonly<Record<Column, number>>>> = {
  zh: { category: 1150, indicator: 1480, line: 1860, linePoints: 700, standard: 3560, method: 4500, clause: 1550 },
  en: { category: 1450, indicator: 1550, line: 1650, linePoints: 850, standard: 3400, method: 4350, clause: 1550 },
};

const widthOf = (lang: Lang, ...names: readonly Column[]): ITableWidthProperties => ({
  size: names.reduce((sum, name) => sum + widths[lang][name], 0),
  type: WidthType.DXA,
});

export function annexTable(edition: StandardEdition, lang: Lang, areas?: AreaNames): Table {
  const rows = annexRows(edition.standard);
  const methods = scoringMethods(edition, lang, areas);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: widthOf(lang, ...columns),
    columnWidths: columns.map((name) => widths[lang][name]),
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: [
      headingRow(lang),
      ...rows.map((row, index) => lineRow(row, methods.get(row.line.id) ?? '', isFollowed(rows, index), lang)),
      totalRow(sumOf(rows.map(({ line }) => line.points)), lang),
    ],
  });
}

interface CellLook {
  readonly width: ITableWidthProperties;
  readonly run?: IRunOptions;
  readonly paragraph?: IParagraphOptions;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

const cell = (text: string, { run = type.body, paragraph = {}, ...spans }: CellLook): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...spans,
    children: paragraphs(text, run, paragraph),
  });

const headingRow = (lang: Lang): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: 600, rule: HeightRule.ATLEAST },
    children: columns.map((name) =>
      cell(annexColumns[name].title[lang], { width: widthOf(lang, name), run: type.heading, paragraph: centred }),
    ),
  });

/** Whether the next row is of the same indicator: a page does not end between them. */
const isFollowed = (rows: readonly AnnexRow[], index: number): boolean => rows[index + 1]?.indicatorSpan === 0;

/** Of merged cells only the first row has one; the library continues it below. */
function lineRow(row: AnnexRow, method: string, keepNext: boolean, lang: Lang): TableRow {
  const { category, indicator, line } = row;
  const centre: IParagraphOptions = { ...centred, keepNext };
  const { worth } = annexWords[lang];
  const merged = ({ title, points }: AnnexRow['category' | 'indicator'], look: CellLook) =>
    look.rowSpan === 0 ? [] : [cell(`${title[lang]}\n${worth(points)}`, { ...look, paragraph: centre })];
  const width = (name: Column) => widthOf(lang, name);
  return new TableRow({
    cantSplit: true,
    height: { value: 480, rule: HeightRule.ATLEAST },
    children: [
      ...merged(category, { width: width('category'), run: type.strong, rowSpan: row.categorySpan }),
      ...merged(indicator, { width: width('indicator'), rowSpan: row.indicatorSpan }),
      cell(line.title[lang], { width: width('line'), paragraph: centre }),
      cell(String(line.points), { width: width('linePoints'), paragraph: centre }),
      cell(line.standard[lang], { width: width('standard'), paragraph: { keepNext } }),
      cell(method, { width: width('method'), run: type.small, paragraph: { keepNext } }),
      cell(line.clause, { width: width('clause'), run: type.small, paragraph: { keepNext } }),
    ],
  });
}

/** The notes below begin on its page. */
function totalRow(total: number, lang: Lang): TableRow {
  const look = { run: type.strong, paragraph: { ...centred, keepNext: true } };
  const [before, behind] = [columns.slice(0, 3), columns.slice(4)];
  return new TableRow({
    cantSplit: true,
    height: { value: 480, rule: HeightRule.ATLEAST },
    children: [
      cell(annexWords[lang].total, { ...look, width: widthOf(lang, ...before), columnSpan: before.length }),
      cell(String(total), { ...look, width: widthOf(lang, 'linePoints') }),
      cell('', { ...look, width: widthOf(lang, ...behind), columnSpan: behind.length }),
    ],
  });
}
