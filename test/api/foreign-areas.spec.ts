/** Every guarded address by every role of another area, generated from the table of routes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissions, type Role, type Route, roles, routes } from '@yimen/contracts';
import { evidenceFiles, layOut } from '../support/evidence.js';
import { type Attempt, CITY, denied, ELSEWHERE, makeThings, open, silent, type Things } from './foreign-things.js';
import { type Agent, freshServer, type Server } from './server.js';

const HERE = 'lengshuitan';

const folder = mkdtempSync(join(tmpdir(), 'yimen-foreign-'));
let server: Server;
let things: Things;
const people = new Map<Role, Agent>();

beforeAll(async () => {
  server = await freshServer(layOut(evidenceFiles(), folder));
  for (const role of roles) people.set(role, await server.as(role, [{ role, area: HERE }]));
  things = await makeThings(server);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const nameOf = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`;
const rolesFor = ({ access }: Route): readonly Role[] =>
  access === 'public' || access === 'signed-in' ? [] : (permissions[access] as readonly Role[]);
const guarded = routes.filter((route) => rolesFor(route).length > 0);
const among = (attempts: Readonly<Record<string, unknown>>) =>
  guarded.filter((route) => nameOf(route) in attempts).map((route) => [nameOf(route), route] as const);

function addressOf({ path }: Route, { parts = {}, query = '' }: Attempt): string {
  const [, known = {}] = things.parts.find(([beginning]) => path.startsWith(beginning)) ?? [];
  const filled = path.replaceAll(/\{([^}]+)\}/gu, (_, name: string) => {
    const value = parts[name] ?? known[name];
    if (!value) throw new Error(`${path}: say in foreign-things.ts which {${name}} of another area there is`);
    return value;
  });
  return filled + query;
}

function send(agent: Agent, route: Route, attempt: Attempt) {
  const request = agent[route.method](addressOf(route, attempt)).set('if-match', '"1"');
  if (attempt.file) return request.attach('file', attempt.file, 'x.png');
  if (route.bodyType) request.set('content-type', route.bodyType);
  return attempt.body === undefined ? request : request.send(attempt.body);
}

const attemptOf = (route: Route): Attempt => (denied[nameOf(route)] ?? silent[nameOf(route)])?.(things) ?? {};

/** What could have been changed, as its owners see it. */
async function state(): Promise<unknown> {
  const owner = await server.as('owner', [
    { role: 'auditor', area: CITY },
    { role: 'clerk', area: CITY },
  ]);
  const operator = await server.as('owner-operator', [{ role: 'operator', area: CITY }]);
  const record = (await owner.get(`/api/v1/submissions/${things.record}`)).body;
  const records = (await owner.get('/api/v1/submissions?limit=200')).body;
  const draft = (await owner.get(`/api/v1/studio/drafts/${things.draft}`)).body;
  const comments = (await owner.get(`/api/v1/studio/drafts/${things.draft}/comments`)).body;
  const editions = (await owner.get('/api/v1/studio/editions')).body;
  const area = (await owner.get(`/api/v1/areas/${ELSEWHERE}`)).body;
  const tree = (await owner.get('/api/v1/areas.csv')).text;
  const accounts = (await operator.get('/api/v1/accounts?limit=200')).body;
  return { record, records, draft, comments, editions, area, tree, accounts };
}

describe('Every guarded address', () => {
  it.each(guarded.map((route) => [nameOf(route)] as const))('says what another area means to it: %s', (name) => {
    const lists = { denied, silent, open };
    const found = Object.entries(lists).flatMap(([list, names]) => (name in names ? [list] : []));
    if (found.length === 1) return;
    throw new Error(
      `${name} stands in ${found.length === 0 ? 'no list' : found.join(' and ')} of test/api/foreign-things.ts. ` +
        'Give it a line in exactly one: `denied` (about a thing of an area), `silent` (a list), or `open` (with the reason).',
    );
  });

  it('that is listed is one of the server', () => {
    const names = new Set(guarded.map(nameOf));
    expect([denied, silent, open].flatMap(Object.keys).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('Somebody of another area', () => {
  let before: unknown;
  beforeAll(async () => {
    before = await state();
    expect(JSON.stringify(before)).toContain(things.record);
  });

  it.each(among(denied))('is denied %s', async (_, route) => {
    for (const role of rolesFor(route)) {
      const { status, body } = await send(people.get(role) as Agent, route, attemptOf(route));
      const answer = { role, status, type: body.type, issues: body.issues };
      expect({ ...answer, denied: status === 403 || status === 404 }).toEqual({ ...answer, denied: true });
    }
  });

  it.each(among(silent))('is told nothing of it by %s', async (_, route) => {
    for (const role of rolesFor(route)) {
      const { status, text } = await send(people.get(role) as Agent, route, attemptOf(route));
      expect([role, status]).toEqual([role, 200]);
      for (const secret of things.secrets) expect([role, text.includes(secret)]).toEqual([role, false]);
    }
  });

  it('left everything as it was', async () => {
    expect(await state()).toEqual(before);
  });
});

describe('Somebody of the area', () => {
  it.each(among({ ...denied, ...silent }))('is let in to %s by the same request', async (_, route) => {
    const [role] = rolesFor(route);
    const agent = await server.as(`own-${role}`, role ? [{ role, area: CITY }] : []);
    const { status, body, text } = await send(agent, route, attemptOf(route));
    const answer = { status, detail: body.detail, issues: body.issues };
    expect({ ...answer, denied: [400, 401, 403, 404, 415].includes(status) }).toEqual({ ...answer, denied: false });
    if (nameOf(route) in silent) expect(things.secrets.some((secret) => text.includes(secret))).toBe(true);
  });
});
