/** Owns the shape of `category` documents: a standard's indicators, lines and rules. */
import * as z from 'zod';
import { group } from './condition.js';
import { standardRule } from './rule-schema.js';
import { id, plain, text } from './text.js';

const points = z.number().positive();

const line = z.strictObject({
  id,
  title: text,
  points,
  clause: plain,
  standard: text,
  starts: z.enum(['full', 'zero']),
  appliesWhen: group.exactOptional(),
  needs: z.array(id).default([]),
  note: text.exactOptional(),
  rules: z.array(standardRule),
});

const indicator = z.strictObject({ id, title: text, points, clause: plain, lines: z.array(line).min(1, 'empty-list') });

export const categoryDocument = z.strictObject({
  $schema: z.string().exactOptional(),
  id,
  title: text,
  points,
  clause: plain,
  indicators: z.array(indicator).min(1, 'empty-list'),
});

export type CategoryDocument = z.output<typeof categoryDocument>;
