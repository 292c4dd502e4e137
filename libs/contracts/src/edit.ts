/** Owns how an edit names the version that it was made on. */
import * as z from 'zod';

/** `If-Match: "<version>"`, the `ETag` of what was edited. */
export const editHeaders = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,15}"$/)
    .transform((tag) => Number(tag.slice(1, -1))),
});
