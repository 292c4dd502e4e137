/** Owns the small pieces documents are made of: ids, texts, dates. */
import * as z from 'zod';

// Pages run under a policy without `unsafe-eval`.
z.config({ jitless: true });

/** Names of facts, lines, rules, categories, conditions, forms. Never a name that reaches a prototype. */
export const id = z
  .string('wrong-type')
  .max(80, 'bad-id')
  .regex(/^(?!(?:constructor|prototype)$)[a-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/, 'bad-id');

/** Names of list rows, which may start with a capital. */
export const rowId = z
  .string('wrong-type')
  .max(80, 'bad-id')
  .regex(/^(?!(?:constructor|prototype)$)[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/, 'bad-id');

const words = z.string('wrong-type').min(1, 'empty-text').max(4000, 'text-too-long');

/** A text of both languages; English falls back to Chinese in a local edition. */
export const text = z
  .strictObject({ zh: words, en: words.exactOptional() })
  .transform(({ zh, en }) => ({ zh, en: en ?? zh }))
  .meta({ id: 'text', description: 'A text in Chinese and, where known, English' });

/** A text that is the same in every language: a clause, a document number. */
export const plain = words;

/** A day of the Gregorian calendar, `2014-08-13`. */
export const date = z.iso.date('bad-date');
