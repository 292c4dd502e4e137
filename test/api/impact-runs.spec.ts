/** Runs of the impact that take their time: cancelled, replaced, followed from another server. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { createApp } from '../../apps/api/src/app.js';
import { DRAFTS, ended, HERE, impactOf, impactSetting, pause, type Setting, unitsOf } from './impact-setting.js';
import type { Agent } from './server.js';
import { standard } from './submission-input.js';

/** The sheets many times over: enough that somebody can be faster than a run. */
const SHEETS = 100;
const COPIES = 150;
const all = SHEETS * (COPIES + 1);

/** Longer than a run takes to learn that it is not wanted any more. */
const LEARNT = 1500;

const request = { edition: standard.id };

let setting: Setting;
let one: string;
beforeAll(async () => {
  setting = await impactSetting(SHEETS);
  one = `${DRAFTS}/${setting.draft.id}/impact`;
  const source = setting.server.app.get(DataSource);
  const table = source.entityMetadatas.find(({ tableName }) => tableName === 'submission');
  const names = (table?.columns ?? []).map(({ databaseName }) => databaseName);
  const columns = names.filter((name) => name !== 'sequence' && name !== 'id').join(', ');
  const ids = [...setting.sheets.keys()];
  for (let copy = 0; copy < COPIES; copy += 1) {
    const id = source.options.type === 'mysql' ? `concat('${copy}-', sequence)` : `'${copy}-' || sequence`;
    const from = `SELECT ${id}, ${columns} FROM submission WHERE id IN (${ids.map(() => '?')})`;
    await source.query(`INSERT INTO submission (id, ${columns}) ${from}`, ids);
  }
});
afterAll(() => setting.stop());

/** Somebody who has an account, at another server of the same store. */
async function signedInAt(app: Awaited<ReturnType<typeof createApp>>, name: string): Promise<Agent> {
  const agent = supertest.agent(app.getHttpServer());
  const { body } = await agent.post('/api/v1/session').send({ name, password: 'a good password' }).expect(200);
  agent.set('x-csrf-token', body.csrf);
  return agent;
}

describe('A run', () => {
  it('ends when it is cancelled, and with nothing', async () => {
    const { widely, draft } = setting;
    const started = await widely.post(one).send(request);
    expect(started.body).toMatchObject({ state: 'running', result: null });
    const { body } = await widely.delete(one).expect(200);
    expect(body).toMatchObject({ state: 'cancelled', result: null });
    await pause(LEARNT);
    expect((await widely.get(one)).body).toMatchObject({ state: 'cancelled', result: null });
    expect(await unitsOf(widely, draft.id)).toEqual([]);
  });

  it('gives way to the next one', async () => {
    const { widely, reviewer, draft, sheets } = setting;
    await widely.post(one).send(request).expect(200);
    const run = await impactOf(reviewer, draft.id, { ...request, area: HERE });
    const here = [...sheets.values()].filter(({ area }) => area === HERE).length * (COPIES + 1);
    expect(run).toMatchObject({ state: 'done', request: { area: HERE }, result: { units: here, changed: here } });
    await pause(LEARNT);
    expect((await reviewer.get(one)).body).toEqual(run);
  });

  it('is followed and cancelled from another server', async () => {
    const { widely, draft, store } = setting;
    const second = await createApp(store.environment(), { quiet: true });
    try {
      const there = await signedInAt(second, 'widely');
      await widely.post(one).send(request).expect(200);
      expect((await there.get(one)).body.state).toBe('running');
      await there.delete(one).expect(200);
      await pause(LEARNT);
      expect((await widely.get(one)).body).toMatchObject({ state: 'cancelled', result: null });
      await widely.post(one).send(request).expect(200);
      expect((await ended(there, draft.id)).result.units).toBe(all);
      expect((await there.get(`${one}/units?limit=1`)).body.total).toBe(all);
    } finally {
      await second.close();
    }
  });
});
