/** Owns the cells of a list's table: what a row says in a column, and what a text in a column says of a row. */
import type { LocalizedText } from '@yimen/config';
import { plainText } from '../workbooks/cell-text.js';
import type { Lang } from './documents.js';
import type { Cell, ListChoice, ListColumn, WrittenRow } from './list-table.js';

/** What a text says; undefined where the cell is blank. */
export type ReadCell =
  | { readonly value: Cell | undefined }
  | { readonly fault: { readonly code: string; readonly message: LocalizedText } };

/** What stands in the cell of a row. */
export function cellOf(row: WrittenRow, column: ListColumn, lang: Lang): string {
  const value = valueIn(row, column);
  switch (column.holds) {
    case 'required':
    case 'boolean':
      return typeof value === 'boolean' ? yesNo[lang][value ? 'yes' : 'no'] : '';
    case 'choice':
      return labelOf(String(value ?? ''), column.choices, lang);
    case 'checklist':
      return Array.isArray(value) ? value.map((id) => labelOf(id, column.choices, lang)).join('\n') : '';
    default:
      return plainText(String(value ?? ''));
  }
}

/** The row's own value; a row is required where it does not say. */
export function valueIn(row: WrittenRow, column: ListColumn): Cell | undefined {
  if (column.holds === 'id') return row.id;
  if (column.holds === 'zh' || column.holds === 'en') return row.title[column.holds];
  if (column.holds === 'required') return row.required ?? true;
  return Object.hasOwn(row, column.id) ? (row[column.id] as Cell) : undefined;
}

/** Reads the text of a cell. */
export function readCell(text: string, column: ListColumn, lang: Lang): ReadCell {
  if (text === '') return { value: undefined };
  switch (column.holds) {
    case 'required':
    case 'boolean':
      return readYesNo(text);
    case 'number':
      return readNumber(text);
    case 'choice':
      return readChoice(text, column.choices, lang);
    case 'checklist':
      return readChecklist(text, column.choices, lang);
    default:
      return { value: text };
  }
}

const yesNo = { zh: { yes: '是', no: '否' }, en: { yes: 'yes', no: 'no' } } as const;

const said: ReadonlyMap<string, boolean> = new Map([
  ...['是', '√', '✓', '✔', '对', 'yes', 'y', 'true', '1'].map((word) => [word, true] as const),
  ...['否', '×', '✗', '✘', '不', 'no', 'n', 'false', '0'].map((word) => [word, false] as const),
]);

function readYesNo(text: string): ReadCell {
  const value = said.get(text.toLowerCase());
  return value === undefined ? fault('bad-cell', '应填“是”或“否”', 'Write "yes" or "no"') : { value };
}

function readNumber(text: string): ReadCell {
  const typed = text.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3})/gu, '');
  const value = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(typed) ? Number(typed) : Number.NaN;
  return Number.isFinite(value) ? { value } : fault('bad-cell', '应填数字', 'Write a number');
}

/** A choice's title, with its id where another choice has the same title. */
function labelOf(id: string, choices: readonly ListChoice[], lang: Lang): string {
  const choice = choices.find((each) => each.id === id);
  return choice ? label(choice, choices, lang) : id;
}

function label({ id, title }: ListChoice, choices: readonly ListChoice[], lang: Lang): string {
  const words = oneLine(title[lang]);
  const isPlain = words !== '' && choices.every((each) => each.id === id || !isCalled(each, words, lang));
  return isPlain ? words : `${words}（${id}）`;
}

const isCalled = ({ id, title }: ListChoice, words: string, lang: Lang): boolean =>
  oneLine(title[lang]) === words || id === words;

const oneLine = (text: string): string => plainText(text).replaceAll(/\s+/gu, ' ');

function chosen(text: string, choices: readonly ListChoice[], lang: Lang): string | undefined {
  const words = oneLine(text);
  const other = lang === 'zh' ? 'en' : 'zh';
  const find = (language: Lang) => choices.find((choice) => label(choice, choices, language) === words);
  return (find(lang) ?? choices.find(({ id }) => id === words) ?? find(other))?.id;
}

const readChoice = (text: string, choices: readonly ListChoice[], lang: Lang): ReadCell => {
  const id = chosen(text, choices, lang);
  return id === undefined ? unknownChoice([text]) : { value: id };
};

/** One choice a line; a line that is none may hold several, as people write them. */
function readChecklist(text: string, choices: readonly ListChoice[], lang: Lang): ReadCell {
  const parts = text
    .split('\n')
    .flatMap((line) => (chosen(line, choices, lang) === undefined ? line.split(/[、，；,;]/u) : [line]))
    .map(oneLine)
    .filter((part) => part !== '');
  const unknown = parts.filter((part) => chosen(part, choices, lang) === undefined);
  if (unknown.length > 0) return unknownChoice(unknown);
  return { value: [...new Set(parts.map((part) => chosen(part, choices, lang) ?? ''))] };
}

const unknownChoice = (texts: readonly string[]): ReadCell => {
  const shown = texts.map((text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text));
  return fault('unknown-choice', `没有这个选项：${shown.join('、')}`, `There is no such choice: ${shown.join(', ')}`);
};

const fault = (code: string, zh: string, en: string): ReadCell => ({ fault: { code, message: { zh, en } } });
