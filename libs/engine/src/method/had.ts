/** Owns the two sides of a requirement: what there must be, and what there is. */
import type { LocalizedText } from '@yimen/config';
import { lowest } from '../formula/type.js';
import type { Dictionary } from '../wording/dictionary.js';
import { both, measured, noUnit, quoted, truth } from '../wording/words.js';
import { argumentsOf, nameOf, numberOf, type Syntax } from './formula-shape.js';

/** A number that is required: a constant, or another number fact. */
export type Required = number | { readonly fact: string };

/** What there is: a number fact, how many rows, items or files, or the sum of a column. */
export type Had =
  | { readonly fact: string }
  | { readonly count: string; readonly where?: { readonly column: string; readonly is: string | boolean } }
  | { readonly sum: string; readonly column: string };

/** What there is in each row by itself. */
export interface HadInEachRow {
  readonly each: string;
  readonly column: string;
}

/** The fact behind. */
export const sourceOf = (had: Had | HadInEachRow): string =>
  'fact' in had ? had.fact : 'count' in had ? had.count : 'sum' in had ? had.sum : had.each;

export function hadFormula(had: Had): string {
  if ('fact' in had) return had.fact;
  if ('sum' in had) return `SUM(${had.sum}, ${had.column})`;
  if (!had.where) return `COUNT(${had.count})`;
  const { column, is } = had.where;
  return `COUNT(${had.count}, ${column} = ${typeof is === 'boolean' ? String(is).toUpperCase() : JSON.stringify(is)})`;
}

export const requiredFormula = (required: Required): string =>
  typeof required === 'number' ? String(required) : required.fact;

export function readRequired(syntax: Syntax | undefined): Required | undefined {
  const fact = nameOf(syntax);
  return fact === undefined ? numberOf(syntax) : { fact };
}

export function readHad(syntax: Syntax | undefined): Had | undefined {
  const fact = nameOf(syntax);
  if (fact !== undefined) return { fact };
  const all = nameOf(argumentsOf(syntax, 'COUNT', 1)?.[0]);
  if (all !== undefined) return { count: all };
  return readSum(syntax) ?? readCount(syntax);
}

function readSum(syntax: Syntax | undefined): Had | undefined {
  const [rows, column] = (argumentsOf(syntax, 'SUM', 2) ?? []).map(nameOf);
  return rows !== undefined && column !== undefined ? { sum: rows, column } : undefined;
}

function readCount(syntax: Syntax | undefined): Had | undefined {
  const [rows, test] = argumentsOf(syntax, 'COUNT', 2) ?? [];
  const [left, right] = argumentsOf(test, 'EQUAL', 2) ?? [];
  const [count, column] = [nameOf(rows), nameOf(left)];
  if (count === undefined || column === undefined || right?.type !== 'constant' || typeof right.value === 'number')
    return undefined;
  return { count, where: { column, is: right.value } };
}

/** Whether it can be below 0. */
export function canBeNegative(had: Had, dictionary: Dictionary): boolean {
  if ('count' in had) return false;
  const type = dictionary.facts.get(sourceOf(had))?.type;
  if ('fact' in had) return !(type?.kind === 'number' && lowest(type) >= 0);
  const column = type?.kind === 'rows' ? type.columns.get(had.column)?.type : undefined;
  return !(column?.kind === 'number' && lowest(column) >= 0);
}

/** The unit in which it is counted. */
export function unitOfHad(had: Had | HadInEachRow, dictionary: Dictionary): LocalizedText {
  if ('fact' in had) return dictionary.facts.get(had.fact)?.unit ?? noUnit;
  if (!('count' in had)) return dictionary.columnUnits.get(`${sourceOf(had)}.${had.column}`) ?? noUnit;
  return { zh: dictionary.facts.get(had.count)?.type?.kind === 'checklist' ? '项' : '个', en: '' };
}

/** What there is, in words that `应不少于` and `must be at least` follow. */
export function hadWords(had: Had | HadInEachRow, dictionary: Dictionary): LocalizedText {
  const entry = dictionary.facts.get(sourceOf(had));
  const columns = entry?.type?.kind === 'rows' ? entry.type.columns : undefined;
  return both((language) => {
    const name = quoted(entry?.title[language] ?? sourceOf(had), language);
    const columnName = (id: string): string => quoted(columns?.get(id)?.title[language] ?? id, language);
    const chinese = language === 'zh';
    if ('fact' in had) return name;
    if ('each' in had)
      return chinese ? `${name}每一行的${columnName(had.column)}` : `${columnName(had.column)} in every row of ${name}`;
    if ('sum' in had)
      return chinese ? `${name}各行${columnName(had.column)}之和` : `the sum of ${columnName(had.column)} in ${name}`;
    if (!had.where) return chinese ? `${name}的数量` : `the number of ${name}`;
    const { column, is } = had.where;
    const type = columns?.get(column)?.type;
    const choice = type?.kind === 'choice' ? type.choices.find(({ id }) => id === is)?.title[language] : undefined;
    const value = quoted(typeof is === 'boolean' ? truth(is, language) : (choice ?? is), language);
    return chinese
      ? `${name}中${columnName(column)}为${value}的数量`
      : `the number of ${name} with ${columnName(column)} ${value}`;
  });
}

/** A requirement in words, a constant with the unit of what there is. */
export const requiredWords = (required: Required, unit: LocalizedText, dictionary: Dictionary): LocalizedText =>
  both((language) =>
    typeof required === 'number'
      ? measured(required, unit, language)
      : quoted(dictionary.facts.get(required.fact)?.title[language] ?? required.fact, language),
  );
