/** Owns what a changeable field of a standard says in a cell, and the mark by which a later change is told. */
import { createHash } from 'node:crypto';
import { plainText } from '../workbooks/cell-text.js';
import { type AnnexField, type AnnexLevel, annexFields } from './annex-columns.js';
import type { Lang } from './documents.js';

/** A category, an indicator or a line, as an edition or a document has it. */
export interface AnnexItem {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en?: string };
  readonly points: number;
  readonly clause: string;
  readonly standard?: { readonly zh: string; readonly en?: string };
}

/** What the cell of a field says; English that is not written yet stands in Chinese. */
export function fieldText({ key }: AnnexField, item: AnnexItem, lang: Lang): string {
  const value = item[key];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' || value === undefined) return plainText(value ?? '');
  return plainText(value[lang] ?? value.zh);
}

/** Eight digits for a cell's content: the same content, the same mark. */
export const markOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The marks of a row: of each field of its line, its indicator and its category, then of what no cell changes. */
export const marksOf = (items: Readonly<Record<AnnexLevel, AnnexItem>>, method: string, lang: Lang): string =>
  [...annexFields.map((field) => fieldText(field, items[field.level], lang)), plainText(method)].map(markOf).join('.');

export interface RowMarks {
  readonly fields: ReadonlyMap<AnnexField, string>;
  readonly method: string | undefined;
}

/** The marks of a row, or none where the cell no longer holds them. */
export function readMarks(cell: string): RowMarks {
  const marks = cell.trim().split('.');
  if (marks.length <= annexFields.length || marks.some((mark) => !/^[0-9a-f]{8}$/u.test(mark)))
    return { fields: new Map(), method: undefined };
  const fields = new Map(annexFields.map((field, index) => [field, marks[index] ?? ''] as const));
  return { fields, method: marks[annexFields.length] };
}
