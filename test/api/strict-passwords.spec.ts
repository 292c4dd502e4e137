/** Passwords and sessions by the rules of MLPS level 3. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { createApp } from '../../apps/api/src/app.js';
import { AccountsService } from '../../apps/api/src/identity/accounts.service.js';
import { Passwords } from '../../apps/api/src/identity/passwords.service.js';
import { Sessions } from '../../apps/api/src/identity/sessions.service.js';
import { SignInService } from '../../apps/api/src/identity/sign-in.service.js';
import { emptyStore, type Store } from './server.js';

const DAY = 24 * 3600_000;
const passwords = Array.from({ length: 8 }, (_, index) => `Good password ${index}`);

let store: Store;
let app: NestFastifyApplication;
beforeAll(async () => {
  store = await emptyStore();
  app = await createApp(store.environment({ PASSWORD_RULES: 'mlps3', YIMEN_SAMPLE_DATA: '1' }), { quiet: true });
});
afterAll(async () => {
  await app.close();
  await store.remove();
});

const agent = () => supertest.agent(app.getHttpServer());
const invite = async (name: string) => {
  const assignments = [{ role: 'clerk' as const, area: 'lingling' }];
  const { link } = await app.get(AccountsService).create(null, name, { title: name, assignments });
  return String(link).split('#')[1] ?? '';
};
const welcome = (token: string, password: string | undefined) =>
  agent().post('/api/v1/welcome').send({ token, password });
const codes = ({ body }: { body: { issues?: { code: string }[] } }) => body.issues?.map(({ code }) => code);

async function signedIn(name: string, password: string | undefined) {
  const who = agent();
  const { body } = await who.post('/api/v1/session').send({ name, password });
  who.set('x-csrf-token', String(body.csrf));
  return { who, session: body };
}

describe('By the rules of MLPS level 3', () => {
  it('the samples are there and can be signed in to', async () => {
    const { samples } = (await agent().get('/api/v1/session')).body;
    expect(samples).toHaveLength(8);
    for (const { name, password } of samples)
      expect((await signedIn(name, password)).session).toMatchObject({ account: { name }, passwordExpired: false });
  });

  it('a password has characters of three kinds', async () => {
    const token = await invite('newcomer');
    expect(codes(await welcome(token, 'a good password'))).toEqual(['too-uniform']);
    expect(codes(await welcome(token, 'Short-1'))).toEqual(['too-short']);
    expect(codes(await welcome(token, 'P@ssw0rd2024'))).toEqual(['too-common']);
    expect((await welcome(token, passwords[0])).status).toBe(200);
    expect((await signedIn('newcomer', passwords[0])).session.account.name).toBe('newcomer');
  });

  it('a password differs from the last five, also after a reset', async () => {
    await welcome(await invite('changing'), passwords[0]);
    const { who } = await signedIn('changing', passwords[0]);
    const change = (from: number, to: number) =>
      who.post('/api/v1/password').send({ current: passwords[from], next: passwords[to] });
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await change(turn, turn + 1)).status).toBe(200);
      for (let earlier = Math.max(0, turn - 3); earlier <= turn + 1; earlier += 1)
        expect([earlier, codes(await change(turn + 1, earlier))]).toEqual([earlier, ['used-before']]);
    }
    expect((await change(5, 0)).status).toBe(200);
    const accounts = app.get(AccountsService);
    const { link } = await accounts.change(null, 'changing', 1, { kind: 'reset' });
    const token = String(link).split('#')[1] ?? '';
    for (const earlier of [0, 5, 4, 3, 2])
      expect([earlier, codes(await welcome(token, passwords[earlier]))]).toEqual([earlier, ['used-before']]);
    expect((await welcome(token, passwords[1])).status).toBe(200);
  });

  it('a password of 90 days opens nothing but the way to a new one', async () => {
    await welcome(await invite('ageing'), passwords[0]);
    const since = (days: number) =>
      app
        .get(DataSource)
        .query("UPDATE account SET password_since = ? WHERE name = 'ageing'", [
          new Date(Date.now() - days * DAY).toISOString(),
        ]);
    await since(89);
    const young = await signedIn('ageing', passwords[0]);
    expect(young.session.passwordExpired).toBe(false);
    expect((await young.who.get('/api/v1/submissions')).status).toBe(200);
    await since(91);
    const { who, session } = await signedIn('ageing', passwords[0]);
    expect(session).toMatchObject({ account: { name: 'ageing' }, passwordExpired: true });
    for (const request of [
      who.get('/api/v1/submissions'),
      who.post('/api/v1/submissions').send({}),
      who.get('/api/v1/areas'),
    ]) {
      const { status, body } = await request;
      expect([status, body.type]).toEqual([403, 'urn:yimen:problem:password-expired']);
    }
    expect((await who.get('/api/v1/session')).body.passwordExpired).toBe(true);
    const change = (next: string | undefined) => who.post('/api/v1/password').send({ current: passwords[0], next });
    expect(codes(await change(passwords[0]))).toEqual(['used-before']);
    expect((await change(passwords[1])).status).toBe(200);
    expect((await who.get('/api/v1/session')).body.passwordExpired).toBe(false);
    expect((await who.get('/api/v1/submissions')).status).toBe(200);
  });

  it('a password whose age nobody knows has to be changed, and one that ends during a session when the next begins', async () => {
    await welcome(await invite('unknown-age'), passwords[0]);
    const now = Date.now();
    const [signIn, sessions] = [app.get(SignInService), app.get(Sessions)];
    const late = new Date(now + 90 * DAY - 3600_000);
    const { token } = await signIn.signIn('unknown-age', passwords[0] ?? '', late);
    const during = new Date(late.getTime() + 10 * 60_000);
    expect(await sessions.actorOf(token, during)).toMatchObject({ passwordExpired: false });
    const after = new Date(now + 90 * DAY + 3600_000);
    expect((await signIn.signIn('unknown-age', passwords[0] ?? '', after)).actor.passwordExpired).toBe(true);
    await app.get(DataSource).query("UPDATE account SET password_since = NULL WHERE name = 'unknown-age'");
    const { actor } = await signIn.signIn('unknown-age', passwords[0] ?? '');
    expect(actor.passwordExpired).toBe(true);
    await app.get(Passwords).change(actor, passwords[0] ?? '', passwords[1] ?? '');
    expect((await signIn.signIn('unknown-age', passwords[1] ?? '')).actor.passwordExpired).toBe(false);
  });

  it('a session ends after 15 minutes without a request', async () => {
    await welcome(await invite('idle'), passwords[0]);
    const { token } = await app.get(SignInService).signIn('idle', passwords[0] ?? '');
    const minutes = (count: number) => new Date(Date.now() + count * 60_000);
    expect(await app.get(Sessions).actorOf(token, minutes(14))).toBeDefined();
    expect(await app.get(Sessions).actorOf(token, minutes(30))).toBeUndefined();
  });
});

describe('By sane rules', () => {
  it('a password holds as long as its holder likes', async () => {
    const other = await emptyStore();
    const sane = await createApp(other.environment({ YIMEN_SAMPLE_DATA: '1' }), { quiet: true });
    await sane.get(DataSource).query('UPDATE account SET password_since = NULL');
    const { actor } = await sane.get(SignInService).signIn('clerk', 'Yimen-samples-1');
    expect(actor.passwordExpired).toBe(false);
    await sane.close();
    await other.remove();
  });
});
