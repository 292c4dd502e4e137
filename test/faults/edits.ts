/** Owns pairs of edits of one thing made at once: exactly one may win, and the other is told. */
import { expect } from '@jest/globals';
import { deskRequest } from '../api/submission-input.js';
import { type Answer, type Session, send } from './client.js';
import { long } from './place.js';

/** Row 4: of records always, of the others where there is time. */
const ALL = 1000;
const SOME = long ? ALL : 100;

/** A thing that can be edited: where it is, and how an edit by somebody called so is sent and known again. */
interface Edited {
  readonly path: string;
  readonly pairs: number;
  readonly edit: (address: string, tag: string, by: string) => Promise<Answer>;
  /** What of an answer shows whose edit it holds. */
  readonly shows: (body: any) => unknown;
}

/** Each pair is made on one version; the second of a pair goes to the last address. */
async function inPairs(
  addresses: readonly string[],
  session: Session,
  { path, pairs, edit, shows }: Edited,
): Promise<void> {
  const [first = '', last = first] = [addresses[0], addresses.at(-1)];
  const statuses: string[] = [];
  let { headers } = await send(first, session, 'GET', path);
  for (let pair = 0; pair < pairs; pair += 1) {
    const tag = String(headers.get('etag'));
    const both = await Promise.all([edit(first, tag, `a${pair}`), edit(last, tag, `b${pair}`)]);
    const told = both.map(({ status }) => status).sort();
    statuses.push(told.join());
    const winner = both.find(({ status }) => status === 200);
    if (winner) headers = winner.headers;
    const now = await send(last, session, 'GET', path);
    expect(now.headers.get('etag')).toBe(headers.get('etag'));
    expect(shows(now.body)).toEqual(shows(winner?.body));
  }
  expect(statuses).toEqual(Array.from({ length: pairs }, () => '200,412'));
}

export function editAreaInPairs(addresses: readonly string[], session: Session): Promise<void> {
  const path = '/api/v1/areas/shuangpai';
  return inPairs(addresses, session, {
    path,
    pairs: SOME,
    edit: (address, tag, by) => {
      const change = { kind: 'rename', on: '2020-01-01', name: { zh: by, en: by } };
      return send(address, session, 'POST', `${path}/changes`, change, { 'if-match': tag });
    },
    shows: ({ name }) => name,
  });
}

/** The reason of a correction is in the trail alone: what differs is the first choice of the record. */
export async function correctInPairs(addresses: readonly string[], session: Session): Promise<void> {
  const [first = ''] = addresses;
  const request = { ...deskRequest(), area: 'lengshuitan' };
  const made = (await send(first, session, 'POST', '/api/v1/submissions', request)).body;
  const path = `/api/v1/submissions/${made.id}`;
  await inPairs(addresses, session, {
    path,
    pairs: ALL,
    edit: (address, tag, by) => {
      const correction = { facts: made.facts, reason: `pair ${by}` };
      return send(address, session, 'PUT', path, correction, { 'if-match': tag });
    },
    shows: ({ version, outcome }) => [version, outcome],
  });
  const { items } = (await send(first, session, 'GET', `/api/v1/audit?subject=${made.id}&limit=200`)).body;
  const versions = items.flatMap(({ details }: any) => details.version ?? []);
  expect(versions).toEqual(Array.from({ length: versions.length }, (_, index) => ALL + 1 - index));
  expect(versions.length).toBe(200);
}

/** A draft of an edition of the shipped configuration. */
export async function editDraftInPairs(addresses: readonly string[], session: Session): Promise<void> {
  const [first = ''] = addresses;
  const drafts = '/api/v1/studio/drafts';
  const creation = { kind: 'revision', edition: deskRequest().edition };
  const { body } = await send(first, session, 'POST', drafts, creation);
  const path = `${drafts}/${body.id}`;
  await inPairs(addresses, session, {
    path,
    pairs: SOME,
    edit: (address, tag, by) => send(address, session, 'PUT', path, { confirmed: [`line:${by}`] }, { 'if-match': tag }),
    shows: ({ version }) => version,
  });
  await send(first, session, 'POST', `${path}/discard`);
}
