import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desk, requestsOf, standard } from '../api/submission-input.js';
import { seededRandom } from '../support/random.js';
import { everyRole, factsOf, firstOperator, type Session, send } from './client.js';
import { emptyPlace, long, onMariadb, type Place } from './place.js';
import { type ServerProcess, startProcess } from './server-process.js';

const KILLS = long ? 100 : 8;
const WRITERS = 20;

let place: Place;
let server: ServerProcess;
let session: Session;

beforeAll(async () => {
  place = await emptyPlace();
  server = await startProcess(place.variables);
  session = await everyRole(server.address, await firstOperator(server.address, server.invitation));
});
afterAll(async () => {
  server.signal('SIGKILL');
  await server.ended;
  await place.remove();
});

const post = (key: string, request: unknown) =>
  send(server.address, session, 'POST', '/api/v1/submissions', request, { 'idempotency-key': key });

/** A request by its key, and the record that was acknowledged for it. */
interface Write {
  readonly request: unknown;
  record?: any;
}

/** The requests that can be stored. */
async function goodRequests(): Promise<unknown[]> {
  const all = [...requestsOf(desk), ...requestsOf(standard)].map((request) => ({ ...request, area: 'lengshuitan' }));
  const found = await Promise.all(all.map(async (request, index) => (await post(`probe-${index}`, request)).status));
  return all.filter((_, index) => found[index] === 201);
}

/** Sends one request after the other until the server is gone. */
async function write(prefix: string, requests: readonly unknown[], writes: Map<string, Write>): Promise<void> {
  for (let count = 0; ; count += 1) {
    const key = `${prefix}-${count}`;
    const mine: Write = { request: requests[(count * 7 + prefix.length) % requests.length] };
    writes.set(key, mine);
    try {
      const { status, body } = await post(key, mine.request);
      if (status !== 201) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
      mine.record = body;
    } catch (error) {
      if (String(error).includes('answered')) throw error;
      return;
    }
  }
}

/** What holds whatever happened: the database is whole, and every record has its key and its content. */
async function checkDatabase(): Promise<void> {
  const [{ count }] = await place.ask(
    `SELECT count(*) AS count FROM submission s LEFT JOIN idempotency_key k ON k.submission_id = s.id WHERE k.\`key\` IS NULL`,
  );
  expect(Number(count)).toBe(0);
  const twice = await place.ask('SELECT submission_id FROM idempotency_key GROUP BY submission_id HAVING count(*) > 1');
  expect(twice).toEqual([]);
  const orphans = await place.ask(
    'SELECT k.submission_id FROM idempotency_key k LEFT JOIN submission s ON s.id = k.submission_id WHERE s.id IS NULL',
  );
  expect(orphans).toEqual([]);
  if (!onMariadb) return expect(await place.ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  const checked = await place.ask('CHECK TABLE submission, idempotency_key, account, session, area, edition_version');
  expect(checked.map(({ Msg_text }) => Msg_text).filter((text) => text !== 'OK')).toEqual([]);
}

async function checkRecord({ request, record }: Write, key: string): Promise<void> {
  const { body } = await send(server.address, session, 'GET', `/api/v1/submissions/${record.id}`);
  expect({ key, ...body }).toEqual({ key, ...record });
  expect(await factsOf(server.address, session, record.id)).toEqual((request as { facts: unknown }).facts);
  const again = await send(server.address, session, 'POST', `/api/v1/submissions/${record.id}/re-evaluation`);
  expect([key, again.body.same]).toEqual([key, true]);
}

/** Runs over all, some at a time. */
async function forAll<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += WRITERS)
    await Promise.all(items.slice(start, start + WRITERS).map(work));
}

describe('A server that is killed while it stores', () => {
  it(`loses nothing that it acknowledged and stores nothing by halves, ${KILLS} times`, async () => {
    const random = seededRandom('kill');
    const requests = await goodRequests();
    const readyAfter: number[] = [];
    let [acknowledged, pending] = [0, 0];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const writes = new Map<string, Write>();
      const writers = Array.from({ length: WRITERS }, (_, index) => write(`${kill}-${index}`, requests, writes));
      await pause(20 + random() * 700);
      server.signal('SIGKILL');
      await Promise.all([server.ended, ...writers]);
      server = await startProcess(place.variables);
      readyAfter.push(server.readyAfter);
      await checkDatabase();
      for (const [key, mine] of writes) {
        if (mine.record) acknowledged += 1;
        else pending += 1;
        const again = await post(key, mine.request);
        expect([key, again.status]).toEqual([key, 201]);
        if (mine.record) expect(again.body).toEqual(mine.record);
        mine.record = again.body;
      }
      await forAll([...writes], ([key, mine]) => checkRecord(mine, key));
      const ids = [...writes.values()].map(({ record }) => record.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    await checkDatabase();
    const [{ count }] = await place.ask('SELECT count(*) AS count FROM submission');
    expect(Number(count)).toBe(acknowledged + pending + requests.length);
    expect(acknowledged).toBeGreaterThan(KILLS);
    readyAfter.sort((a, b) => a - b);
    const [median, worst] = [readyAfter[KILLS >> 1], readyAfter.at(-1)].map((time) => Math.round(time ?? 0));
    process.stderr.write(
      `kill: ${acknowledged} acknowledged, ${pending} not, ready again after ${median} ms, ${worst} ms at worst\n`,
    );
  }, 3_600_000);
});
