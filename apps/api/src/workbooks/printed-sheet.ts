/** Owns writing a sheet that is printed as well as handed back: merged cells, hidden columns, pages with their headings. */
import writeExcelFile, { type CellObject, type Feature, type SheetData } from 'write-excel-file/universal';
import { cellText } from './cell-text.js';

/** A cell of such a sheet; `null` beneath or beside a merged one. */
export type PrintedCell = CellObject | null;

export interface PrintedColumn {
  /** In characters of half width. */
  readonly width: number;
  /** What comes back with the sheet and nobody sees. */
  readonly hidden?: boolean;
}

export interface PrintedSheet {
  readonly name: string;
  readonly font: string;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly PrintedCell[])[];
  /** The row of the headings, from 1: it stays in sight, and every page begins with it. */
  readonly headingRow: number;
  /** How many columns, from the first, are printed. */
  readonly printedColumns: number;
  /** What the formulas come to: programs that only show a workbook do not calculate. */
  readonly calculated: ReadonlyMap<string, number>;
}

const SHEET = 'xl/worksheets/sheet{id}.xml';

/** A cell that holds a text. Nothing in it is calculated. */
export const textCell = (text: string, style: CellObject = {}): CellObject => ({
  ...style,
  type: String,
  value: cellText(text),
});

/** A cell that adds up a column between two rows, both counted from 1. */
export const sumCell = (column: number, from: number, upTo: number, style: CellObject = {}): CellObject => {
  const letter = letterOf(column);
  return { ...style, type: 'Formula', value: `SUM(${letter}${from}:${letter}${upTo})` };
};

/** The letters of a column, counted from 1: A to Z, then AA. */
const letterOf = (column: number): string =>
  (column > 26 ? letterOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

/** The workbook: one sheet on A4 pages lying flat, as wide as the page. */
export async function writePrintedSheet(sheet: PrintedSheet): Promise<Uint8Array> {
  const data = sheet.rows.map((row) => [...row]) as SheetData;
  const name = sheetName(sheet.name);
  const options = {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: sheet.headingRow,
    columns: sheet.columns.map(({ width }) => ({ width })),
  } as const;
  const features = [hiding(sheet.columns), growing, calculating(sheet.calculated), paging, naming(name, sheet)];
  const file = await writeExcelFile(data, options, { fontFamily: sheet.font, fontSize: 11, features }).toBlob();
  return new Uint8Array(await file.arrayBuffer());
}

/** What spreadsheets take for the name of a sheet. */
export const sheetName = (text: string): string =>
  text
    .replaceAll(/[[\]/\\:*?\p{Cc}]/gu, ' ')
    .replaceAll(/^'+|'+$/gu, '')
    .trim()
    .slice(0, 31) || 'Sheet1';

const hiding = (columns: readonly PrintedColumn[]): Feature<Blob> => ({
  files: {
    transform: {
      [SHEET]: {
        transformElementAttributes: (tag, attributes, index) =>
          tag === 'col' && columns[index ?? -1]?.hidden ? { ...attributes, hidden: 1 } : attributes,
      },
    },
  },
});

/** A row's height is where it begins, not where it ends: it grows with what is typed into it. */
const growing: Feature<Blob> = {
  files: {
    transform: {
      [SHEET]: {
        transformElementAttributes: (tag, attributes) => {
          const { customHeight: _, ...rest } = attributes;
          return tag === 'row' ? rest : attributes;
        },
      },
    },
  },
};

const calculating = (calculated: ReadonlyMap<string, number>): Feature<Blob> => ({
  files: {
    transform: {
      [SHEET]: {
        transform: (xml) =>
          xml.replaceAll(/<f>([^<]*)<\/f>/gu, (formula, text) => `${formula}<v>${calculated.get(text) ?? 0}</v>`),
      },
    },
  },
});

const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 } as const;
const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const PAGE_NUMBER = '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>';

/** As wide as the page, as many pages as it takes, each with its number. */
const paging: Feature<Blob> = {
  files: {
    transform: {
      [SHEET]: {
        transformElementAttributes: (tag, attributes) => {
          if (tag === 'pageSetup') return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
          return tag === 'pageMargins' ? { ...MARGINS } : attributes;
        },
        transform: (xml) =>
          xml
            .replace(/<worksheet[^>]*>/u, (opening) => opening + FIT)
            .replace(/<pageSetup[^>]*>/u, (setup) => setup + PAGE_NUMBER),
      },
    },
  },
};

/** What is printed, and which row on every page. */
function naming(name: string, { rows, headingRow, printedColumns }: PrintedSheet): Feature<Blob> {
  const sheet = `'${name.replaceAll("'", "''")}'`.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const names = [
    `<definedName name="_xlnm.Print_Area" localSheetId="0">${sheet}!$A$1:$${letterOf(printedColumns)}$${rows.length}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet}!$${headingRow}:$${headingRow}</definedName>`,
  ];
  const defined = `<definedNames>${names.join('')}</definedNames>`;
  return {
    files: {
      transform: { 'xl/workbook.xml': { transform: (xml) => xml.replace(/<definedNames *\/>/u, () => defined) } },
    },
  };
}

/** The height in points at which a text of the font's usual size fits a cell of a width. */
export function heightOf(text: string, width: number): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(halfWidths(line) / (width - 2))), 0);
  return 16 * lines + 6;
}

/** How many half-width characters a text is as wide as. */
const halfWidths = (text: string): number => [...text].reduce((sum, character) => sum + (character > 'ÿ' ? 2 : 1), 0);
