import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deskRequest } from '../api/submission-input.js';
import { type Answer, everyRole, firstOperator, type Session, send } from './client.js';
import { emptyPlace, long, onMariadb, type Place } from './place.js';
import { type ServerProcess, startProcess } from './server-process.js';

/** How long the database is away. */
const AWAY = long ? 60_000 : 8_000;
const WRITERS = 20;

/** Row 17: nobody waits longer for an answer, and the server serves again by itself this soon after its database. */
const ANSWERED_WITHIN = 30_000;
const SERVES_WITHIN = 30_000;

let place: Place;
let server: ServerProcess;
let session: Session;

const outage = onMariadb ? describe : describe.skip;

const get = (path: string) => send(server.address, undefined, 'GET', path);
const request = { ...deskRequest(), area: 'lengshuitan' };
const post = (key: string) =>
  send(server.address, session, 'POST', '/api/v1/submissions', request, { 'idempotency-key': key });

/** What writers were answered, and how long they waited at most. */
interface Writing {
  readonly answers: { readonly key: string; readonly answer: Answer }[];
  slowest: number;
}

async function keepWriting(name: string, until: AbortSignal, writing: Writing): Promise<void> {
  for (let count = 0; !until.aborted; count += 1) {
    const key = `${name}-${count}`;
    const started = performance.now();
    const answer = await post(key);
    writing.slowest = Math.max(writing.slowest, performance.now() - started);
    writing.answers.push({ key, answer });
    if (answer.status !== 201) await pause(200);
  }
}

async function untilReady(): Promise<number> {
  const started = performance.now();
  const since = () => performance.now() - started;
  while (since() < SERVES_WITHIN && (await get('/api/health/ready')).status !== 200) await pause(100);
  return since();
}

outage('A server whose database is gone', () => {
  beforeAll(async () => {
    place = await emptyPlace();
    server = await startProcess(place.variables);
    session = await everyRole(server.address, await firstOperator(server.address, server.invitation));
  });
  afterAll(async () => {
    server.signal('SIGKILL');
    await place.remove();
  });

  it.each([
    ['falls silent', 'SIGSTOP'],
    ['is killed', 'SIGKILL'],
  ] as const)(
    'that %s says so, loses nothing and recovers by itself',
    async (_, signal) => {
      const over = new AbortController();
      const writing: Writing = { answers: [], slowest: 0 };
      const writers = Array.from({ length: WRITERS }, (__, index) =>
        keepWriting(`${signal}-${index}`, over.signal, writing),
      );
      await pause(500);
      await place.mariadb?.signal(signal);
      await pause(1000);
      const [live, ready] = await Promise.all([get('/api/health/live'), get('/api/health/ready')]);
      expect([live.status, ready.status]).toEqual([200, 503]);
      expect(ready.headers.get('content-type')).toMatch(/problem\+json/u);
      await pause(AWAY);
      await (signal === 'SIGSTOP' ? place.mariadb?.signal('SIGCONT') : place.mariadb?.start());
      const back = await untilReady();
      await pause(500);
      over.abort();
      await Promise.all(writers);

      const refused = writing.answers.filter(({ answer }) => answer.status !== 201);
      expect(new Set(refused.map(({ answer }) => answer.status))).toEqual(new Set([503]));
      expect(new Set(refused.map(({ answer }) => answer.body.type))).toEqual(
        new Set(['urn:yimen:problem:unavailable']),
      );
      for (const { key, answer } of writing.answers) {
        const again = await post(key);
        expect([key, again.status]).toEqual([key, 201]);
        if (answer.status === 201) expect(again.body).toEqual(answer.body);
      }
      expect(writing.slowest).toBeLessThan(ANSWERED_WITHIN);
      expect(back).toBeLessThan(SERVES_WITHIN);
      const [slowest, recovered] = [Math.round(writing.slowest), Math.round(back)];
      const stored = writing.answers.length - refused.length;
      process.stderr.write(
        `${signal}: ${stored} stored, ${refused.length} refused, slowest answer ${slowest} ms, ready ${recovered} ms after\n`,
      );
      const [{ count }] = await place.ask(
        `SELECT count(*) AS count FROM idempotency_key WHERE \`key\` LIKE '${signal}-%'`,
      );
      expect(Number(count)).toBe(writing.answers.length);
    },
    600_000,
  );
});
