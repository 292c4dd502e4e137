import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountChange } from '@yimen/contracts';
import { DataSource } from 'typeorm';
import { Sessions } from '../../apps/api/src/identity/sessions.service.js';
import { SignInService } from '../../apps/api/src/identity/sign-in.service.js';
import { changeAccount, freshServer, type Server } from './server.js';

let server: Server;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.stop());

const PASSWORD = 'a good password';
const clerk = [{ role: 'clerk' as const, area: 'lingling' }];
const signIn = (name: string, password = PASSWORD) => server.anyone().post('/api/v1/session').send({ name, password });
const service = () => server.app.get(SignInService);
const sessions = () => server.app.get(Sessions);
const actionsOn = async (name: string): Promise<string[]> =>
  (await server.http.get(`/api/v1/audit?limit=200&subject=${name}`)).body.items.map(
    ({ action }: { action: string }) => action,
  );
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

  it('that nobody has is locked like one that is there', async () => {
    const answers = [];
    for (let tries = 0; tries < 7; tries += 1) answers.push(await signIn('nobody-at-all', 'wrong'));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(answers.at(-1)?.body.type).toMatch(/account-locked$/u);
    await expect(service().signIn('nobody-at-all', 'wrong', minutes(16))).rejects.toMatchObject({
      code: 'wrong-password',
    });
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

  it('is locked in the same words and for as long under a name that nobody has', async () => {
    await server.as('existing', clerk);
    const answersFor = async (name: string) => {
      const answers = [];
      for (let tries = 0; tries < 7; tries += 1) {
        const { status, headers, body } = await signIn(name, 'wrong');
        answers.push({ status, body, wait: Math.ceil(Number(headers['retry-after'] ?? 0) / 60) });
      }
      return answers;
    };
    const answers = await answersFor('existing');
    expect(answers.map(({ status, wait }) => [status, wait])).toEqual([
      ...Array.from({ length: 5 }, () => [401, 0]),
      [429, 15],
      [429, 15],
    ]);
    expect(await answersFor('invented')).toEqual(answers);
    await expect(service().signIn('invented', 'x', minutes(14))).rejects.toMatchObject({ code: 'account-locked' });
    await expect(service().signIn('invented', 'x', minutes(16))).rejects.toMatchObject({ code: 'wrong-password' });
  });

  it('turns away whom it cannot look at soon, without counting it, and is there again for the next', async () => {
    const away = (await Promise.all(Array.from({ length: 100 }, (_, index) => signIn(`flood-${index}`)))).filter(
      ({ status }) => status !== 401,
    );
    expect(away.length).toBeGreaterThan(50);
    for (const { status, headers, body } of away) {
      expect([status, body.type, headers['retry-after']]).toEqual([429, 'urn:yimen:problem:too-many-sign-ins', '3']);
      expect(body.detail).toMatch(/\p{Script=Han}/u);
    }

    await server.as('unlucky', clerk);
    const line = Array.from({ length: 22 }, (_, index) => service().signIn(`line-${index}`, 'x'));
    const late = Array.from({ length: 6 }, () => service().signIn('unlucky', 'wrong'));
    for (const { reason } of (await Promise.allSettled(late)) as PromiseRejectedResult[])
      expect(reason).toMatchObject({ code: 'too-many-sign-ins' });
    for (const { reason } of (await Promise.allSettled(line)) as PromiseRejectedResult[])
      expect(reason).toMatchObject({ code: 'wrong-password' });
    expect((await signIn('unlucky')).status).toBe(200);
  });

  it('that is right at the fifth try locks nothing, and no lock is written down', async () => {
    await server.as('fifth', clerk);
    for (let tries = 0; tries < 4; tries += 1) expect((await signIn('fifth', 'wrong')).status).toBe(401);
    expect((await signIn('fifth')).status).toBe(200);
    expect(await actionsOn('fifth')).not.toContain('account-locked');
    for (let tries = 0; tries < 5; tries += 1) await signIn('fifth', 'wrong');
    expect((await actionsOn('fifth')).filter((action) => action === 'account-locked')).toHaveLength(1);
  });

  it('opens nothing by a password that was taken away while it was looked at', async () => {
    const { operator } = server;
    for (let round = 0; round < 5; round += 1) {
      const name = `overtaken-${round}`;
      await server.as(name, clerk);
      const agent = server.anyone();
      const [, reset] = await Promise.all([
        agent.post('/api/v1/session').send({ name, password: PASSWORD }),
        changeAccount(operator, name, { kind: 'reset' }),
      ]);
      expect(reset.status).toBe(200);
      expect((await agent.get('/api/v1/session')).body.account).toBeNull();
    }
  });

  it('under names that nobody has makes the trail grow by one entry in a while, which tells how many there were', async () => {
    const strangers = async () =>
      (await server.http.get('/api/v1/audit?limit=200&action=sign-in-failed')).body.items.filter(
        ({ subject }: { subject: { id: string } }) => subject.id === '',
      );
    const before = await strangers();
    const far = minutes(60);
    const tries = Array.from({ length: 12 }, (_, index) => service().signIn(`stranger-${index}`, 'x', far));
    expect((await Promise.allSettled(tries)).every(({ status }) => status === 'rejected')).toBe(true);
    expect((await strangers()).length).toBe(before.length + 1);
    await expect(service().signIn('stranger', 'x', minutes(75))).rejects.toMatchObject({ code: 'wrong-password' });
    const [newest, ...rest] = await strangers();
    expect(rest).toHaveLength(before.length + 1);
    expect(newest.details).toEqual({ times: 12 });
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
    expect(await sessions().actorOf(idle.token, at(29))).toBeDefined();
    expect(await sessions().actorOf(idle.token, at(58))).toBeDefined();
    expect(await sessions().actorOf(idle.token, at(89))).toBeUndefined();
    const busy = await service().signIn('sleeper', PASSWORD);
    for (let minute = 20; minute < 12 * 60; minute += 20)
      expect(await sessions().actorOf(busy.token, at(minute))).toBeDefined();
    expect(await sessions().actorOf(busy.token, at(12 * 60 + 1))).toBeUndefined();
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
    const changes: AccountChange[] = [{ kind: 'disable' }, { kind: 'assign', assignments: [] }, { kind: 'reset' }];
    for (const change of changes) {
      const name = `ended-${change.kind}`;
      const agent = await server.as(name, clerk);
      expect((await agent.get('/api/v1/submissions')).status).toBe(200);
      expect((await changeAccount(server.operator, name, change)).status).toBe(200);
      expect((await agent.get('/api/v1/submissions')).status).toBe(401);
    }
    expect((await signIn('ended-disable')).status).toBe(401);
    await changeAccount(server.operator, 'ended-disable', { kind: 'enable' });
    expect((await signIn('ended-disable')).status).toBe(200);
  });
});

describe('A password', () => {
  it('is chosen once by a link, by the rules', async () => {
    const invited = await server.operator.put('/api/v1/accounts/newcomer').send({ title: '新人', assignments: clerk });
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
    const again = await server.operator.put('/api/v1/accounts/newcomer').send({ title: '新人', assignments: clerk });
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

  it('cannot be guessed by somebody who found a session open', async () => {
    const agent = await server.as('away', clerk);
    const guess = (current: string) => agent.post('/api/v1/password').send({ current, next: 'another good one' });
    for (let tries = 0; tries < 5; tries += 1) expect((await guess('wrong')).status).toBe(401);
    expect((await guess(PASSWORD)).status).toBe(429);
    expect((await signIn('away')).status).toBe(429);
    const actions = await actionsOn('away');
    expect(actions.filter((action) => action === 'password-refused')).toHaveLength(5);
    expect(actions.filter((action) => action === 'account-locked')).toHaveLength(1);
  });

  it('that is weak, or the present one, is no wrong try of the present one', async () => {
    const agent = await server.as('picky', clerk);
    const change = (next: string) => agent.post('/api/v1/password').send({ current: PASSWORD, next });
    const codes = async (next: string) =>
      (await change(next)).body.issues.map(({ code, pointer }: { code: string; pointer: string }) => [code, pointer]);
    for (let tries = 0; tries < 6; tries += 1) expect(await codes('short1')).toEqual([['too-short', '/next']]);
    expect(await codes(PASSWORD)).toEqual([['used-before', '/next']]);
    expect(await codes('qwertyuiop123')).toEqual([['too-common', '/next']]);
    expect((await change('another good one')).status).toBe(200);
  });
});
