/** Owns the kinds of documents: the schema of each and how a document's kind is told. */
import type * as z from 'zod';
import { calendarDocument } from './calendar.js';
import { caseDocument } from './case.js';
import { categoryDocument } from './category.js';
import { conditionsDocument } from './conditions.js';
import { deskDocument } from './desk.js';
import { editionDocument } from './edition.js';
import { factsDocument } from './facts.js';
import { formDocument } from './form.js';
import { listsDocument } from './lists.js';
import { outlineDocument } from './outline.js';

export const documentSchemas = {
  edition: editionDocument,
  lists: listsDocument,
  form: formDocument,
  facts: factsDocument,
  conditions: conditionsDocument,
  category: categoryDocument,
  desk: deskDocument,
  outline: outlineDocument,
  calendar: calendarDocument,
  case: caseDocument,
} as const;

export type DocumentKind = keyof typeof documentSchemas;
export type DocumentOf<Kind extends DocumentKind> = z.output<(typeof documentSchemas)[Kind]>;

/** A document of a kind as it is written: what has a default may be left out. */
export type DocumentInput<Kind extends DocumentKind> = z.input<(typeof documentSchemas)[Kind]>;

/** The key that only documents of a kind have: stored documents carry no `$schema`. */
const signatures: readonly (readonly [string, DocumentKind])[] = [
  ['lists', 'lists'],
  ['facts', 'facts'],
  ['conditions', 'conditions'],
  ['indicators', 'category'],
  ['dispositions', 'desk'],
  ['clauses', 'outline'],
];

/** The kind a path demands, where it demands one. */
export function kindOfPath(path: string): DocumentKind | undefined {
  if (path.endsWith('.jsonl')) return 'case';
  if (path.startsWith('forms/')) return 'form';
  if (path.startsWith('rules/calendars/')) return 'calendar';
  return path.endsWith('/edition.json') ? 'edition' : undefined;
}

/** The kind a document says it is of, by `$schema`, or else shows by its keys. */
export function kindOfContent(value: unknown): DocumentKind | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const schema = Object.hasOwn(value, '$schema') ? (value as { $schema: unknown }).$schema : undefined;
  if (typeof schema === 'string') return kindOfSchema(schema);
  return signatures.find(([key]) => Object.hasOwn(value, key))?.[1];
}

function kindOfSchema(schema: string): DocumentKind | undefined {
  const name = schema.slice(schema.lastIndexOf('/') + 1).replace(/\.schema\.json$/, '');
  return Object.hasOwn(documentSchemas, name) ? (name as DocumentKind) : undefined;
}
