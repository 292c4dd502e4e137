/** Owns how documents are written as the files of a configuration folder, `$schema` for editors among them. */
import { kindOfContent, kindOfPath, type SourceFiles } from '@yimen/config';
import type { Documents } from './documents.js';

/** The text files by path, as they stand in a folder: documents indented, cases one a line. */
export const folderFiles = (documents: Documents): SourceFiles =>
  Object.fromEntries(Object.entries(documents).map(([path, value]) => [path, printed(path, value)]));

function printed(path: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((line) => `${JSON.stringify(line)}\n`).join('');
  return `${JSON.stringify(withSchema(path, value), null, 2)}\n`;
}

/** The document with the address of its JSON Schema first, where its kind can be told. */
function withSchema(path: string, value: unknown): unknown {
  const kind = kindOfPath(path) ?? kindOfContent(value);
  if (!kind || typeof value !== 'object' || value === null) return value;
  const up = '../'.repeat(path.split('/').length - 1);
  return { $schema: `${up}libs/config/schemas/${kind}.schema.json`, ...value };
}
