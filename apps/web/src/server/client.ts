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
export async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  const headers = { accept: 'application/json', 'accept-language': currentLanguage(), ...init.headers };
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new ProblemError(0, {});
  });
  const body: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw new ProblemError(response.status, body as Partial<Problem>);
  return body as T;
}

/** Sends JSON; creating requests carry a key so that a repeated send stays one record. */
export const send = <T>(path: string, body: unknown, key?: string): Promise<T> => write('POST', path, body, key);

export const put = <T>(path: string, body: unknown): Promise<T> => write('PUT', path, body);

const write = <T>(method: string, path: string, body: unknown, key?: string): Promise<T> =>
  call<T>(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...proof(), ...(key ? { 'idempotency-key': key } : {}) },
  });

export const remove = <T>(path: string): Promise<T> => call<T>(path, { method: 'DELETE', headers: proof() });

/** What an unsafe request repeats of the session. */
export const proof = (): Record<string, string> => (csrf === null ? {} : { 'x-csrf-token': csrf });
