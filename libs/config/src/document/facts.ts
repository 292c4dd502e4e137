/** Owns the shape of `facts` documents: derived facts. */
import * as z from 'zod';
import { id, plain, text } from './text.js';

const derivedFact = z.strictObject({
  id,
  title: text,
  formula: z.string().min(1, 'empty-text').max(2000, 'text-too-long'),
  unit: plain.exactOptional(),
  clause: plain.exactOptional(),
  note: text.exactOptional(),
});

export const factsDocument = z.strictObject({ $schema: z.string().exactOptional(), facts: z.array(derivedFact) });
