/** Owns the shape of `edition` documents: the manifest. */
import * as z from 'zod';
import { date, id, plain, text } from './text.js';

const band = z
  .strictObject({
    id,
    title: text,
    from: z.number().exactOptional(),
    above: z.number().exactOptional(),
    upTo: z.number().exactOptional(),
    below: z.number().exactOptional(),
  })
  .refine((value) => 'from' in value !== 'above' in value && 'upTo' in value !== 'below' in value, 'bad-band');

export const editionDocument = z.strictObject({
  $schema: z.string().exactOptional(),
  id: z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*\/\d{4}$/, 'bad-id'),
  title: text,
  authority: text,
  kind: z.enum(['standard', 'desk']),
  year: z.int().min(1949).max(9999),
  effectiveFrom: date,
  source: z.strictObject({ title: text, number: plain, date }),
  calendar: id.exactOptional(),
  forms: z.array(id).min(1, 'empty-list'),
  categories: z.array(id).min(1, 'empty-list').exactOptional(),
  points: z.number().positive().exactOptional(),
  bands: z.array(band).min(1, 'empty-list').exactOptional(),
  note: text.exactOptional(),
});

export type EditionDocument = z.output<typeof editionDocument>;
