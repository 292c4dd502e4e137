import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountChange, Role } from '@yimen/contracts';
import { DataSource } from 'typeorm';
import { type Agent, changeAccount, freshServer, type Server } from './server.js';
import { deskRequest } from './submission-input.js';

let server: Server;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.stop());

const told = ({ status, body }: { status: number; body: { type?: string } }) => [
  status,
  body.type?.replace('urn:yimen:problem:', ''),
];
const at = (area: string, ...roles: Role[]) => roles.map((role) => ({ role, area }));
const change = (agent: Agent, name: string, version: number, body: object) =>
  agent.post(`/api/v1/accounts/${name}/changes`).set('if-match', `"${version}"`).send(body);
const account = async (name: string) =>
  (await server.operator.get('/api/v1/accounts?limit=200')).body.items.find(
    (each: { name: string }) => each.name === name,
  );

describe('The operator of the system', () => {
  it('is given no role that sees records, nor made of somebody who holds one', async () => {
    const { operator } = server;
    const together = at('yongzhou', 'operator', 'clerk');
    const invited = await operator.put('/api/v1/accounts/both').send({ title: '兼', assignments: together });
    expect(told(invited)).toEqual([422, 'incompatible-roles']);
    expect(invited.body.issues.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/assignments/0/role',
      '/assignments/1/role',
    ]);
    expect(invited.body.issues[0].message).toEqual({
      zh: expect.stringContaining('系统运维'),
      en: expect.stringContaining('operator'),
    });
    await server.as('lead', at('lingling', 'county-lead'));
    for (const other of ['clerk', 'assessor', 'county-lead', 'city-lead', 'auditor'] as const) {
      const assignments = [...at('yongzhou', 'operator'), ...at('lingling', other)];
      expect(told(await changeAccount(operator, 'lead', { kind: 'assign', assignments }))).toEqual([
        422,
        'incompatible-roles',
      ]);
    }
    const fine = at('lingling', 'operator', 'administrator');
    expect((await changeAccount(operator, 'lead', { kind: 'assign', assignments: fine })).status).toBe(200);
  });

  it('sees no case data by a role that an older installation let it have', async () => {
    const clerk = await server.as('old-clerk', at('lingling', 'clerk'));
    const { id } = (await clerk.post('/api/v1/submissions').send(deskRequest())).body;
    const old = await server.as('old-operator', at('yongzhou', 'operator'));
    await server.app
      .get(DataSource)
      .query("UPDATE account SET assignments = ? WHERE name = 'old-operator'", [
        JSON.stringify(at('yongzhou', 'operator', 'county-lead', 'auditor')),
      ]);
    expect((await old.get('/api/v1/accounts')).status).toBe(200);
    expect((await old.get('/api/v1/audit')).status).toBe(200);
    for (const path of ['/api/v1/submissions', `/api/v1/submissions/${id}`])
      expect(told(await old.get(path))).toEqual([403, 'not-allowed']);
    const shown = await old.post(`/api/v1/submissions/${id}/personal-data`).send({ reason: '核对' });
    expect(told(shown)).toEqual([403, 'not-allowed']);
  });

  it('neither changes the own roles nor shuts or resets the own account', async () => {
    const own: AccountChange[] = [
      { kind: 'assign', assignments: at('yongzhou', 'operator', 'administrator') },
      { kind: 'disable' },
      { kind: 'reset' },
    ];
    const before = await account('running');
    for (const each of own)
      expect(told(await changeAccount(server.operator, 'running', each))).toEqual([403, 'own-account']);
    expect(await account('running')).toEqual(before);
    expect((await server.operator.get('/api/v1/accounts')).status).toBe(200);
  });

  it('stays one of two who shut each other out at once', async () => {
    const kinds: AccountChange[] = [{ kind: 'disable' }, { kind: 'assign', assignments: [] }];
    for (let round = 0; round < 6; round += 1) {
      const names = [`one-${round}`, `two-${round}`] as const;
      const agents = [];
      for (const name of names) agents.push(await server.as(name, at('daoxian', 'operator')));
      const [one, two] = agents as [Agent, Agent];
      const kind = kinds[round % 2] as AccountChange;
      const answers = await Promise.all([change(one, names[1], 1, kind), change(two, names[0], 1, kind)]);
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
      const left = [await account(names[0]), await account(names[1])].filter(
        ({ disabled, assignments }) => !disabled && assignments.length > 0,
      );
      expect(left).toHaveLength(1);
    }
  });
});

describe('A change of an account', () => {
  it('names the version that it was made on; of two at once one is told', async () => {
    await server.operator.put('/api/v1/accounts/contested').send({ title: 'x', assignments: at('lingling', 'clerk') });
    for (let round = 1; round <= 10; round += 1) {
      const roles = (['assessor', 'county-lead'] as const).map((role) => at('lingling', role));
      const answers = await Promise.all(
        roles.map((assignments) => change(server.operator, 'contested', round, { kind: 'assign', assignments })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const won = answers.find(({ status }) => status === 200);
      expect(won?.headers.etag).toBe(`"${round + 1}"`);
      expect((await account('contested')).assignments).toEqual(won?.body.account.assignments);
    }
    const unsaid = await server.operator.post('/api/v1/accounts/contested/changes').send({ kind: 'disable' });
    expect(unsaid.status).toBe(400);
    expect(told(await change(server.operator, 'contested', 1, { kind: 'disable' }))).toEqual([412, 'stale-version']);
  });

  it('is not made of signing in, failing to, or choosing a password', async () => {
    const agent = await server.as('steady', at('lingling', 'clerk'));
    await server.anyone().post('/api/v1/session').send({ name: 'steady', password: 'wrong' });
    await agent.post('/api/v1/password').send({ current: 'a good password', next: 'another good one' });
    expect((await account('steady')).version).toBe(1);
  });

  it('leaves the name out of the trail where it would tell of a person', async () => {
    for (const name of ['u13800001234', 'x.110105194912310021']) {
      const answer = await server.operator.put(`/api/v1/accounts/${name}`).send({ title: 'x', assignments: [] });
      expect(told(answer)).toEqual([422, 'personal-name']);
      expect(answer.body.issues[0]).toMatchObject({ code: 'personal-data', pointer: '/name' });
    }
  });
});

describe('A link', () => {
  it('of an account that is disabled meanwhile opens nothing, and none is made for one', async () => {
    const invited = await server.operator
      .put('/api/v1/accounts/shut')
      .send({ title: 'x', assignments: at('lingling', 'clerk') });
    expect((await changeAccount(server.operator, 'shut', { kind: 'disable' })).status).toBe(200);
    const choose = () =>
      server
        .anyone()
        .post('/api/v1/welcome')
        .send({ token: String(invited.body.link).split('#')[1], password: 'a good password' });
    expect((await choose()).status).toBe(404);
    expect(told(await changeAccount(server.operator, 'shut', { kind: 'reset' }))).toEqual([409, 'account-disabled']);
    await changeAccount(server.operator, 'shut', { kind: 'enable' });
    expect((await choose()).status).toBe(200);
  });
});
