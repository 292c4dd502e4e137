/** Owns the shape of `lists` documents. */
import * as z from 'zod';
import { id, rowId, text } from './text.js';

const column = z.strictObject({
  id,
  title: text,
  type: z.enum(['boolean', 'number', 'text', 'choice', 'checklist']),
  list: id.exactOptional(),
});

const cell = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())], 'wrong-cell');

/** The cells stand beside id and title; they are checked against the columns once lists are known. */
const row = z.object({ id: rowId, title: text, required: z.boolean().default(true) }).catchall(cell);

const list = z.strictObject({
  id,
  title: text,
  columns: z.array(column).exactOptional(),
  rows: z.array(row).min(1, 'empty-list').max(1000, 'too-many'),
  note: text.exactOptional(),
});

export const listsDocument = z.strictObject({ $schema: z.string().exactOptional(), lists: z.array(list) });

export type ListDeclaration = z.output<typeof list>;
export type ColumnDeclaration = z.output<typeof column>;
