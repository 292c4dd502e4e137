/** Owns the JSON Schemas of the language: what editors complete and check documents with. */
import * as z from 'zod';
import { type DocumentKind, documentSchemas } from './kind.js';

/** The JSON Schema (draft-07) of each kind of document, as documents are written. */
export const documentJsonSchemas = (): Record<DocumentKind, unknown> =>
  Object.fromEntries(
    Object.entries(documentSchemas).map(([kind, schema]) => [
      kind,
      { ...z.toJSONSchema(schema, { io: 'input', target: 'draft-07' }), title: `Yimen ${kind}` },
    ]),
  ) as Record<DocumentKind, unknown>;
