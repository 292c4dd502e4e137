/** Owns the columns of a standard's workbook, and which of them hold what people may change. */
import type { LocalizedText } from '@yimen/config';

export type AnnexColumn =
  | 'category'
  | 'categoryPoints'
  | 'indicator'
  | 'indicatorPoints'
  | 'line'
  | 'linePoints'
  | 'standard'
  | 'method'
  | 'clause'
  | 'categoryClause'
  | 'indicatorClause'
  | 'lineId'
  | 'marks';

interface ColumnLook {
  readonly title: LocalizedText;
  readonly width: number;
  readonly align: 'left' | 'center';
}

const look = (zh: string, en: string, width: number, align: ColumnLook['align'] = 'center'): ColumnLook => ({
  title: { zh, en },
  width,
  align,
});

/** In the order of the sheet: what is printed, then clauses above the line's, then what nobody sees. */
export const annexColumns: Readonly<Record<AnnexColumn, ColumnLook>> = {
  category: look('类别', 'Category', 11),
  categoryPoints: look('类别分值', 'Category points', 9),
  indicator: look('指标', 'Indicator', 13),
  indicatorPoints: look('指标分值', 'Indicator points', 9),
  line: look('评分项', 'Item', 15),
  linePoints: look('分值', 'Points', 7),
  standard: look('验收标准', 'Standard', 42, 'left'),
  method: look('评分办法', 'How it is scored', 46, 'left'),
  clause: look('依据', 'Clause', 20, 'left'),
  categoryClause: look('类别依据', 'Clause of the category', 20, 'left'),
  indicatorClause: look('指标依据', 'Clause of the indicator', 24, 'left'),
  lineId: look('评分项编号', 'Item id', 12, 'left'),
  marks: look('导出时的内容', 'Content when exported', 12, 'left'),
};

export const columnNames = Object.keys(annexColumns) as AnnexColumn[];

/** The columns that are printed. */
export const printedColumns: readonly AnnexColumn[] = columnNames.slice(0, columnNames.indexOf('clause') + 1);

export const hiddenColumns: ReadonlySet<AnnexColumn> = new Set(['lineId', 'marks']);

/** The columns of the categories' and of the indicators' merged cells. */
export const categoryColumns: ReadonlySet<AnnexColumn> = new Set(['category', 'categoryPoints', 'categoryClause']);
export const indicatorColumns: ReadonlySet<AnnexColumn> = new Set(['indicator', 'indicatorPoints', 'indicatorClause']);

export type AnnexLevel = 'category' | 'indicator' | 'line';

/** Something that can be changed in a cell. */
export interface AnnexField {
  readonly level: AnnexLevel;
  readonly key: 'title' | 'points' | 'standard' | 'clause';
  readonly column: AnnexColumn;
}

/** The order is that of the marks. */
export const annexFields: readonly AnnexField[] = [
  { level: 'category', key: 'title', column: 'category' },
  { level: 'category', key: 'points', column: 'categoryPoints' },
  { level: 'category', key: 'clause', column: 'categoryClause' },
  { level: 'indicator', key: 'title', column: 'indicator' },
  { level: 'indicator', key: 'points', column: 'indicatorPoints' },
  { level: 'indicator', key: 'clause', column: 'indicatorClause' },
  { level: 'line', key: 'title', column: 'line' },
  { level: 'line', key: 'points', column: 'linePoints' },
  { level: 'line', key: 'standard', column: 'standard' },
  { level: 'line', key: 'clause', column: 'clause' },
];

/** Begins the hidden cell of a row that is no line: the name of the edition, the total, the notes. */
export const NO_LINE = '#';
