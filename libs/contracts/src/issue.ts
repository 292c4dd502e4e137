/** Owns the wire form of located issues and of texts in both languages. */
import type { Issue, LocalizedText } from '@yimen/config';
import * as z from 'zod';

export const localizedText = z
  .object({ zh: z.string(), en: z.string() })
  .meta({ id: 'LocalizedText' }) satisfies z.ZodType<LocalizedText>;

export const issue = z
  .object({
    code: z.string().meta({ description: 'Stable kebab-case code' }),
    severity: z.enum(['error', 'warning', 'info']),
    document: z.string().meta({ description: 'Path of the document, or `input` for what was sent' }),
    pointer: z.string().meta({ description: 'JSON pointer (RFC 6901) inside the document' }),
    message: localizedText,
    line: z.int().exactOptional(),
    column: z.int().exactOptional(),
    counterexample: z.unknown().exactOptional(),
  })
  .meta({ id: 'Issue' }) satisfies z.ZodType<Issue>;
