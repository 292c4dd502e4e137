/** Owns asking the server for the impact of a draft: starting, watching, stopping it. */
import { queryOptions } from '@tanstack/react-query';
import { type Area, type AreaPage, type ImpactRequest, type ImpactRun, mostAreas } from '@yimen/contracts';
import { call, remove, send } from '../../server/client';

const path = (id: string): string => `/api/v1/studio/drafts/${encodeURIComponent(id)}/impact`;

/** The last run, asked for again while it goes on. */
export const impactQuery = (id: string) =>
  queryOptions({
    queryKey: ['studio', 'impact', id],
    queryFn: () => call<ImpactRun | null>(path(id)),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 800 : false),
    staleTime: 0,
  });

export const startImpact = (id: string, request: ImpactRequest): Promise<ImpactRun> =>
  send<ImpactRun>(path(id), request);

export const stopImpact = (id: string): Promise<ImpactRun | null> => remove<ImpactRun | null>(path(id));

/** The areas under one, as far down as a page reaches. */
export const areasUnderQuery = (id: string) =>
  queryOptions({
    queryKey: ['areas', 'under', id],
    queryFn: async (): Promise<readonly Area[]> =>
      (await call<AreaPage>(`/api/v1/areas?under=${encodeURIComponent(id)}&limit=${mostAreas}`)).items,
  });
