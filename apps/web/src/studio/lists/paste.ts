/** Owns taking cells copied from a spreadsheet: read whole, and what does not fit told before anything changes. */
import { type LocalizedText, newRowId } from '@yimen/config';
import { readCell, type TableColumn } from './cells';
import { withCell } from './list-edits';
import type { Choices, ListRow } from './written-list';

/** The cells of copied text; a cell with lines in it stands in quotes, as spreadsheets write it. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += sign;
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') end();
    else if (sign === '\n') {
      end();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  end();
  // What is copied ends with the end of its last line.
  if (rows.length > 1 && rows.at(-1)?.every((each) => each === '')) rows.pop();
  return rows;
}

/** Whether a text is of several cells: one cell is pasted like any other text. */
export const isSeveralCells = (text: string): boolean => /[\t\n]/u.test(text.replace(/\r?\n$/u, ''));

export interface PasteTarget {
  readonly rows: readonly ListRow[];
  readonly columns: readonly TableColumn[];
  readonly choices: Choices;
  /** Where the first cell goes. */
  readonly row: number;
  readonly column: number;
  /** Ids that are not for new rows. */
  readonly avoid: Iterable<string>;
}

export interface PasteFault {
  /** Of the table, counted from 1. */
  readonly row: number;
  readonly column: LocalizedText;
  readonly message: LocalizedText;
}

export interface Paste {
  /** All rows of the list, with every cell that fits taken. */
  readonly rows: readonly ListRow[];
  readonly changed: number;
  readonly added: number;
  readonly faults: readonly PasteFault[];
}

/** The most rows of a list. */
const MOST_ROWS = 1000;

export function pasteInto(text: string, target: PasteTarget): Paste {
  const { rows, row: first } = target;
  const grid = cellsOf(text);
  const faults: PasteFault[] = [];
  const taken = new Set([...rows.map(({ id }) => id), ...target.avoid]);
  const next = [...rows];
  for (const [offset, cells] of grid.entries()) {
    const at = first + offset;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const made = filled(rows[at] ?? { id: '' }, cells, at, target, faults);
    if (rows[at]) next[at] = made;
    else if (made.title?.zh === undefined || made.title.zh === '') faults.push(unnamed(at));
    else if (next.length >= MOST_ROWS) faults.push(tooMany(at));
    else {
      const id = newRowId(made.title.en, taken);
      taken.add(id);
      next.push({ ...made, id });
    }
  }
  const changed = rows.filter((row, index) => row !== next[index]).length;
  return { rows: next, changed, added: next.length - rows.length, faults };
}

const anyColumn: LocalizedText = { zh: '名称', en: 'Name' };

const unnamed = (at: number): PasteFault => ({
  row: at + 1,
  column: anyColumn,
  message: { zh: '新的一行没有名称', en: 'The new row has no name' },
});

const tooMany = (at: number): PasteFault => ({
  row: at + 1,
  column: anyColumn,
  message: { zh: '清单最多 1000 行', en: 'A list has at most 1000 rows' },
});

/** The row with the cells that fit. */
function filled(
  row: ListRow,
  cells: readonly string[],
  at: number,
  { columns, choices, column: first }: PasteTarget,
  faults: PasteFault[],
): ListRow {
  let made = row;
  for (const [offset, text] of cells.entries()) {
    const column = columns[first + offset];
    if (!column) {
      if (text.trim() !== '') faults.push(beyond(at, text));
      continue;
    }
    const read = readCell(text, column, choices);
    if (!read.ok) faults.push({ row: at + 1, column: column.title, message: read.message });
    // A blank cell leaves what is there.
    else if (read.value !== undefined) made = sameOr(made, withCell(made, column.key, read.value));
  }
  return made;
}

const sameOr = (before: ListRow, after: ListRow): ListRow =>
  JSON.stringify(before) === JSON.stringify(after) ? before : after;

const beyond = (at: number, text: string): PasteFault => ({
  row: at + 1,
  column: { zh: '表格以外', en: 'Beyond the table' },
  message: { zh: `“${text.trim()}”没有对应的列`, en: `"${text.trim()}" has no column` },
});
