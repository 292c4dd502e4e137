/** Owns what a server says of its health. */
import * as z from 'zod';

export const liveness = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

/** Of a server that takes work; one that does not answers 503. */
export const readiness = z
  .object({
    status: z.enum(['ok', 'degraded']).meta({ description: 'Degraded: everything works but what is named' }),
    files: z.enum(['ok', 'unavailable']).meta({ description: 'Whether the place of files takes and gives any' }),
  })
  .meta({ id: 'Readiness' });

export type Ready = z.output<typeof readiness>;
