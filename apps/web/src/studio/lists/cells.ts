/** Owns the cells of a list as text: what a cell says, and what a text says of one. */
import type { LocalizedText } from '@yimen/config';
import type { CellKey } from './list-edits';
import type { Cell, Choices, ListColumn, RowChoice } from './written-list';

export type Lang = 'zh' | 'en';

/** A column of the table on screen. */
export interface TableColumn {
  readonly key: CellKey;
  readonly title: LocalizedText;
  readonly type: ListColumn['type'];
  readonly list?: string;
}

export type ReadCell =
  | { readonly ok: true; readonly value: Cell | undefined }
  | { readonly ok: false; readonly message: LocalizedText };

const said: ReadonlyMap<string, boolean> = new Map([
  ...['是', '√', '✓', '✔', '对', 'yes', 'y', 'true', '1', '必需'].map((word) => [word, true] as const),
  ...['否', '×', '✗', '✘', '不', 'no', 'n', 'false', '0', '可选'].map((word) => [word, false] as const),
]);

const wrong = (zh: string, en: string): ReadCell => ({ ok: false, message: { zh, en } });

/** What a pasted text says of a cell; a blank one says nothing. */
export function readCell(text: string, column: TableColumn, choices: Choices): ReadCell {
  const plain = text.trim();
  if (plain === '') return { ok: true, value: undefined };
  if (column.type === 'boolean') {
    const value = said.get(plain.toLowerCase());
    return value === undefined
      ? wrong(`“${plain}”应为“是”或“否”`, `"${plain}" should be "yes" or "no"`)
      : { ok: true, value };
  }
  if (column.type === 'number') return readNumber(plain);
  if (column.type === 'text') return { ok: true, value: plain };
  const known = choices.get(column.list ?? '') ?? [];
  return column.type === 'choice' ? readChoice(plain, known) : readChecklist(plain, known);
}

function readNumber(text: string): ReadCell {
  const typed = text.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3})/gu, '');
  const value = /^[+-]?\d+(?:\.\d+)?$/u.test(typed) ? Number(typed) : Number.NaN;
  return Number.isFinite(value) ? { ok: true, value } : wrong(`“${text}”不是数字`, `"${text}" is no number`);
}

const chosen = (text: string, choices: readonly RowChoice[]): RowChoice | undefined => {
  const words = text.replaceAll(/\s+/gu, ' ');
  return choices.find(({ title }) => title.zh === words) ?? choices.find(({ title }) => title.en === words);
};

function readChoice(text: string, choices: readonly RowChoice[]): ReadCell {
  const choice = chosen(text, choices);
  return choice ? { ok: true, value: choice.id } : noChoice(text);
}

const noChoice = (text: string): ReadCell => wrong(`没有“${text}”这个选项`, `There is no choice "${text}"`);

/** Several choices, parted by commas or lines. */
function readChecklist(text: string, choices: readonly RowChoice[]): ReadCell {
  const parts = text
    .split(/[\n、，；,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const unknown = parts.find((part) => !chosen(part, choices));
  if (unknown !== undefined) return noChoice(unknown);
  return { ok: true, value: [...new Set(parts.map((part) => chosen(part, choices)?.id ?? ''))] };
}
