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
export const send = <T>(path: string, body: unknown, key?: string): Promise<T> =>
  call<T>(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
  });
