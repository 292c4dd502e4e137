import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@yimen/config';
import { openBackup } from '../../apps/api/src/backup/backup-reader.js';
import { dataSourceOptions } from '../../apps/api/src/database/data-source.js';
import { readEnvironment } from '../../apps/api/src/env/environment.js';
import { seededRandom } from '../support/random.js';
import { repository } from '../support/shipped.js';
import { download, everyRole, factsOf, firstOperator, type Session, send, signIn } from './client.js';
import { buildLevel, type Rows } from './level.js';
import { ask, emptyPlace, type Place } from './place.js';
import { outcomeOf, run, type ServerProcess, startProcess, type Variables } from './server-process.js';

const folder = join(repository, 'test/upgrade');
const levels = readdirSync(folder).filter((name) => name.endsWith('.backup'));
/** What the samples of releases signed in with. */
const PASSWORDS = ['yimen-samples', 'Yimen-samples-1'];

/** What the personal data of the fixtures is sealed with; it keeps no secret. */
const DATA_KEYS = Buffer.from('a key of the fixtures, no secret').toString('base64');

let place: Place;
beforeAll(async () => {
  place = await emptyPlace();
});
afterAll(() => place.remove());

let databases = 0;

/** An empty database of its own. */
async function emptyDatabase(): Promise<Variables> {
  databases += 1;
  const data = join(place.folder, `level-${databases}`);
  mkdirSync(data);
  const url = await place.mariadb?.url(`level_${databases}`);
  return { DATA_DIR: data, DATA_KEYS, ...(url && { DATABASE_URL: url }) };
}

/** Somebody who may read everything: invited by the first operator, or by the operator among the samples. */
async function reader({ address, invitation }: ServerProcess): Promise<Session> {
  const operator = invitation ? await firstOperator(address, invitation) : await signInAs(address, 'operator');
  return everyRole(address, operator);
}

/** Somebody of the fixture, by whichever password the release had. */
async function signInAs(address: string, name: string): Promise<Session> {
  const [first = '', second = ''] = PASSWORDS;
  return signIn(address, name, first).catch(() => signIn(address, name, second));
}

async function serving(variables: Variables, work: (server: ServerProcess) => Promise<void>): Promise<void> {
  const server = await startProcess(variables);
  try {
    await work(server);
  } finally {
    server.signal('SIGKILL');
    await server.ended;
  }
}

/** Everything that was stored is read through the API as it was, and comes out the same again. */
async function checkRecords({ address }: ServerProcess, session: Session, stored: readonly any[]): Promise<void> {
  expect(stored.length).toBeGreaterThan(30);
  for (const { id, edition, hash, facts, personal, outcome, accepted_on, submitted_at } of stored) {
    const { body } = await send(address, session, 'GET', `/api/v1/submissions/${id}`);
    expect(body).toMatchObject({ id, edition, hash, acceptedOn: accepted_on, submittedAt: submitted_at });
    const full = await factsOf(address, session, id);
    if (personal) expect(full).toMatchObject(JSON.parse(facts));
    else expect(full).toEqual(JSON.parse(facts));
    expect(body.outcome).toEqual(JSON.parse(outcome));
    const again = await send(address, session, 'POST', `/api/v1/submissions/${id}/re-evaluation`);
    expect([id, again.body.same]).toEqual([id, true]);
  }
}

/** What an upgrade or a start may change of a row; everything else of every row stays as it was. */
const mayChange: Readonly<Record<string, readonly string[]>> = {
  submission: ['facts', 'personal', 'sealed_by', 'kind'],
  audit_head: ['sequence', 'hash'],
};

/** Every row of every table is there as it was. */
async function checkRows(variables: Variables, rows: Rows): Promise<void> {
  for (const [table, before] of rows) {
    const seen = (row: any): string =>
      canonicalJson(
        Object.fromEntries(
          Object.keys(before[0])
            .filter((column) => !mayChange[table]?.includes(column))
            .map((column) => [column, row[column]]),
        ),
      );
    if (before.length === 0) continue;
    const now = new Set((await ask(variables, `SELECT * FROM ${table}`)).map(seen));
    expect([table, before.map(seen).filter((row) => !now.has(row))]).toEqual([table, []]);
  }
}

/** What later releases know of what earlier ones stored: its kind, where it belongs, and its files. */
async function checkReach(
  variables: Variables,
  { address }: ServerProcess,
  session: Session,
  rows: Rows,
): Promise<void> {
  const [{ count }] = await ask(variables, 'SELECT count(*) AS count FROM submission WHERE kind IS NULL');
  expect(Number(count)).toBe(0);
  for (const { id, merged_into: into } of (rows.get('area') ?? []).filter(({ merged_into }) => merged_into !== null)) {
    const [{ reach }] = await ask(variables, `SELECT reach FROM area WHERE id = '${id}'`);
    expect(reach.endsWith(`/${into}/${id}/`)).toBe(true);
  }
  for (const { id, sha256 } of rows.get('file') ?? []) {
    const bytes = await download(address, session, id);
    expect(
      createHash('sha256')
        .update(bytes as Buffer)
        .digest('hex'),
    ).toBe(sha256);
  }
}

/** The trail is still one chain; drafts open with their comments. */
async function checkTrailAndDrafts({ address }: ServerProcess, session: Session, rows: Rows): Promise<void> {
  const { body } = await send(address, session, 'GET', '/api/v1/audit/report');
  expect(body.faults).toEqual([]);
  expect(body.entries).toBeGreaterThan(rows.get('audit_entry')?.length ?? 0);
  for (const { id, documents } of rows.get('edition_draft') ?? []) {
    const path = `/api/v1/studio/drafts/${id}`;
    expect((await send(address, session, 'GET', path)).body.documents).toEqual(JSON.parse(documents));
    const said = (rows.get('draft_comment') ?? []).filter(({ draft }) => draft === id).map(({ text }) => text);
    const comments = (await send(address, session, 'GET', `${path}/comments`)).body.items;
    expect(comments.map(({ text }: { text: string }) => text)).toEqual(said);
  }
}

describe('A database of an earlier release', () => {
  it('is there for every migration but the newest, with rows in each table of it', async () => {
    const timestamps = (dataSourceOptions(readEnvironment({}).database).migrations as { name: string }[])
      .map(({ name }) => /\d{13}$/u.exec(name)?.[0] ?? name)
      .sort();
    const newest = timestamps.pop();
    const missing = timestamps.filter((each) => !levels.some((level) => level.startsWith(each)));
    if (missing.length > 0)
      throw new Error(
        `no fixture ends with the migrations ${missing.join(', ')}: with ${newest} these levels are earlier ones. ` +
          'test/upgrade/README.md says how a fixture is made',
      );
    expect(levels.filter((level) => !timestamps.some((each) => level.startsWith(each)))).toEqual([]);
    const last = (await openBackup(join(folder, levels.at(-1) ?? ''))).manifest;
    const mayBeEmpty = ['draft_job'];
    expect(last.tables.filter(({ name, rows }) => rows === 0 && !mayBeEmpty.includes(name))).toEqual([]);
  });

  it.each(levels)('%s is brought up to date with all that it holds', async (level) => {
    const variables = await emptyDatabase();
    const rows = await buildLevel(variables, join(folder, level));
    await serving(variables, async (server) => {
      const session = await reader(server);
      await checkRecords(server, session, rows.get('submission') ?? []);
      const keys = await ask(variables, 'SELECT `key` FROM idempotency_key ORDER BY `key`');
      expect(keys.map(({ key }) => key)).toEqual(rows.get('idempotency_key')?.map(({ key }) => key));
      const { body } = await send(server.address, session, 'GET', '/api/v1/areas?closed=true&limit=200');
      const names = new Set(body.items.map(({ name }: any) => name.zh));
      for (const { name_zh } of rows.get('area') ?? []) expect(names).toContain(name_zh);
      for (const { name } of rows.get('account') ?? []) await signInAs(server.address, name);
      await checkRows(variables, rows);
      await checkReach(variables, server, session, rows);
      await checkTrailAndDrafts(server, session, rows);
    });
  });
});

describe('A migration', () => {
  const first = join(folder, levels[0] ?? '');
  const script = join(repository, 'test/faults/fixtures/later-migration.mjs');

  /** Runs a migration of four steps that dies after one of them, or does not. */
  const migrate = (variables: Variables, dieAfter: number) =>
    outcomeOf(
      spawn(process.execPath, [script], {
        env: { ...process.env, NODE_OPTIONS: '', ...variables, DIE_AFTER: String(dieAfter) },
      }),
    );

  it('that is killed after any of its steps is done whole the next time', async () => {
    const variables = await emptyDatabase();
    const rows = await buildLevel(variables, first);
    for (const step of [1, 2, 3, 4]) {
      expect((await migrate(variables, step)).code).toBeNull();
      const [{ count }] = await ask(variables, "SELECT count(*) AS count FROM migrations WHERE name LIKE 'Later%'");
      expect(Number(count)).toBe(0);
    }
    await serving(variables, async (server) => {
      const session = await reader(server);
      await checkRecords(server, session, rows.get('submission') ?? []);
    });
    expect(await migrate(variables, 0)).toMatchObject({ code: 0, err: '' });
    expect(await migrate(variables, 0)).toMatchObject({ code: 0, err: '' });
    const done = await ask(variables, "SELECT name FROM migrations WHERE name LIKE 'Later%'");
    expect(done).toHaveLength(1);
    expect(await ask(variables, 'SELECT submission.extra FROM submission, later_one, later_two')).toEqual([]);
    const [{ count }] = await ask(variables, 'SELECT count(*) AS count FROM idempotency_key');
    expect(Number(count)).toBe(rows.get('idempotency_key')?.length);
  });

  it('that has run already does nothing when it runs again, whichever it is', async () => {
    const variables = await emptyDatabase();
    const rows = await buildLevel(variables, join(folder, levels.at(-1) ?? ''));
    const migrated = async () => (await outcomeOf(run('operate.js', variables, ['migrate']))).code;
    expect(await migrated()).toBe(0);
    await ask(variables, 'DELETE FROM migrations');
    expect(await migrated()).toBe(0);
    await serving(variables, async (server) => {
      await checkRecords(server, await reader(server), rows.get('submission') ?? []);
    });
  });

  it('that is killed at any moment is done whole in the end', async () => {
    const random = seededRandom('migration');
    const variables = await emptyDatabase();
    const rows = await buildLevel(variables, first);
    for (let kill = 0; kill < 8; kill += 1) {
      const child = run('operate.js', variables, ['migrate']);
      const ended = outcomeOf(child);
      await pause(250 + random() * 700);
      child.kill('SIGKILL');
      await ended;
    }
    await serving(variables, async (server) => {
      await checkRecords(server, await reader(server), rows.get('submission') ?? []);
    });
  });

  it('is done once by processes that start together', async () => {
    const variables = await emptyDatabase();
    await buildLevel(variables, first);
    const all = await Promise.all(
      Array.from({ length: 4 }, () => outcomeOf(run('operate.js', variables, ['migrate']))),
    );
    expect(all.map(({ code, err }) => [code, err])).toEqual(all.map(() => [0, '']));
    const names = (await ask(variables, 'SELECT name FROM migrations')).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(3);
  });
});
