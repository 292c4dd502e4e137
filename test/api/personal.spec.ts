import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@yimen/config';
import { DataSource } from 'typeorm';
import { DataKeys } from '../../apps/api/src/personal/data-keys.js';
import { SealingUpkeep } from '../../apps/api/src/submissions/sealing-upkeep.service.js';
import { type Agent, emptyStore, type Server, type Store, startServer } from './server.js';
import { desk, deskRequest } from './submission-input.js';

const ID = '11010519491231002X';
const PHONE = '13800001234';
const NAME = '欧阳若兰';

/** The questions of the desk by their format; whoever has none is a name. */
const personal = [...desk.facts.values()].filter((fact) => fact.personal);
const idOf = (format: string | undefined): string => {
  const found = personal.find((fact) => fact.format === format);
  if (!found) throw new Error(`no personal question of the format ${format}`);
  return found.id;
};
const [idNumber, phone, name] = [idOf('id-number'), idOf('phone'), idOf(undefined)];

/** The only form of a record with its answers. */
function formOf({ facts }: { facts: Record<string, object> }): readonly [form: string, answers: object] {
  const [only] = Object.entries(facts);
  if (!only) throw new Error('no form');
  return only;
}

const personalRequest = (values: Record<string, unknown> = {}) => {
  const request = deskRequest();
  const [form = ''] = Object.keys(request.facts);
  const answers = { [idNumber]: ID, [phone]: PHONE, [name]: NAME, ...values };
  return { ...request, facts: { [form]: { ...(request.facts[form] as object), ...answers } } };
};

const newKey = () => randomBytes(32).toString('base64');
const [first, second] = [newKey(), newKey()];

let store: Store;
let server: Server;
let clerk: Agent;

const signIn = async () => {
  clerk = await server.as('clerk-a', [{ role: 'clerk', area: 'lengshuitan' }]);
};
const start = async (keys: string) => {
  server = await startServer(store.environment({ DATA_KEYS: keys }));
  await signIn();
};

beforeAll(async () => {
  store = await emptyStore();
  await start(first);
});

afterAll(async () => {
  await server.stop();
  await store.remove();
});

const submit = (body: object = personalRequest()) => clerk.post('/api/v1/submissions').send(body);
const show = (agent: Agent, id: string, reason = '核对身份') =>
  agent.post(`/api/v1/submissions/${id}/personal-data`).send({ reason });
const search = (agent: Agent, identity: string) => agent.post('/api/v1/submissions/search').send({ identity });
const query = (text: string) => server.app.get(DataSource).query(text);

/** Everything in the database, as text. */
async function everything(): Promise<string> {
  const tables = server.app.get(DataSource).entityMetadatas.map(({ tableName }) => tableName);
  return JSON.stringify(await Promise.all(tables.map((table) => query(`SELECT * FROM ${table}`))));
}

describe('Personal data', () => {
  it('is shown masked wherever a record is', async () => {
    const made = await submit();
    expect(made.status).toBe(201);
    const answers = Object.values(made.body.facts)[0] as Record<string, unknown>;
    expect(answers[idNumber]).toBe('110***********002X');
    expect(answers[phone]).toBe('138****1234');
    expect(answers[name]).toBe('欧***');
    for (const path of [made.headers.location, `${made.headers.location}?lang=en`, '/api/v1/submissions']) {
      const { text } = await clerk.get(String(path));
      for (const secret of [ID, PHONE, NAME]) expect(text).not.toContain(secret);
    }
    expect((await clerk.post(`${made.headers.location}/re-evaluation`)).body.same).toBe(true);
  });

  it('is nowhere in the database as it was written', async () => {
    await submit().set('idempotency-key', 'with-personal-data');
    const text = await everything();
    expect(text).toContain(deskRequest().acceptedOn);
    for (const secret of [ID, PHONE, NAME]) expect(text).not.toContain(secret);
  });

  it('is shown in full for a reason, to whom may see it, and that is written down', async () => {
    const { body } = await submit();
    const shown = await show(clerk, body.id, '申请人来电核对');
    expect(shown.status).toBe(200);
    expect(Object.values(shown.body.facts)[0]).toMatchObject({ [idNumber]: ID, [name]: NAME });
    const { items } = (await server.http.get(`/api/v1/audit?subject=${body.id}`)).body;
    expect(items[0]).toMatchObject({
      action: 'personal-data-shown',
      actor: { name: 'clerk-a' },
      area: 'lengshuitan',
      details: { reason: '申请人来电核对' },
    });
    for (const reason of ['', ' ', 'x'.repeat(300)]) expect((await show(clerk, body.id, reason)).status).toBe(422);
    const auditor = await server.as('auditor-a', [{ role: 'auditor', area: 'yongzhou' }]);
    expect((await auditor.get(`/api/v1/submissions/${body.id}`)).status).toBe(200);
    expect((await show(auditor, body.id)).status).toBe(403);
    const both = await server.as('clerk-b', [
      { role: 'clerk', area: 'lingling' },
      { role: 'auditor', area: 'yongzhou' },
    ]);
    expect((await show(both, body.id)).status).toBe(404);
  });

  it('is found by the exact identity number, in scope, and that is written down', async () => {
    const { body } = await submit();
    for (const typed of [ID, ID.toLowerCase(), ` ${ID} `]) {
      const found = await search(clerk, typed);
      expect(found.status).toBe(200);
      expect(found.body.items.map(({ id }: { id: string }) => id)).toContain(body.id);
    }
    expect((await search(clerk, '440524188001010014')).body.items).toEqual([]);
    for (const typed of [ID.slice(0, 17), '%', PHONE, NAME]) expect((await search(clerk, typed)).status).toBe(422);
    const elsewhere = await server.as('clerk-c', [{ role: 'clerk', area: 'lingling' }]);
    expect((await search(elsewhere, ID)).body.items).toEqual([]);
    const { items } = (await server.http.get('/api/v1/audit?action=personal-data-searched&account=clerk-c')).body;
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain(ID);
  });

  it('is not repeated by errors', async () => {
    const wrong = [ID.replace('X', '1'), '1380000123', 'x'.repeat(500)];
    const answers = { [idNumber]: wrong[0], [phone]: wrong[1], [name]: wrong[2] };
    const refused = await submit(personalRequest(answers));
    expect(refused.status).toBe(422);
    for (const secret of wrong) expect(refused.text).not.toContain(secret);
    const broken = await clerk
      .post('/api/v1/submissions')
      .set('content-type', 'application/json')
      .send(`{"facts": "${ID}" ${NAME}`);
    expect(broken.status).toBe(400);
    for (const secret of [ID, NAME]) expect(broken.text).not.toContain(secret);
    expect((await search(clerk, wrong[0] as string)).text).not.toContain(wrong[0]);
  });
});

describe('A correction', () => {
  const correct = (agent: Agent, id: string, version: number, facts: object, reason = '录入有误') =>
    agent.put(`/api/v1/submissions/${id}`).set('if-match', `"${version}"`).send({ facts, reason });

  it('keeps what was shown masked, changes what was written anew, and keeps what it was', async () => {
    const made = (await submit()).body;
    const [form, answers] = formOf(made);
    const changed = await correct(clerk, made.id, 1, { [form]: { ...answers, [phone]: '13900005678' } });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).toBe('"2"');
    expect(changed.body).toMatchObject({ version: 2, outcome: made.outcome, submittedAt: made.submittedAt });
    const full = Object.values((await show(clerk, made.id)).body.facts)[0];
    expect(full).toEqual(expect.objectContaining({ [idNumber]: ID, [phone]: '13900005678' }));
    expect((await clerk.get(`/api/v1/submissions/${made.id}`)).body).toEqual(changed.body);
    expect(await query(`SELECT version FROM submission_revision WHERE submission_id = '${made.id}'`)).toEqual([
      { version: 1 },
    ]);
    const { items } = (await server.http.get(`/api/v1/audit?subject=${made.id}&action=submission-corrected`)).body;
    expect(items[0].details).toMatchObject({ version: 2, reason: '录入有误', changed: [phone] });
    expect(await everything()).not.toContain('13900005678');
  });

  it('moves a record to the person it belongs to', async () => {
    const other = '440524188001010014';
    const made = (await submit()).body;
    const [form, answers] = formOf(made);
    await correct(clerk, made.id, 1, { [form]: { ...answers, [idNumber]: other } });
    const ids = async (identity: string) => (await search(clerk, identity)).body.items.map((each: any) => each.id);
    expect(await ids(other)).toContain(made.id);
    expect(await ids(ID)).not.toContain(made.id);
  });

  it('that is incomplete, out of date, foreign or without a version is refused', async () => {
    const made = (await submit()).body;
    const [form] = formOf(made);
    expect((await correct(clerk, made.id, 1, { [form]: {} })).status).toBe(422);
    expect((await correct(clerk, made.id, 2, made.facts)).status).toBe(412);
    expect((await clerk.put(`/api/v1/submissions/${made.id}`).send({ facts: made.facts, reason: 'xx' })).status).toBe(
      400,
    );
    const elsewhere = await server.as('clerk-d', [{ role: 'clerk', area: 'lingling' }]);
    expect((await correct(elsewhere, made.id, 1, made.facts)).status).toBe(404);
    const lead = await server.as('lead-d', [{ role: 'county-lead', area: 'lengshuitan' }]);
    expect((await correct(lead, made.id, 1, made.facts)).status).toBe(403);
    expect((await clerk.get(`/api/v1/submissions/${made.id}`)).body).toEqual(made);
  });

  it('is won by exactly one of two, 200 times', async () => {
    const made = (await submit()).body;
    const [form, answers] = formOf(made);
    for (let version = 1; version <= 200; version += 1) {
      const both = await Promise.all(
        ['13900000001', '13900000002'].map((number) =>
          correct(clerk, made.id, version, { [form]: { ...answers, [phone]: number } }),
        ),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    }
    expect((await clerk.get(`/api/v1/submissions/${made.id}`)).body.version).toBe(201);
    expect((await server.http.get('/api/v1/audit/report')).body.faults).toEqual([]);
  });
});

describe('Keys', () => {
  it('are rotated: old and new records open, are found, and need the old key no more', async () => {
    const before = (await submit()).body;
    await server.stop();
    await start(`${second},${first}`);
    const after = (await submit()).body;
    const found = async () => (await search(clerk, ID)).body.items.map(({ id }: { id: string }) => id);
    expect(await found()).toEqual(expect.arrayContaining([before.id, after.id]));
    const sealed = await server.app.get(SealingUpkeep).rotate();
    expect(sealed).toBeGreaterThan(0);
    await server.stop();
    await start(second);
    expect(await found()).toEqual(expect.arrayContaining([before.id, after.id]));
    for (const { id } of [before, after])
      expect(Object.values((await show(clerk, id)).body.facts)[0]).toMatchObject({ [idNumber]: ID });
    const { items } = (await server.http.get('/api/v1/audit?action=keys-rotated')).body;
    expect(items).toHaveLength(1);
  });

  it('that one server has and another not yet are told as missing for now', async () => {
    const own = await emptyStore();
    const [old, fresh] = [newKey(), newKey()];
    const behind = await startServer(own.environment({ DATA_KEYS: old }));
    const ahead = await startServer(own.environment({ DATA_KEYS: `${fresh},${old}` }));
    const held = [{ role: 'clerk', area: 'lengshuitan' }] as const;
    const one = await behind.as('clerk-f', held);
    const other = await ahead.as('clerk-f', held);
    const made = (await one.post('/api/v1/submissions').send(personalRequest())).body;
    const sealed = (await other.post('/api/v1/submissions').send(personalRequest())).body;
    expect((await show(other, made.id)).status).toBe(200);
    const refused = await show(one, sealed.id);
    expect([refused.status, refused.body.type]).toEqual([503, 'urn:yimen:problem:data-key-missing']);
    expect((await show(other, sealed.id)).status).toBe(200);
    await Promise.all([behind.stop(), ahead.stop()]);
    await own.remove();
  });

  it('may change while a request with an idempotency key is on its way: sent again it finds its record', async () => {
    const [before, after] = [newKey(), newKey()];
    const own = await emptyStore();
    const request = personalRequest();
    const asClerk = async (keys: string) => {
      const started = await startServer(own.environment({ DATA_KEYS: keys }));
      const agent = await started.as('clerk-f', [{ role: 'clerk', area: 'lengshuitan' }]);
      const post = (key: string, body: object) =>
        agent.post('/api/v1/submissions').set('idempotency-key', key).send(body);
      return { started, agent, post };
    };
    const one = await asClerk(before);
    const [plain, corrected] = [(await one.post('plain', request)).body, (await one.post('corrected', request)).body];
    const [form, answers] = formOf(corrected);
    const changed = { facts: { [form]: { ...answers, [phone]: '13900005678' } }, reason: '录入有误' };
    expect(
      (await one.agent.put(`/api/v1/submissions/${corrected.id}`).set('if-match', '"1"').send(changed)).status,
    ).toBe(200);
    await one.started.stop();
    const rotating = await asClerk(`${after},${before}`);
    await rotating.started.app.get(SealingUpkeep).rotate();
    await rotating.started.stop();

    const two = await asClerk(after);
    for (const [key, made] of [
      ['plain', plain],
      ['corrected', corrected],
    ] as const) {
      const again = await two.post(key, request);
      expect([key, again.status, again.body.id]).toEqual([key, 201, made.id]);
      const others = [
        personalRequest({ [idNumber]: '440524188001010014' }),
        personalRequest({ [name]: '欧阳若梅' }),
        { ...request, acceptedOn: '2014-09-27' },
        { ...request, area: 'lengshuitan' },
      ];
      for (const other of others) {
        const refused = await two.post(key, other);
        expect([refused.status, refused.body.type]).toEqual([422, 'urn:yimen:problem:idempotency-key-reused']);
      }
    }
    const [{ count }] = await two.started.app.get(DataSource).query('SELECT count(*) AS count FROM submission');
    expect(Number(count)).toBe(2);
    await two.started.stop();
    await own.remove();
  });

  it.each([
    ['plainly', (text: string) => createHash('sha256').update(text).digest('hex')],
    ['under a key', (text: string) => server.app.get(DataKeys).fingerprint(text)],
  ])('find the record of a request that an earlier release wrote down %s', async (way, written) => {
    const request = personalRequest();
    const key = `earlier ${way}`.replaceAll(' ', '-');
    const made = (await submit(request).set('idempotency-key', key)).body;
    const [{ id }] = await query("SELECT id FROM account WHERE name = 'clerk-a'");
    const hash = written(canonicalJson({ account: id, request }));
    await query(`UPDATE idempotency_key SET request_hash = '${hash}' WHERE submission_id = '${made.id}'`);
    expect((await submit(request).set('idempotency-key', key)).body.id).toBe(made.id);
    const other = await submit(personalRequest({ [name]: '欧阳若梅' })).set('idempotency-key', key);
    expect(other.status).toBe(422);
  });

  it('that are needed and not given keep the server from starting', async () => {
    await server.stop();
    await expect(startServer(store.environment({ DATA_KEYS: newKey() }))).rejects.toThrow(/DATA_KEYS/u);
    await start(second);
  });

  it('kept beside the data are made once and used again', async () => {
    const own = await emptyStore();
    const one = await startServer(own.environment());
    const agent = await one.as('clerk-e', [{ role: 'clerk', area: 'lengshuitan' }]);
    const { id } = (await agent.post('/api/v1/submissions').send(personalRequest())).body;
    await one.stop();
    const two = await startServer(own.environment());
    const again = await two.as('clerk-e', [{ role: 'clerk', area: 'lengshuitan' }]);
    expect((await show(again, id)).status).toBe(200);
    await two.stop();
    await own.remove();
  });

  it('seal at the next start what was stored before there were any', async () => {
    const { id } = (await submit()).body;
    const [{ facts }] = await query(`SELECT facts FROM submission WHERE id = '${id}'`);
    const [form, answers] = formOf({ facts: JSON.parse(facts) });
    const plain = JSON.stringify({ [form]: { ...answers, [idNumber]: '440524188001010014' } });
    await server.app
      .get(DataSource)
      .query('UPDATE submission SET facts = ?, personal = NULL, sealed_by = NULL WHERE id = ?', [plain, id]);
    await server.stop();
    await start(second);
    expect(await everything()).not.toContain('440524188001010014');
    const found = (await search(clerk, '440524188001010014')).body.items;
    expect(found.map((each: { id: string }) => each.id)).toContain(id);
  });
});
