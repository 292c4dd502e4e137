/** Owns the shape of `conditions` documents: named conditions. */
import * as z from 'zod';
import { group } from './condition.js';
import { id, text } from './text.js';

export const conditionsDocument = z.strictObject({
  $schema: z.string().exactOptional(),
  conditions: z.record(id, z.strictObject({ title: text, conditions: group })),
});
