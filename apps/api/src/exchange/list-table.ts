/** Owns a list of an edition's documents as a table: its rows as they are written, its columns with their choices. */
import { documentSchemas, kindOfContent, kindOfPath, type LocalizedText } from '@yimen/config';
import { plainText } from '../workbooks/cell-text.js';
import type { Documents } from './documents.js';

/** A text as documents write it. */
export interface WrittenText {
  readonly zh: string;
  readonly en?: string;
}

export type Cell = boolean | number | string | readonly string[];

/** A row as documents write it: cells stand beside id and title. */
export interface WrittenRow {
  readonly id: string;
  readonly title: WrittenText;
  readonly required?: boolean;
  readonly [column: string]: unknown;
}

interface WrittenColumn {
  readonly id: string;
  readonly title: WrittenText;
  readonly type: 'boolean' | 'number' | 'text' | 'choice' | 'checklist';
  readonly list?: string;
}

interface WrittenList {
  readonly id: string;
  readonly title: WrittenText;
  readonly columns?: readonly WrittenColumn[];
  readonly rows: readonly WrittenRow[];
}

export interface ListChoice {
  readonly id: string;
  readonly title: LocalizedText;
}

/** What a column of the table holds. */
export type ListColumn = { readonly heading: LocalizedText } & (
  | { readonly holds: 'id' }
  | { readonly holds: 'zh' }
  | { readonly holds: 'en' }
  | { readonly holds: 'required' }
  | { readonly holds: 'boolean' | 'number' | 'text'; readonly id: string }
  | { readonly holds: 'choice' | 'checklist'; readonly id: string; readonly choices: readonly ListChoice[] }
);

export interface ListTable {
  readonly id: string;
  readonly title: LocalizedText;
  readonly rows: readonly WrittenRow[];
  readonly columns: readonly ListColumn[];
  /** Where the list stands. */
  readonly document: string;
  readonly index: number;
}

/** The list as a table, or undefined where the documents hold none of this id, or none in its shape. */
export function listTable(documents: Documents, id: string): ListTable | undefined {
  const lists = listsIn(documents);
  const found = lists.find(({ list }) => list.id === id);
  if (!found) return undefined;
  const { list, document, index } = found;
  const choicesOf = (name: string | undefined): ListChoice[] =>
    (lists.find((each) => each.list.id === name)?.list.rows ?? []).map((row) => ({
      id: row.id,
      title: inBoth(row.title),
    }));
  return { id, title: inBoth(list.title), rows: list.rows, columns: columnsOf(list, choicesOf), document, index };
}

/** The documents with these rows in the list's place. */
export function withRows(documents: Documents, { document, index }: ListTable, rows: readonly WrittenRow[]): Documents {
  const changed = documents[document] as { readonly lists: readonly WrittenList[] };
  const lists = changed.lists.map((list, place) => (place === index ? { ...list, rows } : list));
  return { ...documents, [document]: { ...changed, lists } };
}

interface PlacedList {
  readonly list: WrittenList;
  readonly document: string;
  readonly index: number;
}

const listsIn = (documents: Documents): PlacedList[] =>
  Object.entries(documents).flatMap(([document, value]) => {
    const isLists = kindOfPath(document) === undefined && kindOfContent(value) === 'lists';
    if (!isLists || !documentSchemas.lists.safeParse(value).success) return [];
    return (value as { readonly lists: readonly WrittenList[] }).lists.map((list, index) => ({
      list,
      document,
      index,
    }));
  });

const inBoth = ({ zh, en }: WrittenText): LocalizedText => ({ zh, en: en ?? zh });

const own: readonly ListColumn[] = [
  { holds: 'id', heading: { zh: '编号', en: 'Id' } },
  { holds: 'zh', heading: { zh: '名称', en: 'Name' } },
  { holds: 'en', heading: { zh: '英文名称', en: 'English name' } },
  { holds: 'required', heading: { zh: '是否必需', en: 'Required' } },
];

function columnsOf({ columns = [] }: WrittenList, choicesOf: (list: string | undefined) => ListChoice[]): ListColumn[] {
  const all = [...own];
  for (const { id, title, type, list } of columns) {
    const heading = headingOf(id, inBoth(title), all);
    if (type === 'choice' || type === 'checklist') all.push({ holds: type, id, heading, choices: choicesOf(list) });
    else all.push({ holds: type, id, heading });
  }
  return all;
}

/** The column's title, with its id where another column is headed by the same words. */
function headingOf(id: string, title: LocalizedText, others: readonly ListColumn[]): LocalizedText {
  const said = (text: string): string => plainText(text).toLowerCase();
  const taken = new Set(others.flatMap(({ heading }) => [said(heading.zh), said(heading.en)]));
  const isTaken = [title.zh, title.en].some((text) => said(text) === '' || taken.has(said(text)));
  return isTaken ? { zh: `${title.zh}（${id}）`, en: `${title.en} (${id})` } : title;
}
