/** Owns the shape of every error answer: problem details of RFC 9457. */
import * as z from 'zod';
import { issue } from './issue.js';

export const problemMediaType = 'application/problem+json';

/** `title` and `detail` follow `Accept-Language`; issues carry both languages. `type` is the stable contract. */
export const problem = z
  .object({
    type: z.string().meta({ example: 'urn:yimen:problem:unknown-edition' }),
    title: z.string(),
    status: z
      .union([z.int(), z.literal('invalid')])
      .meta({ description: 'The HTTP status; `invalid` where facts were refused, as the command line answers' }),
    detail: z.string(),
    instance: z.string(),
    issues: z.array(issue),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problem>;
