/** Owns asking for the stored records that an impact was computed from; their personal answers come masked. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ImpactTraces, ImpactUnitPage } from '@yimen/contracts';
import type { Language } from '../../language';
import { call } from '../../server/client';

const path = (id: string, rest = ''): string => `/api/v1/studio/drafts/${encodeURIComponent(id)}/impact/units${rest}`;

/** Which units are wanted; `open` stands for a result that is open. */
export interface UnitChoice {
  readonly before?: string;
  readonly after?: string;
  readonly line?: string;
}

const PAGE = 20;

/** Pages of units of one run, which its beginning names. */
export const unitsQuery = (id: string, run: string, choice: UnitChoice) =>
  infiniteQueryOptions({
    queryKey: ['studio', 'units', id, run, choice],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({
        limit: String(PAGE),
        ...choice,
        ...(pageParam ? { cursor: pageParam } : {}),
      });
      return call<ImpactUnitPage>(`${path(id)}?${query}`);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** One record as it was judged and as a version of the draft judges it. */
export const tracesQuery = (id: string, version: number, submission: string, lang: Language) =>
  queryOptions({
    queryKey: ['studio', 'traces', id, version, submission, lang],
    queryFn: () => call<ImpactTraces>(`${path(id)}/${encodeURIComponent(submission)}?lang=${lang}`),
  });
