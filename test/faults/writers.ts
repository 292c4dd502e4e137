/** Owns writers that store, correct and upload until their server is gone, and what each of them was told of it. */
import { expect } from '@jest/globals';
import type { Edition } from '@yimen/config';
import { png } from '../support/sample-files.js';
import { type Answer, download, factsOf, type Session, send, upload } from './client.js';

export const AREA = 'lengshuitan';

/** Where writers write: the server may be another one after each kill. */
export interface Target {
  readonly address: string;
  readonly session: Session;
}

/** Something that was asked for by a key: what, and the answer where one came. */
export interface Asked<What> {
  readonly key: string;
  readonly what: What;
  answer?: any;
}

/** Everything that was asked for since the last kill. */
export interface Work {
  readonly stored: Asked<{ readonly facts: object }>[];
  readonly uploaded: Asked<Buffer>[];
  readonly corrected: Correcting[];
}

/** A record that one writer corrects again and again: as it was told last, and what it was sent without an answer. */
export interface Correcting {
  record: any;
  facts: object;
  pending?: object | undefined;
}

/** Sends until nobody answers; an answer of another kind than expected is a fault of the server. */
async function keepSending(one: (count: number) => Promise<void>): Promise<void> {
  for (let count = 0; ; count += 1) {
    try {
      await one(count);
    } catch (error) {
      if (error instanceof Unexpected) throw error;
      return;
    }
  }
}

class Unexpected extends Error {}

function expected({ status, body }: Answer, wanted: number): any {
  if (status !== wanted) throw new Unexpected(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

const store = ({ address, session }: Target, { key, what }: Asked<object>) =>
  send(address, session, 'POST', '/api/v1/submissions', what, { 'idempotency-key': key });

export function storing(target: Target, name: string, requests: readonly { readonly facts: object }[], work: Work) {
  return keepSending(async (count) => {
    const what = requests[(count * 7 + name.length) % requests.length];
    if (!what) throw new Unexpected('no request');
    const asked: Asked<{ readonly facts: object }> = { key: `${name}-${count}`, what };
    work.stored.push(asked);
    asked.answer = expected(await store(target, asked), 201);
  });
}

let pictures = 0;

export function uploading({ address, session }: Target, name: string, work: Work) {
  return keepSending(async (count) => {
    pictures += 1;
    const what = Buffer.concat([png(1 + (pictures % 900), 5), Buffer.alloc(50_000, pictures % 251)]);
    const asked: Asked<Buffer> = { key: `${name}-${count}`, what };
    work.uploaded.push(asked);
    asked.answer = expected(await upload(address, session, AREA, what, asked.key), 201);
  });
}

/** Corrects one record; each time the text of a question that is not personal says another thing. */
export function correcting(
  { address, session }: Target,
  mine: Correcting,
  vary: (facts: object, count: number) => object,
) {
  return keepSending(async () => {
    const { id, version } = mine.record;
    const facts = vary(mine.facts, version);
    mine.pending = facts;
    const path = `/api/v1/submissions/${id}`;
    const answer = await send(
      address,
      session,
      'PUT',
      path,
      { facts, reason: 'kill test' },
      { 'if-match': `"${version}"` },
    );
    mine.record = expected(answer, 200);
    mine.facts = facts;
    mine.pending = undefined;
  });
}

/** A choice of an edition that records may answer either way: asked always, and no part of a name. */
export function varying(edition: Edition, facts: object): (facts: object, count: number) => object {
  const [form = '', answers = {}] = Object.entries(facts)[0] ?? [];
  const fact = [...edition.facts.values()].find(({ id, type }) => type.kind === 'text' && id in answers);
  if (!fact) throw new Error('no text to vary');
  return (given, count) => ({
    ...given,
    [form]: { ...(given as any)[form], [fact.id]: vary(String((answers as any)[fact.id]), count) },
  });
}

/** The same text with another last sign. */
const vary = (text: string, count: number): string => `${text.slice(0, -1)}${'甲乙丙丁戊'[count % 5]}`;

/** Sends again by their keys what was asked for, and finds what was told: everything acknowledged, nothing twice. */
export async function checkStored(target: Target, asked: Asked<{ readonly facts: object }>): Promise<void> {
  const { address, session } = target;
  const body = expected(await store(target, asked), 201);
  if (asked.answer) expect(body).toEqual(asked.answer);
  asked.answer = body;
  const read = await send(address, session, 'GET', `/api/v1/submissions/${body.id}`);
  expect({ key: asked.key, ...read.body }).toEqual({ key: asked.key, ...body });
  expect(await factsOf(address, session, body.id)).toEqual(asked.what.facts);
  const again = await send(address, session, 'POST', `/api/v1/submissions/${body.id}/re-evaluation`);
  expect([asked.key, again.body.same]).toEqual([asked.key, true]);
}

export async function checkUploaded({ address, session }: Target, asked: Asked<Buffer>): Promise<void> {
  const body = expected(await upload(address, session, AREA, asked.what, asked.key), 201);
  if (asked.answer) expect(body).toEqual(asked.answer);
  asked.answer = body;
  expect(await download(address, session, body.id)).toEqual(asked.what);
}

/** A record is what was told of it last, or what was sent then and not answered: whole, either way. */
export async function checkCorrected({ address, session }: Target, mine: Correcting): Promise<void> {
  const { id, version } = mine.record;
  const { body } = await send(address, session, 'GET', `/api/v1/submissions/${id}`);
  const facts = await factsOf(address, session, id);
  const done = mine.pending !== undefined && body.version === version + 1;
  if (!done) expect(body).toEqual(mine.record);
  expect([id, facts]).toEqual([id, done ? mine.pending : mine.facts]);
  Object.assign(mine, { record: body, facts, pending: undefined });
}
