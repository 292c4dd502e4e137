/** Owns cursor pagination. */
import * as z from 'zod';

/** Most items of one page. */
export const mostItems = 200;

export const pageQuery = z.object({
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(mostItems).default(50),
});

export type PageQuery = z.output<typeof pageQuery>;

/** A page of items; `next` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
