import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deskRequest } from '../api/submission-input.js';
import { type IdentityProvider, ProviderVisit, signsInThrough, startProvider } from '../support/identity-provider.js';
import { type RoundRobin, startRoundRobin } from '../support/round-robin.js';
import { png } from '../support/sample-files.js';
import { download, everyRole, firstOperator, type Session, send, signIn, upload } from './client.js';
import { emptyPlace, onMariadb, type Place } from './place.js';
import { type ServerProcess, startProcess } from './server-process.js';

const AREA = 'lengshuitan';
const RECORDS = 60;

let place: Place;
let proxy: RoundRobin;
let provider: IdentityProvider;
let servers: ServerProcess[] = [];
let operator: Session;
let session: Session;

const request = { ...deskRequest(), area: AREA };
const post = (key: string, body: object = request, address = proxy.address) =>
  send(address, session, 'POST', '/api/v1/submissions', body, { 'idempotency-key': key });
const addresses = (): string[] => servers.map(({ address }) => address);
const count = async (sql: string): Promise<number> => Number((await place.ask(sql))[0].count);

const start = () => startProcess({ ...place.variables, ...signsInThrough(provider.issuer, proxy.address) });

(onMariadb ? describe : describe.skip)('Two servers behind a proxy that gives each every second request', () => {
  beforeAll(async () => {
    [place, proxy] = await Promise.all([emptyPlace(), startRoundRobin()]);
    provider = await startProvider({ site: proxy.address });
    servers = [await start()];
    servers.push(await start());
    proxy.serve(addresses());
    operator = await firstOperator(proxy.address, servers.at(-1)?.invitation);
    session = await everyRole(proxy.address, operator);
  });
  afterAll(async () => {
    for (const server of servers) server.signal('SIGKILL');
    await Promise.all(servers.map(({ ended }) => ended));
    await Promise.all([proxy.stop(), provider.stop()]);
    await place.remove();
  });

  it('write one unbroken trail between them, whoever writes', async () => {
    const made = Array.from({ length: RECORDS }, async (_, index) => {
      const { body } = await post(`chain-${index}`);
      const path = `/api/v1/submissions/${body.id}`;
      const correction = { facts: body.facts, reason: 'proxy test' };
      return send(proxy.address, session, 'PUT', path, correction, { 'if-match': '"1"' });
    });
    expect(new Set((await Promise.all(made)).map(({ status }) => status))).toEqual(new Set([200]));
    for (const address of addresses()) expect(proxy.given.get(address)).toBeGreaterThan(RECORDS / 2);
    for (const address of addresses()) {
      const { body } = await send(address, session, 'GET', '/api/v1/audit/report');
      expect(body.faults).toEqual([]);
      expect(body.entries).toBe(await count('SELECT count(*) AS count FROM audit_entry'));
    }
    expect(await count("SELECT count(*) AS count FROM audit_entry WHERE action LIKE 'submission-%'")).toBe(2 * RECORDS);
  });

  it('make one record of a key that both get at once, and refuse it with other content', async () => {
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(Array.from({ length: 6 }, () => post(`one-${round}`)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      const other = await post(`one-${round}`, { ...request, acceptedOn: '2014-09-27' });
      expect([other.status, other.body.type]).toEqual([422, 'urn:yimen:problem:idempotency-key-reused']);
    }
    expect(await count("SELECT count(*) AS count FROM idempotency_key WHERE `key` LIKE 'one-%'")).toBe(10);
  });

  it('count wrong passwords together: five lock the account on both, and it is written down once', async () => {
    await everyRole(proxy.address, operator, 'forgetful');
    const tries = (password: string, address: string) =>
      send(address, undefined, 'POST', '/api/v1/session', { name: 'forgetful', password });
    for (let time = 0; time < 5; time += 1) expect((await tries('a wrong password', proxy.address)).status).toBe(401);
    for (const address of addresses()) {
      const { status, body } = await tries('a good password', address);
      expect([status, body.type]).toEqual([429, 'urn:yimen:problem:account-locked']);
    }
    const locked =
      "SELECT count(*) AS count FROM audit_entry WHERE action = 'account-locked' AND subject_id = 'forgetful'";
    expect(await count(locked)).toBe(1);
  });

  it('count them together also when they come all at once', async () => {
    await everyRole(proxy.address, operator, 'attacked');
    const attempt = () =>
      send(proxy.address, undefined, 'POST', '/api/v1/session', { name: 'attacked', password: 'a wrong password' });
    const statuses = (await Promise.all(Array.from({ length: 12 }, attempt))).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 401 && status !== 429)).toEqual([]);
    await expect(signIn(proxy.address, 'attacked')).rejects.toThrow('429');
  });

  it('hand out the files that either took, and make one file of a key', async () => {
    for (let index = 0; index < 4; index += 1) {
      const bytes = png(200 + index, 9);
      const { status, body } = await upload(proxy.address, session, AREA, bytes);
      expect(status).toBe(201);
      for (const address of addresses()) expect(await download(address, session, body.id)).toEqual(bytes);
    }
    const bytes = png(300, 9);
    const sent = [...addresses(), ...addresses()].map((address) => upload(address, session, AREA, bytes, 'one-file'));
    const answers = await Promise.all(sent);
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
  });

  it('sign people in through the provider, begun on one and ended on the other', async () => {
    await everyRole(proxy.address, operator, 'linked');
    const { body } = await send(proxy.address, operator, 'GET', '/api/v1/accounts?limit=200');
    const { version } = body.items.find(({ name }: { name: string }) => name === 'linked');
    const link = { kind: 'link', person: 'linked' };
    const tag = { 'if-match': `"${version}"` };
    const changed = await send(proxy.address, operator, 'POST', '/api/v1/accounts/linked/changes', link, tag);
    expect(changed.status).toBe(200);
    provider.names.set('linked', 'linked');
    for (const [begins, ends] of [addresses(), addresses().reverse()] as [string, string][]) {
      const begun = await fetch(`${begins}/api/v1/session/oidc?page=/records`, { redirect: 'manual' });
      const answer = await new ProviderVisit(provider.issuer).signIn(begun.headers.get('location') ?? '', 'linked');
      expect(answer.origin).toBe(proxy.address);
      const cookie = begun.headers.getSetCookie().map((each) => each.split(';')[0]);
      const opened = await fetch(ends + answer.pathname + answer.search, {
        redirect: 'manual',
        headers: { cookie: cookie.join('; ') },
      });
      expect([opened.status, opened.headers.get('location')]).toEqual([302, '/records']);
      const own = opened.headers.getSetCookie().find((each) => each.startsWith('yimen_session='));
      for (const address of addresses()) {
        const me = await fetch(`${address}/api/v1/session`, { headers: { cookie: own?.split(';')[0] ?? '' } });
        expect(((await me.json()) as any).account.name).toBe('linked');
      }
    }
  });

  it('go on when one of them is killed in the midst of writing: nothing acknowledged is lost, nothing made twice', async () => {
    const keys = Array.from({ length: 80 }, (_, index) => `gone-${index}`);
    const sending = keys.map(async (key) => (await post(key)).status);
    servers[0]?.signal('SIGKILL');
    const statuses = await Promise.all(sending);
    expect(statuses.filter((status) => status !== 201 && status !== 502)).toEqual([]);
    const again = await Promise.all(keys.map((key) => post(key)));
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(again.map(({ body }) => body.id)).size).toBe(keys.length);
    expect(await count("SELECT count(*) AS count FROM idempotency_key WHERE `key` LIKE 'gone-%'")).toBe(keys.length);
    const { body } = await send(proxy.address, session, 'GET', '/api/v1/audit/report');
    expect(body.faults).toEqual([]);
  });
});
