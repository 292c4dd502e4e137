/** What holds for every request, generated from the table of routes: tokens, headers, what may be kept, cookies. */
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissions, type Role, type Route, roles, routes } from '@yimen/contracts';
import { emptyStore, freshServer, type Server, startServer } from './server.js';

let server: Server;
const cookies = new Map<Role, string>();

const signIn = (name: string) => server.anyone().post('/api/v1/session').send({ name, password: 'a good password' });

beforeAll(async () => {
  server = await freshServer();
  for (const role of roles) {
    await server.as(role, [{ role, area: 'lengshuitan' }]);
    cookies.set(role, String((await signIn(role)).headers['set-cookie']).split(';')[0] ?? '');
  }
});
afterAll(() => server.stop());

const nameOf = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`;
const named = (some: readonly Route[]) => some.map((route) => [nameOf(route), route] as const);
const isUnsafe = ({ method }: Route): boolean => method !== 'get';
const isOpen = ({ access }: Route): boolean => access === 'public';

/** Somebody whom a route lets in. */
const userOf = ({ access }: Route): Role =>
  (access === 'public' || access === 'signed-in' ? undefined : permissions[access][0]) ?? 'clerk';

function request(route: Route, headers: Readonly<Record<string, string>>) {
  const sent = server
    .anyone()
    [route.method](route.path.replaceAll(/\{[^}]+\}/gu, 'x'))
    .set(headers);
  return isUnsafe(route) && route.method !== 'delete'
    ? sent.set('content-type', route.bodyType ?? 'application/json').send(route.bodyType ? 'x' : '{}')
    : sent;
}

describe('A request that changes something', () => {
  it.each(named(routes.filter((route) => isUnsafe(route) && !isOpen(route))))(
    'is refused where another site could have sent it: %s',
    async (_, route) => {
      const cookie = cookies.get(userOf(route)) ?? '';
      const another = cookies.get(userOf(route) === 'clerk' ? 'auditor' : 'clerk') ?? '';
      const foreign = (await server.anyone().get('/api/v1/session').set({ cookie: another })).body.csrf;
      for (const token of [undefined, '', 'x', foreign]) {
        const { status, body } = await request(route, {
          cookie,
          ...(token !== undefined && { 'x-csrf-token': token }),
        });
        expect([token, status, body.type]).toEqual([token, 403, 'urn:yimen:problem:bad-csrf-token']);
      }
      expect((await server.anyone().get('/api/v1/session').set({ cookie })).body.account).not.toBeNull();
    },
  );

  it('needs no session at these addresses alone, which store nothing of who sends it', () => {
    expect(routes.filter((route) => isUnsafe(route) && isOpen(route)).map(nameOf)).toEqual([
      'POST /api/v1/evaluate',
      'POST /api/v1/results',
      'POST /api/v1/session',
      'POST /api/v1/welcome',
    ]);
  });

  it('is not what a form of another site sends', async () => {
    const form = server
      .anyone()
      .post('/api/v1/session')
      .type('form')
      .send({ name: 'clerk', password: 'a good password' });
    expect((await form).status).toBe(415);
    const plain = server.anyone().post('/api/v1/session').set('content-type', 'text/plain');
    expect((await plain.send('{"name":"clerk","password":"a good password"}')).status).toBe(415);
  });
});

const modules = /\.js$/u;

describe('Every answer', () => {
  it.each(named(routes))('of %s tells browsers what not to do, and nobody to keep it', async (_, route) => {
    const safe = isUnsafe(route) ? {} : { cookie: cookies.get(userOf(route)) ?? '' };
    const { headers } = await request(route, safe);
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    const policy = String(headers['content-security-policy']);
    for (const part of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe');
    if (!modules.test(route.path)) expect(headers['cache-control']).toContain('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('that went well too: a page of records, a record, who is signed in', async () => {
    const { body } = await server.http.get('/api/v1/editions');
    expect(body.items.length).toBeGreaterThan(0);
    for (const path of ['/api/v1/submissions', '/api/v1/session', '/api/v1/accounts', '/api/v1/audit']) {
      const { status, headers } = await (path.endsWith('accounts') ? server.operator : server.http).get(path);
      expect([path, status, headers['cache-control'], headers['x-frame-options']]).toEqual([
        path,
        200,
        'no-store',
        'DENY',
      ]);
    }
  });
});

describe('The cookie of a session', () => {
  /** What a server gives somebody who signs in from an address, through a proxy there that says how they came. */
  async function sentFrom(on: Server, address: string, proto?: string): Promise<string> {
    const from = (socket: Socket) => Object.defineProperty(socket, 'remoteAddress', { value: address });
    on.app.getHttpServer().on('connection', from);
    const request = on.anyone().post('/api/v1/session');
    if (proto) request.set('x-forwarded-proto', proto);
    const answer = await request.send({ name: 'clerk', password: 'a good password' });
    on.app.getHttpServer().off('connection', from);
    expect(answer.status).toBe(200);
    return String(answer.headers['set-cookie']);
  }

  it('is for no script and no other site, and goes over TLS alone where a proxy nearby says that it came so', async () => {
    for (const nearby of ['127.0.0.1', '::1', '10.1.2.3', '192.168.0.7', '172.16.0.1', 'fd00::1']) {
      const cookie = await sentFrom(server, nearby, 'https');
      expect([nearby, cookie]).toEqual([nearby, expect.stringMatching(/; HttpOnly/u)]);
      expect([nearby, cookie]).toEqual([nearby, expect.stringMatching(/; SameSite=Lax/u)]);
      expect([nearby, cookie]).toEqual([nearby, expect.stringMatching(/; Secure/u)]);
      expect(await sentFrom(server, nearby)).not.toContain('Secure');
      expect(await sentFrom(server, nearby, 'http')).not.toContain('Secure');
    }
  });

  it('does not take the word of anybody else', async () => {
    for (const far of ['203.0.113.5', '8.8.8.8', '2001:db8::1'])
      expect([far, await sentFrom(server, far, 'https')]).toEqual([far, expect.not.stringContaining('Secure')]);
  });

  it('takes the word of the proxies that are named', async () => {
    const store = await emptyStore();
    const other = await startServer(store.environment({ TRUST_PROXY: '203.0.113.0/24' }));
    await other.as('clerk', [{ role: 'clerk', area: 'lengshuitan' }]);
    expect(await sentFrom(other, '203.0.113.5', 'https')).toContain('Secure');
    expect(await sentFrom(other, '127.0.0.1', 'https')).not.toContain('Secure');
    await other.stop();
    await store.remove();
  });
});
