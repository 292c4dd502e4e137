/** Owns lists as they are written in a draft: where each stands, its rows and columns. */
import { pointerTo } from '@yimen/config';
import { documentsOf } from '../draft/documents';
import type { Documents } from '../draft/draft-state';
import { listIn, objectIn } from '../draft/question-places';

export const columnTypes = ['text', 'number', 'boolean', 'choice', 'checklist'] as const;

export type ColumnType = (typeof columnTypes)[number];

export interface ListColumn {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly type: ColumnType;
  readonly list?: string;
}

export type Cell = boolean | number | string | readonly string[];

/** A row as it is written: its cells stand beside its id and title. */
export interface ListRow {
  readonly id: string;
  readonly title?: { readonly zh?: string; readonly en?: string };
  readonly required?: boolean;
  readonly [column: string]: unknown;
}

export interface WrittenList {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  readonly document: string;
  readonly pointer: string;
}

/** Every list of the draft. */
export const listsIn = (documents: Documents): WrittenList[] =>
  documentsOf(documents, 'lists').flatMap(({ document, value }) =>
    listIn(value.lists).map((list, index) => listFrom(objectIn(list), document, pointerTo('', 'lists', index))),
  );

function listFrom(list: Readonly<Record<string, unknown>>, document: string, pointer: string): WrittenList {
  const columns = listIn(list.columns).map((each) => {
    const { id, title, type, list: of } = objectIn(each);
    const known = columnTypes.find((candidate) => candidate === type) ?? 'text';
    return { id: String(id), title: textOf(title), type: known, ...(typeof of === 'string' ? { list: of } : {}) };
  });
  const rows = listIn(list.rows).map((row) => objectIn(row) as unknown as ListRow);
  return { id: String(list.id), title: textOf(list.title), columns, rows, document, pointer };
}

export function textOf(value: unknown): { readonly zh: string; readonly en: string } {
  const { zh, en } = objectIn(value);
  const known = typeof zh === 'string' ? zh : '';
  return { zh: known, en: typeof en === 'string' && en !== '' ? en : known };
}

export const findList = (documents: Documents, id: string): WrittenList | undefined =>
  listsIn(documents).find((list) => list.id === id);

/** What may stand in the cells of columns that choose from a list. */
export interface RowChoice {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
}

export type Choices = ReadonlyMap<string, readonly RowChoice[]>;

/** The rows of every list as choices. */
export const choicesOfLists = (documents: Documents): Choices =>
  new Map(
    listsIn(documents).map((list) => [list.id, list.rows.map(({ id, title }) => ({ id, title: textOf(title) }))]),
  );
