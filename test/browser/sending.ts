/** Owns sending to the server as whoever is signed in on a page, past its screens. */
import type { Draft, Session } from '@yimen/contracts';
import type { Page } from 'playwright-core';

/** Posts JSON with the token of the page's session; what is answered. */
export async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const { request } = page.context();
  const url = new URL(page.url()).origin;
  const { csrf } = (await (await request.get(`${url}/api/v1/session`)).json()) as Session;
  const answer = await request.post(url + path, { data, headers: { 'x-csrf-token': csrf ?? '' } });
  return (await answer.json()) as T;
}

/** Begins a draft of an edition, of its next year where nothing is said, and gives its address. */
export async function beginDraft(
  page: Page,
  edition: string,
  kind: 'roll-over' | 'revision' = 'roll-over',
): Promise<string> {
  const { id } = await post<Draft>(page, '/api/v1/studio/drafts', { kind, edition });
  return `/studio/drafts/${id}`;
}
