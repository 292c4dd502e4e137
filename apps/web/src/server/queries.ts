/** Owns what pages ask the server for, with the keys under which answers are kept. */
import { infiniteQueryOptions, MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  AreaDetail,
  EditionDetail,
  EditionPage,
  FormDetail,
  PersonalAnswer,
  ReEvaluation,
  StoredFile,
  Submission,
  SubmissionCorrection,
  SubmissionPage,
} from '@yimen/contracts';
import type { Language } from '../language';
import { call, ProblemError, put, send } from './client';

const EXPIRED = 'urn:yimen:problem:password-expired';

/** The session ended meanwhile, or is good for nothing but a new password: the door is shown again. */
function noticeEnd(error: unknown): void {
  if (error instanceof ProblemError && (error.status === 401 || error.problem.type === EXPIRED))
    void queryClient.invalidateQueries({ queryKey: ['session'] });
}

/** Refusals are final; only an unreachable server is asked again. Nothing waits in silence for the network. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (count, error) =>
        count < 2 && error instanceof ProblemError && (error.status === 0 || error.status >= 502),
    },
  },
});

export const editionsQuery = () =>
  queryOptions({ queryKey: ['editions'], queryFn: () => call<EditionPage>('/api/v1/editions?limit=200') });

export const editionQuery = (id: string, hash?: string) =>
  queryOptions({
    queryKey: ['edition', id, hash ?? 'current'],
    queryFn: () => call<EditionDetail>(`/api/v1/editions/${id}${hash ? `?hash=${hash}` : ''}`),
  });

export const formQuery = (edition: string, form: string, lang: Language, hash: string) =>
  queryOptions({
    queryKey: ['form', edition, form, lang, hash],
    queryFn: () => call<FormDetail>(`/api/v1/editions/${edition}/forms/${form}?lang=${lang}&hash=${hash}`),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const areaQuery = (id: string) =>
  queryOptions({ queryKey: ['area', id], queryFn: () => call<AreaDetail>(`/api/v1/areas/${id}`) });

/** A file never changes. */
export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: ['file', id],
    queryFn: () => call<StoredFile>(`/api/v1/files/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The address of a file's bytes: shown by the browser, or saved. */
export const fileContent = (id: string, shown: boolean): string =>
  `/api/v1/files/${id}/content${shown ? '?inline=true' : ''}`;

export const submissionsQuery = (edition?: string, limit = 20) =>
  infiniteQueryOptions({
    queryKey: ['submissions', edition ?? '', limit],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({
        limit: String(limit),
        ...(edition ? { edition } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      });
      return call<SubmissionPage>(`/api/v1/submissions?${query}`);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const submissionQuery = (id: string, lang: Language) =>
  queryOptions({
    queryKey: ['submission', id, lang],
    queryFn: () => call<Submission>(`/api/v1/submissions/${id}?lang=${lang}`),
  });

export const storeSubmission = (
  body: { edition: string; facts: Record<string, unknown>; area?: string },
  key: string,
): Promise<Submission> => send<Submission>('/api/v1/submissions', body, key);

export const correctSubmission = (id: string, version: number, correction: SubmissionCorrection): Promise<Submission> =>
  put<Submission>(`/api/v1/submissions/${id}`, correction, version);

export const showPersonal = (id: string, reason: string): Promise<PersonalAnswer> =>
  send<PersonalAnswer>(`/api/v1/submissions/${id}/personal-data`, { reason });

/** In a body: addresses are logged. */
export const findPerson = (identity: string): Promise<SubmissionPage> =>
  send<SubmissionPage>('/api/v1/submissions/search', { identity });

export const reEvaluate = (id: string): Promise<ReEvaluation> =>
  send<ReEvaluation>(`/api/v1/submissions/${id}/re-evaluation`, {});
