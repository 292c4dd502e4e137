import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { FirstOperator } from '../../apps/api/src/identity/first-operator.service.js';
import { SignInService } from '../../apps/api/src/identity/sign-in.service.js';
import { emptyStore, freshServer, type Server, startServer } from './server.js';

let server: Server;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.stop());

const PASSWORD = 'a good password';
const clerk = [{ role: 'clerk' as const, area: 'lingling' }];
const signIn = (name: string, password = PASSWORD) => server.anyone().post('/api/v1/session').send({ name, password });
const service = () => server.app.get(SignInService);
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

describe('Signing in', () => {
  it('gives a session, and refuses everything else in the same words', async () => {
    await server.as('plain', clerk);
    expect((await signIn('plain')).body.account).toMatchObject({ name: 'plain', assignments: clerk });
    const [unknown, wrong] = [await signIn('nobody'), await signIn('plain', 'wrong')];
    expect(unknown.status).toBe(401);
    expect({ ...wrong.body }).toEqual({ ...unknown.body });
    expect((await signIn('__proto__')).status).toBe(401);
  });

  it('keeps no password and no token in the database', async () => {
    await server.as('hashed', clerk);
    const source = server.app.get(DataSource);
    const rows = JSON.stringify([
      await source.query('SELECT * FROM account'),
      await source.query('SELECT * FROM session'),
    ]);
    expect(rows).toContain('$argon2id$');
    expect(rows).not.toContain(PASSWORD);
    const token = /yimen_session=([^;]+)/u.exec(String((await signIn('hashed')).headers['set-cookie']))?.[1];
    expect(token).toHaveLength(43);
    expect(JSON.stringify(await source.query('SELECT * FROM session'))).not.toContain(token);
  });

  it('is locked for 15 minutes after five wrong passwords, tried one by one or at once', async () => {
    await server.as('patient', clerk);
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn('patient', 'wrong')).status).toBe(401);
    expect((await signIn('patient')).status).toBe(429);
    await expect(service().signIn('patient', PASSWORD, minutes(14))).rejects.toMatchObject({ code: 'account-locked' });
    expect((await service().signIn('patient', PASSWORD, minutes(16))).token).toHaveLength(43);

    await server.as('hasty', clerk);
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('hasty', 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect((await signIn('hasty')).status).toBe(429);
  });

  it('forgets wrong passwords after a right one', async () => {
    await server.as('clumsy', clerk);
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) await signIn('clumsy', 'wrong');
      expect((await signIn('clumsy')).status).toBe(200);
    }
  });
});

describe('A session', () => {
  it('ends after 30 minutes without a request and after 12 hours in any case', async () => {
    await server.as('sleeper', clerk);
    const at = (minute: number) => minutes(minute);
    const idle = await service().signIn('sleeper', PASSWORD);
    expect(await service().actorOf(idle.token, at(29))).toBeDefined();
    expect(await service().actorOf(idle.token, at(58))).toBeDefined();
    expect(await service().actorOf(idle.token, at(89))).toBeUndefined();
    const busy = await service().signIn('sleeper', PASSWORD);
    for (let minute = 20; minute < 12 * 60; minute += 20)
      expect(await service().actorOf(busy.token, at(minute))).toBeDefined();
    expect(await service().actorOf(busy.token, at(12 * 60 + 1))).toBeUndefined();
  });

  it('ends by signing out, here or everywhere', async () => {
    const one = await server.as('leaver', clerk);
    const two = await server.as('leaver', clerk);
    expect((await one.delete('/api/v1/session')).body.account).toBeNull();
    expect((await one.get('/api/v1/submissions')).status).toBe(401);
    expect((await two.get('/api/v1/submissions')).status).toBe(200);
    const three = await server.as('leaver', clerk);
    await two.delete('/api/v1/sessions');
    expect((await three.get('/api/v1/submissions')).status).toBe(401);
  });

  it('ends at once when the account is disabled, changed or reset', async () => {
    for (const change of [{ kind: 'disable' }, { kind: 'assign', assignments: [] }, { kind: 'reset' }]) {
      const name = `ended-${change.kind}`;
      const agent = await server.as(name, clerk);
      expect((await agent.get('/api/v1/submissions')).status).toBe(200);
      expect((await server.http.post(`/api/v1/accounts/${name}/changes`).send(change)).status).toBe(200);
      expect((await agent.get('/api/v1/submissions')).status).toBe(401);
    }
    expect((await signIn('ended-disable')).status).toBe(401);
    await server.http.post('/api/v1/accounts/ended-disable/changes').send({ kind: 'enable' });
    expect((await signIn('ended-disable')).status).toBe(200);
  });
});

describe('A password', () => {
  it('is chosen once by a link, by the rules', async () => {
    const invited = await server.http.put('/api/v1/accounts/newcomer').send({ title: '新人', assignments: clerk });
    expect(invited.status).toBe(201);
    const token = String(invited.body.link).split('#')[1];
    const choose = (password: string) => server.anyone().post('/api/v1/welcome').send({ token, password });
    for (const [password, code] of [
      ['short', 'too-short'],
      ['xnewcomerx1', 'holds-name'],
      ['aaaaaaaaaaaa', 'too-plain'],
    ] as const) {
      const answer = await choose(password);
      expect(answer.status).toBe(422);
      expect(answer.body.issues.map((issue: { code: string }) => issue.code)).toContain(code);
    }
    expect((await choose(PASSWORD)).status).toBe(200);
    expect((await choose(PASSWORD)).status).toBe(404);
    expect((await signIn('newcomer')).status).toBe(200);
    const again = await server.http.put('/api/v1/accounts/newcomer').send({ title: '新人', assignments: clerk });
    expect([again.status, again.body.link]).toEqual([200, null]);
  });

  it('is changed by who knows it; the other sessions end', async () => {
    const [one, two] = [await server.as('changer', clerk), await server.as('changer', clerk)];
    const change = (current: string) => one.post('/api/v1/password').send({ current, next: 'another good one' });
    expect((await change('wrong')).status).toBe(401);
    expect((await change(PASSWORD)).status).toBe(200);
    expect((await one.get('/api/v1/submissions')).status).toBe(200);
    expect((await two.get('/api/v1/submissions')).status).toBe(401);
    expect((await signIn('changer', 'another good one')).status).toBe(200);
  });

  it('is stricter by the rules of MLPS level 3', async () => {
    const store = await emptyStore();
    const strict = await startServer(store.environment({ PASSWORD_RULES: 'mlps3', YIMEN_SAMPLE_DATA: '0' })).catch(
      (error: { code?: string }) => error,
    );
    expect(strict).toMatchObject({ code: 'weak-password' });
    await store.remove();
  });
});

describe('The first account', () => {
  it('is an operator invited by a link, until somebody has a password', async () => {
    const first = server.app.get(FirstOperator);
    expect(await first.invite()).toBeNull();
    const source = server.app.get(DataSource);
    await source.query('DELETE FROM session');
    await source.query('DELETE FROM account');
    const [link, next] = [await first.invite(), await first.invite()];
    expect(link).toMatch(/^\/welcome#[\w-]{43}$/u);
    expect(next).not.toBe(link);
    const welcome = (from: string | null) =>
      server
        .anyone()
        .post('/api/v1/welcome')
        .send({ token: from?.split('#')[1], password: PASSWORD });
    expect((await welcome(link)).status).toBe(404);
    expect((await welcome(next)).status).toBe(200);
    expect((await signIn('operator')).body.account.assignments).toEqual([{ role: 'operator', area: 'yongzhou' }]);
    expect(await first.invite()).toBeNull();
  });
});
