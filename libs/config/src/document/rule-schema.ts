/** Owns the shape of rules as documents hold them. */
import * as z from 'zod';
import { factReference, group } from './condition.js';
import type { Amount, DispositionId } from './rule.js';
import { id, plain, rowId, text } from './text.js';

const amount: z.ZodType<Amount> = z
  .union(
    [
      z.strictObject({
        points: z.number().positive(),
        each: factReference.exactOptional(),
        cap: z.number().positive().exactOptional(),
      }),
      z.strictObject({ share: factReference, cap: z.number().positive().exactOptional() }),
    ],
    'bad-amount',
  )
  .meta({ id: 'amount' });

/** Everything a desk may do with a matter. */
export const dispositionIds = [
  'refuse',
  'supplement',
  'handle',
  'report',
  'inform',
  'transfer',
  'raise',
] as const satisfies readonly DispositionId[];

const days = z.union([z.int().min(0).max(1000), factReference], 'bad-days');
const papers = z.union([z.array(rowId).min(1, 'empty-list'), factReference], 'bad-papers');

const standardEvent = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('award'), params: amount }),
    z.strictObject({ type: z.literal('deduct'), params: amount }),
  ],
  'unknown-event',
);

const deskEvent = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.literal(dispositionIds),
      params: z.strictObject({ dueInWorkingDays: days.exactOptional() }).exactOptional(),
    }),
    z.strictObject({ type: z.literal('require'), params: z.strictObject({ papers }) }),
  ],
  'unknown-event',
);

const ruleOf = <Event extends z.ZodType>(event: Event) =>
  z.strictObject({
    id,
    clause: plain,
    reason: text,
    note: text.exactOptional(),
    conditions: group,
    event,
    priority: z.int().min(1).max(1000).default(1),
  });

/** A rule that moves points. */
export const standardRule = ruleOf(standardEvent).meta({ id: 'rule' });

/** A rule that disposes of a matter or requires a paper. */
export const deskRule = ruleOf(deskEvent).meta({ id: 'rule' });
