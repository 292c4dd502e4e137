import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRandom } from '../support/random.js';
import { repository } from '../support/shipped.js';
import { everyRole, factsOf, firstOperator, type Session, send, signIn } from './client.js';
import { buildLevel } from './level.js';
import { ask, emptyPlace, type Place } from './place.js';
import { outcomeOf, run, type ServerProcess, startProcess, type Variables } from './server-process.js';

const folder = join(repository, 'test/upgrade');
const levels = readdirSync(folder).filter((name) => name.endsWith('.backup'));
const PASSWORD = 'yimen-samples';

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
  return { DATA_DIR: data, ...(url && { DATABASE_URL: url }) };
}

/** Somebody who may read everything: invited by the first operator, or by the operator among the samples. */
async function reader({ address, invitation }: ServerProcess): Promise<Session> {
  const operator = invitation ? await firstOperator(address, invitation) : await signIn(address, 'operator', PASSWORD);
  return everyRole(address, operator);
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
  expect(stored.length).toBeGreaterThan(40);
  for (const { id, edition, hash, facts, outcome, accepted_on, submitted_at } of stored) {
    const { body } = await send(address, session, 'GET', `/api/v1/submissions/${id}`);
    expect(body).toMatchObject({ id, edition, hash, acceptedOn: accepted_on, submittedAt: submitted_at });
    expect(await factsOf(address, session, id)).toEqual(JSON.parse(facts));
    expect(body.outcome).toEqual(JSON.parse(outcome));
    const again = await send(address, session, 'POST', `/api/v1/submissions/${id}/re-evaluation`);
    expect([id, again.body.same]).toEqual([id, true]);
  }
}

describe('A database of an earlier release', () => {
  it('is there for each', () => {
    expect(levels.length).toBeGreaterThan(3);
    expect(levels[0]).toBe('1700000000000-initial.backup');
  });

  it.each(levels)('%s is brought up to date with all that it holds', async (level) => {
    const variables = await emptyDatabase();
    const rows = await buildLevel(variables, join(folder, level));
    await serving(variables, async (server) => {
      const session = await reader(server);
      await checkRecords(server, session, rows.get('submission') ?? []);
      const keys = await ask(variables, 'SELECT `key` FROM idempotency_key ORDER BY `key`');
      expect(keys.map(({ key }) => key)).toEqual(rows.get('idempotency_key')?.map(({ key }) => key));
      const { body } = await send(server.address, session, 'GET', '/api/v1/areas?limit=200');
      const names = new Set(body.items.map(({ name }: any) => name.zh));
      for (const { name_zh } of rows.get('area') ?? []) expect(names).toContain(name_zh);
      for (const { name } of rows.get('account') ?? []) await signIn(server.address, name, PASSWORD);
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
