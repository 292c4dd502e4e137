/** Owns the shape of `outline` documents: every clause of the source. */
import * as z from 'zod';
import { plain, text } from './text.js';

const clause = z.strictObject({ id: plain, summary: text, none: text.exactOptional() });

export const outlineDocument = z.strictObject({ $schema: z.string().exactOptional(), clauses: z.array(clause) });
