/** Owns what the Studio asks the server about drafts. */
import { queryOptions } from '@tanstack/react-query';
import type {
  Draft,
  DraftComment,
  DraftComments,
  DraftCreation,
  DraftProof,
  DraftRebase,
  DraftSummary,
  EditionHistory,
  GateRun,
  StudioOverview,
  VersionDocuments,
} from '@yimen/contracts';
import { call, edit, put, send } from '../../server/client';

const path = (id: string, rest = ''): string => `/api/v1/studio/drafts/${encodeURIComponent(id)}${rest}`;

export const overviewQuery = () =>
  queryOptions({ queryKey: ['studio', 'editions'], queryFn: () => call<StudioOverview>('/api/v1/studio/editions') });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['studio', 'edition', id],
    queryFn: () => call<EditionHistory>(`/api/v1/studio/editions/${id}`),
  });

export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['studio', 'version', id, version],
    queryFn: () => call<VersionDocuments>(`/api/v1/studio/editions/${id}/versions/${version}`),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A draft as it is stored; while it is on screen it is the page that knows better. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['studio', 'draft', id],
    queryFn: () => call<Draft>(path(id)),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const createDraft = (creation: DraftCreation, key: string): Promise<Draft> =>
  send<Draft>('/api/v1/studio/drafts', creation, key);

export const loadDraft = (id: string): Promise<Draft> => call<Draft>(path(id));

export const storeDraft = (
  id: string,
  version: number,
  edit: { readonly documents: Record<string, unknown>; readonly confirmed: readonly string[] },
): Promise<DraftSummary> => put<DraftSummary>(path(id), edit, version);

export const proofQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['studio', 'proof', id, version],
    queryFn: () => send<DraftProof>(path(id, '/proof'), {}),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const gateQuery = (id: string) =>
  queryOptions({
    queryKey: ['studio', 'gate', id],
    queryFn: () => call<GateRun | null>(path(id, '/gate')),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1000 : false),
  });

export const commentsQuery = (id: string) =>
  queryOptions({ queryKey: ['studio', 'comments', id], queryFn: () => call<DraftComments>(path(id, '/comments')) });

/** Takes the version that overtook a draft over into it. */
export const rebaseDraft = (id: string, version: number, rebase: DraftRebase): Promise<Draft> =>
  edit(path(id, '/rebase'), rebase, `"${version}"`);

/** What is done to a draft as a whole. */
export const actOnDraft = (id: string, act: 'discard' | 'recall' | 'gate'): Promise<unknown> =>
  send(path(id, `/${act}`), {});

export const returnDraft = (id: string, note: string): Promise<DraftSummary> => send(path(id, '/return'), { note });

export const addComment = (
  id: string,
  comment: { readonly document: string; readonly pointer: string; readonly text: string },
  key: string,
): Promise<DraftComment> => send(path(id, '/comments'), comment, key);

export const resolveComment = (id: string, comment: string): Promise<DraftComment> =>
  send(path(id, `/comments/${comment}/resolution`), {});

/** Takes a published version back. */
export const withdrawVersion = (edition: string, version: number, reason: string): Promise<EditionHistory> =>
  send(`/api/v1/studio/editions/${edition}/withdrawal`, { version, reason });

/** Sends the version that is shown to review, or publishes it. */
export const decideOnDraft = (id: string, version: number, act: 'submission' | 'approval'): Promise<DraftSummary> =>
  edit(path(id, `/${act}`), {}, `"${version}"`);
