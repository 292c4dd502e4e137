import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '@yimen/contracts';
import { DataSource } from 'typeorm';
import { AuditTrail } from '../../apps/api/src/audit/audit-trail.service.js';
import { UnitOfWork } from '../../apps/api/src/database/unit-of-work.js';
import { type Agent, changeAccount, emptyStore, type Server, type Store, startServer } from './server.js';

let store: Store;
let server: Server;
let auditor: Agent;

beforeAll(async () => {
  store = await emptyStore();
  server = await startServer(store.environment());
  const [city] = await tops();
  auditor = await server.as('auditor', [{ role: 'auditor', area: city }]);
});

afterAll(async () => {
  await server.stop();
  await store.remove();
});

const areas = async () => (await server.http.get('/api/v1/areas?limit=200')).body.items as any[];
const tops = async () => (await areas()).filter(({ parent }) => parent === null).map(({ id }) => id);
const counties = async () => (await areas()).filter(({ level }) => level === 'county').map(({ id }) => id);

const entries = async (query = ''): Promise<AuditEntry[]> =>
  (await auditor.get(`/api/v1/audit?limit=200${query}`)).body.items;
const report = async () => (await auditor.get('/api/v1/audit/report')).body;
const query = (text: string, values: unknown[] = []) => server.app.get(DataSource).query(text, values);

describe('The audit trail', () => {
  it('tells who did what to whom, newest first', async () => {
    const [county] = await counties();
    await server.operator
      .put('/api/v1/accounts/somebody')
      .send({ title: 'x', assignments: [{ role: 'clerk', area: county }] });
    await changeAccount(server.operator, 'somebody', { kind: 'disable' });
    const [disabled, invited] = await entries('&subject=somebody');
    expect(disabled).toMatchObject({ action: 'account-disabled', actor: { name: 'running' }, area: county });
    expect(invited).toMatchObject({
      action: 'account-invited',
      subject: { kind: 'account', id: 'somebody' },
      details: { assignments: [{ role: 'clerk', area: county }] },
    });
  });

  it('keeps signing in, failing to, and a lock, without what was typed', async () => {
    await server.as('careless', []);
    const guess = 'a wrong password';
    for (let tries = 0; tries < 5; tries += 1)
      await server.anyone().post('/api/v1/session').send({ name: 'careless', password: guess });
    await server.anyone().post('/api/v1/session').send({ name: 'nobody-at-all', password: guess });
    const told = await entries('&subject=careless');
    expect(new Set(told.map(({ action }) => action))).toEqual(
      new Set(['account-invited', 'password-chosen', 'session-opened', 'sign-in-failed', 'account-locked']),
    );
    const text = JSON.stringify(await entries());
    expect(text).not.toContain(guess);
    expect(text).not.toContain('nobody-at-all');
  });

  it('is filtered and paged without gaps', async () => {
    const all = await entries();
    const first = await auditor.get('/api/v1/audit?limit=3');
    const second = await auditor.get(`/api/v1/audit?limit=3&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items]).toEqual(all.slice(0, 6));
    const failed = await entries('&action=sign-in-failed&account=');
    expect(failed.every(({ action }) => action === 'sign-in-failed')).toBe(true);
    const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
    expect(await entries(`&from=${today}&to=${today}`)).toEqual(all);
    expect(await entries('&to=2014-01-01')).toEqual([]);
  });

  it('shows an auditor of a county its own entries alone', async () => {
    const [one, other] = await counties();
    for (const [name, area] of [
      ['in-one', one],
      ['in-other', other],
    ])
      await server.operator
        .put(`/api/v1/accounts/${name}`)
        .send({ title: 'x', assignments: [{ role: 'clerk', area }] });
    const local = await server.as('local-auditor', [{ role: 'auditor', area: one }]);
    const seen: AuditEntry[] = (await local.get('/api/v1/audit?limit=200')).body.items;
    expect(seen.some(({ subject }) => subject.id === 'in-one')).toBe(true);
    expect(new Set(seen.map(({ area }) => area))).toEqual(new Set([one]));
  });

  it('holds nothing of what was rolled back', async () => {
    const before = (await report()).entries;
    const work = server.app.get(UnitOfWork).run(async (transaction) => {
      const event = { action: 'account-reset', subject: { kind: 'account', id: 'rolled-back' } } as const;
      server.app.get(AuditTrail).record(transaction, null, event);
      throw new Error('gives up');
    });
    await expect(work).rejects.toThrow('gives up');
    expect((await report()).entries).toBe(before);
  });

  it('stays one chain under 200 writers at once', async () => {
    const before = (await report()).entries;
    const trail = server.app.get(AuditTrail);
    const unitOfWork = server.app.get(UnitOfWork);
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        unitOfWork.run(async (transaction) => {
          trail.record(transaction, null, { action: 'keys-rotated', subject: { kind: 'keys', id: `${index}` } });
        }),
      ),
    );
    expect(await report()).toMatchObject({ entries: before + 200, faults: [] });
  });
});

describe('A trail that somebody tampered with', () => {
  const changes: readonly (readonly [kind: string, change: (at: number) => Promise<unknown>, at: number])[] = [
    ['changed', (at) => query(`UPDATE audit_entry SET account_name = 'innocent' WHERE sequence = ${at}`), 4],
    ['changed', (at) => query(`UPDATE audit_entry SET details = '{' WHERE sequence = ${at}`), 5],
    ['missing', (at) => query(`DELETE FROM audit_entry WHERE sequence = ${at}`), 7],
  ];

  it.each(changes)('is told at the entry that was %s', async (kind, change, at) => {
    expect((await report()).faults).not.toContainEqual({ sequence: at, kind });
    await change(at);
    expect((await report()).faults).toContainEqual({ sequence: at, kind });
  });

  it('is told where its end was cut off', async () => {
    const { head } = await report();
    await query(`DELETE FROM audit_entry WHERE sequence = ${head.sequence}`);
    expect((await report()).faults).toContainEqual({ sequence: head.sequence, kind: 'cut-off' });
  });
});
