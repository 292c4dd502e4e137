/** Owns talking to the server: JSON in and out, problems as one kind of error. */
import type { Problem } from '@yimen/contracts';
import { currentLanguage } from '../language';

/** The server refused, or could not be reached (`status` 0). */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    super(problem.title ?? `HTTP ${status}`);
  }
}

/** What unsafe requests repeat of the session; the server tells it with the session. */
let csrf: string | null = null;

export const keepCsrf = (token: string | null): void => {
  csrf = token;
};

/** Fetches JSON under `/api`; every failure is a `ProblemError`. */
export const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => (await tagged<T>(path, init)).value;

/** What was fetched, with the tag of the version that an edit of it names. */
export interface Tagged<T> {
  readonly value: T;
  readonly tag: string;
}

export async function tagged<T>(path: string, init: RequestInit = {}): Promise<Tagged<T>> {
  const headers = { accept: 'application/json', 'accept-language': currentLanguage(), ...init.headers };
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new ProblemError(0, {});
  });
  const body: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw new ProblemError(response.status, body as Partial<Problem>);
  return { value: body as T, tag: response.headers.get('etag') ?? '' };
}

/** Sends JSON; creating requests carry a key so that a repeated send stays one record. */
export const send = <T>(path: string, body: unknown, key?: string): Promise<T> =>
  write('POST', path, body, key ? { 'idempotency-key': key } : {});

/** Sends a change of the version that a tag names; it is refused when there is a newer one. */
export const edit = <T>(path: string, body: unknown, tag: string): Promise<T> =>
  write('POST', path, body, { 'if-match': tag });

/** Puts JSON; an edit names the version that it was made on. */
export const put = <T>(path: string, body: unknown, version?: number): Promise<T> =>
  write('PUT', path, body, version === undefined ? {} : { 'if-match': `"${version}"` });

/** Sends a file as it is. */
export const sendFile = <T>(path: string, body: string | ArrayBuffer, type: string): Promise<T> =>
  call<T>(path, { method: 'POST', body, headers: { 'content-type': type, ...proof() } });

const write = <T>(method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> =>
  call<T>(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...proof(), ...headers },
  });

export const remove = <T>(path: string): Promise<T> => call<T>(path, { method: 'DELETE', headers: proof() });

/** What an unsafe request repeats of the session. */
export const proof = (): Record<string, string> => (csrf === null ? {} : { 'x-csrf-token': csrf });
