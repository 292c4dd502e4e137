/** Owns the shape of `desk` documents: how an intake window disposes of a matter. */
import * as z from 'zod';
import { deskRule, dispositionIds } from './rule-schema.js';
import { id, text } from './text.js';

export const deskDocument = z.strictObject({
  $schema: z.string().exactOptional(),
  needs: z.array(id).default([]),
  department: id,
  handedIn: id,
  dispositions: z.partialRecord(
    z.enum(dispositionIds, 'unknown-event'),
    z.strictObject({ title: text, notice: text.exactOptional() }),
  ),
  rules: z.array(deskRule).min(1, 'empty-list'),
});

export type DeskDocument = z.output<typeof deskDocument>;
