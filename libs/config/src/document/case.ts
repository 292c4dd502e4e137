/** Owns the shape of cases: answers and what they must lead to. */
import * as z from 'zod';
import { rowId } from './text.js';

const expectation = z.strictObject({
  total: z.number().nullable().exactOptional(),
  grade: z.string().nullable().exactOptional(),
  lines: z.record(rowId, z.number().nullable()).exactOptional(),
  disposition: z.string().nullable().exactOptional(),
  rule: z.string().nullable().exactOptional(),
  department: z.string().nullable().exactOptional(),
  dueInWorkingDays: z.number().nullable().exactOptional(),
  missing: z.array(z.string()).exactOptional(),
  status: z.enum(['complete', 'incomplete', 'invalid']).exactOptional(),
});

/** The answers are left to the reader of facts: a case may be about wrong ones. */
export const caseDocument = z
  .object({
    id: z.string().min(1, 'empty-text').max(200, 'text-too-long'),
    expect: expectation,
  })
  .catchall(z.unknown());

export type CaseDocument = z.output<typeof caseDocument>;
