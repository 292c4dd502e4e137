/** Owns the wire form of what evaluation answers; the types are the engine's. */
import type { DeskOutcome, LineOutcome, Outcome, Reason, StandardOutcome, Trace } from '@yimen/engine';
import * as z from 'zod';
import { issue } from './issue.js';

export type { DeskOutcome, LineOutcome, Outcome, Reason, StandardOutcome, Trace } from '@yimen/engine';

export const status = z.enum(['complete', 'incomplete', 'invalid']);

export const reason = z
  .object({ rule: z.string(), text: z.string(), clause: z.string(), points: z.number().exactOptional() })
  .meta({ id: 'Reason' }) satisfies z.ZodType<Reason>;

export const lineOutcome = z
  .object({
    status: z.enum(['scored', 'incomplete', 'not-applicable']),
    score: z.number().nullable(),
    points: z.number(),
    reasons: z.array(reason),
  })
  .meta({ id: 'LineOutcome' }) satisfies z.ZodType<LineOutcome>;

export const standardOutcome = z
  .object({
    status,
    total: z.number().nullable(),
    grade: z.string().nullable(),
    lines: z.record(z.string(), lineOutcome),
    issues: z.array(issue),
  })
  .meta({ id: 'StandardOutcome' }) satisfies z.ZodType<StandardOutcome>;

export const dispositionIds = ['refuse', 'supplement', 'handle', 'report', 'inform', 'transfer', 'raise'] as const;

export const deskOutcome = z
  .object({
    status,
    disposition: z.enum(dispositionIds).nullable(),
    rule: z.string().nullable(),
    department: z.string().nullable(),
    dueInWorkingDays: z.number().nullable(),
    missing: z.array(z.string()),
    reasons: z.array(reason),
    issues: z.array(issue),
  })
  .meta({ id: 'DeskOutcome' }) satisfies z.ZodType<DeskOutcome>;

export const outcome = z.union([standardOutcome, deskOutcome]) satisfies z.ZodType<Outcome>;

/** A rule's conditions nest without bound: the document shows them as objects. */
export const trace = z
  .object({
    rules: z.array(z.record(z.string(), z.unknown())),
    derived: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Trace' });

/** Whether an outcome is a desk's. */
export const isDeskOutcome = (value: Outcome): value is DeskOutcome => 'disposition' in value;

/** An outcome with its trace, where one was asked for. */
export type MaybeTraced = Outcome & { readonly trace?: Trace };
