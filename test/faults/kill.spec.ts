import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desk, deskRequest, requestsOf, standard } from '../api/submission-input.js';
import { seededRandom } from '../support/random.js';
import { everyRole, firstOperator, type Session, send } from './client.js';
import { emptyPlace, long, onMariadb, type Place } from './place.js';
import { outcomeOf, run, type ServerProcess, startProcess } from './server-process.js';
import {
  AREA,
  type Correcting,
  checkCorrected,
  checkStored,
  checkUploaded,
  correcting,
  storing,
  uploading,
  varying,
  type Work,
} from './writers.js';

const KILLS = long ? 100 : 8;

/** Twenty writers: most store, some correct a record of their own, some upload. */
const WRITERS = { storing: 12, correcting: 5, uploading: 3 };
const AT_ONCE = 20;

/** Row 1: how soon a server that was killed serves again. */
const READY_WITHIN = 10_000;

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

const target = () => ({ address: server.address, session });
const post = (key: string, request: unknown) =>
  send(server.address, session, 'POST', '/api/v1/submissions', request, { 'idempotency-key': key });

/** The requests that can be stored. */
async function goodRequests(): Promise<{ readonly facts: object }[]> {
  const all = [...requestsOf(desk), ...requestsOf(standard)].map((request) => ({ ...request, area: AREA }));
  const found = await Promise.all(all.map(async (request, index) => (await post(`probe-${index}`, request)).status));
  return all.filter((_, index) => found[index] === 201);
}

/** A record for each writer that corrects. */
async function recordsToCorrect(): Promise<Correcting[]> {
  const request = { ...deskRequest(), area: AREA };
  const made = Array.from({ length: WRITERS.correcting }, (_, index) => post(`corrected-${index}`, request));
  return (await Promise.all(made)).map(({ body }) => ({ record: body, facts: request.facts }));
}

const rows = async (sql: string): Promise<number> => Number((await place.ask(sql))[0].count);

/** What holds whatever happened: the database is whole, and nothing in it is half of something. */
async function checkDatabase(): Promise<void> {
  const without = (table: string, other: string, on: string) =>
    rows(`SELECT count(*) AS count FROM ${table} a LEFT JOIN ${other} b ON ${on} WHERE b.${on.split('b.')[1]} IS NULL`);
  expect(await without('submission', 'idempotency_key', 'a.id = b.submission_id')).toBe(0);
  expect(await without('idempotency_key', 'submission', 'a.submission_id = b.id')).toBe(0);
  const twice = await place.ask('SELECT submission_id FROM idempotency_key GROUP BY submission_id HAVING count(*) > 1');
  expect(twice).toEqual([]);
  const entries = (action: string) => rows(`SELECT count(*) AS count FROM audit_entry WHERE action = '${action}'`);
  expect(await entries('submission-stored')).toBe(await rows('SELECT count(*) AS count FROM submission'));
  expect(await entries('file-uploaded')).toBe(await rows('SELECT count(*) AS count FROM file'));
  const corrections = await rows('SELECT sum(version - 1) AS count FROM submission');
  expect(await entries('submission-corrected')).toBe(corrections);
  expect(await rows('SELECT count(*) AS count FROM submission_revision')).toBe(corrections);
  await (onMariadb ? checkTables() : checkFile());
}

async function checkFile(): Promise<void> {
  expect(await place.ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(await place.ask('PRAGMA foreign_key_check')).toEqual([]);
}

async function checkTables(): Promise<void> {
  const tables = await place.ask('SHOW TABLES');
  const names = tables.map((table) => `\`${Object.values(table)[0]}\``);
  expect(names.length).toBeGreaterThan(10);
  const checked = await place.ask(`CHECK TABLE ${names.join(', ')} EXTENDED`);
  expect(checked.filter(({ Msg_text }) => Msg_text !== 'OK')).toEqual([]);
}

/** The trail is one chain, from its first entry to its end. */
async function checkTrail(): Promise<void> {
  const { body } = await send(server.address, session, 'GET', '/api/v1/audit/report');
  expect(body.faults).toEqual([]);
  expect(body.entries).toBe(await rows('SELECT count(*) AS count FROM audit_entry'));
}

/** Runs over all, some at a time. */
async function forAll<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE)
    await Promise.all(items.slice(start, start + AT_ONCE).map(work));
}

/** How much was acknowledged since the writers began. */
const acknowledged = ({ stored, uploaded, corrected }: Work, before: number): number =>
  [...stored, ...uploaded].filter(({ answer }) => answer).length + versionsOf(corrected) - before;

const versionsOf = (corrected: readonly Correcting[]): number =>
  corrected.reduce((sum, { record }) => sum + record.version - 1, 0);

/** Lets all writers write, kills the server in the midst of it and waits until nobody writes any more. */
async function writeUntilKilled(
  name: string,
  requests: readonly { readonly facts: object }[],
  corrected: Correcting[],
  random: () => number,
): Promise<Work> {
  const work: Work = { stored: [], uploaded: [], corrected };
  const [before, enough] = [versionsOf(corrected), 10 + random() * 90];
  const vary = varying(desk, deskRequest().facts);
  const writers = [
    ...Array.from({ length: WRITERS.storing }, (_, index) => storing(target(), `${name}-s${index}`, requests, work)),
    ...Array.from({ length: WRITERS.uploading }, (_, index) => uploading(target(), `${name}-u${index}`, work)),
    ...corrected.map((mine) => correcting(target(), mine, vary)),
  ];
  // Taking a file takes longest: each kind of work is done once at least, and under way when the server goes.
  while (acknowledged(work, before) < enough || !work.uploaded.some(({ answer }) => answer)) await pause(5);
  await pause(random() * 50);
  server.signal('SIGKILL');
  await Promise.all([server.ended, ...writers]);
  return work;
}

describe('A server that is killed while it stores, corrects and takes files', () => {
  it(`loses nothing that it acknowledged, does nothing by halves and serves again in time, ${KILLS} times`, async () => {
    const random = seededRandom('kill');
    const requests = await goodRequests();
    const corrected = await recordsToCorrect();
    const readyAfter: number[] = [];
    const counts = { stored: 0, uploaded: 0, unanswered: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const work = await writeUntilKilled(String(kill), requests, corrected, random);
      server = await startProcess(place.variables);
      readyAfter.push(server.readyAfter);
      expect(server.readyAfter).toBeLessThan(READY_WITHIN);
      await checkDatabase();
      await checkTrail();
      counts.stored += work.stored.filter(({ answer }) => answer).length;
      counts.uploaded += work.uploaded.filter(({ answer }) => answer).length;
      counts.unanswered += [...work.stored, ...work.uploaded].filter(({ answer }) => !answer).length;
      await forAll(work.stored, (asked) => checkStored(target(), asked));
      await forAll(work.uploaded, (asked) => checkUploaded(target(), asked));
      await forAll(corrected, (mine) => checkCorrected(target(), mine));
      const ids = [...work.stored, ...work.uploaded].map(({ answer }) => answer.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    await checkDatabase();
    const made = await rows('SELECT (SELECT count(*) FROM submission) + (SELECT count(*) FROM file) AS count');
    expect(made).toBe(counts.stored + counts.uploaded + counts.unanswered + requests.length + corrected.length);
    const versions = versionsOf(corrected);
    for (const count of [counts.stored, counts.uploaded, versions]) expect(count).toBeGreaterThan(KILLS / 2);
    const verified = await outcomeOf(run('operate.js', place.variables, ['verify-audit']));
    expect([verified.code, verified.err]).toEqual([0, '']);
    readyAfter.sort((a, b) => a - b);
    const [median, worst] = [readyAfter[KILLS >> 1], readyAfter.at(-1)].map((time) => Math.round(time ?? 0));
    process.stderr.write(
      `kill: ${counts.stored} stored, ${versions} corrected, ${counts.uploaded} uploaded, ${counts.unanswered} unanswered, ` +
        `ready again after ${median} ms, ${worst} ms at worst\n`,
    );
  }, 3_600_000);
});
