/** Every address by every role of another area, generated from the table of routes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissions, type Role, type Route, roles, routes } from '@yimen/contracts';
import { png } from '../support/sample-files.js';
import { type Agent, freshServer, type Server } from './server.js';
import { deskRequest } from './submission-input.js';

const HERE = 'lengshuitan';
const ELSEWHERE = 'lingling';

/** What is open to every role whatever its area. */
const OPEN = new Set([
  'GET /api/v1/areas',
  'GET /api/v1/areas.csv',
  'GET /api/v1/areas.xlsx',
  'GET /api/v1/areas/{id}',
]);

let server: Server;
const people = new Map<Role, Agent>();

/** Things of the other area, by the beginning of the addresses that are about them. */
const foreign = new Map<string, string>();

beforeAll(async () => {
  server = await freshServer();
  for (const role of roles) people.set(role, await server.as(role, [{ role, area: HERE }]));
  const clerk = await server.as('foreign-clerk', [{ role: 'clerk', area: ELSEWHERE }]);
  foreign.set('/api/v1/submissions/', (await clerk.post('/api/v1/submissions').send(deskRequest())).body.id);
  const file = { filename: 'x.png', contentType: 'image/png' };
  foreign.set('/api/v1/files/', (await clerk.post('/api/v1/files').attach('file', png(2, 2), file)).body.id);
  foreign.set('/api/v1/accounts/', 'foreign-clerk');
  foreign.set('/api/v1/areas/', ELSEWHERE);
});
afterAll(() => server.stop());

/** What is sent to an address so that only its area stands in the way. */
const bodies: Readonly<Record<string, () => object>> = {
  'PUT /api/v1/submissions/{id}': () => ({ facts: deskRequest().facts, reason: '更正' }),
  'POST /api/v1/submissions/{id}/personal-data': () => ({ reason: '核对' }),
  'POST /api/v1/submissions/{id}/re-evaluation': () => ({}),
  'PUT /api/v1/areas/{id}': () => ({
    parent: ELSEWHERE,
    type: 'street',
    name: { zh: '新区', en: 'New district' },
    codes: [],
    opened: '2020-01-01',
  }),
  'POST /api/v1/areas/{id}/changes': () => ({ kind: 'close', on: '2030-01-01' }),
  'PUT /api/v1/accounts/{name}': () => ({ title: 'x', assignments: [{ role: 'clerk', area: ELSEWHERE }] }),
  'POST /api/v1/accounts/{name}/changes': () => ({ kind: 'disable' }),
};

/** What an address would make there. */
const made: Readonly<Record<string, string>> = { 'PUT /api/v1/areas/{id}': 'made-elsewhere' };

const nameOf = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`;
const rolesFor = ({ access }: Route): readonly Role[] =>
  access === 'public' || access === 'signed-in' ? [] : (permissions[access] as readonly Role[]);

const guarded = routes.filter((route) => rolesFor(route).length > 0 && !OPEN.has(nameOf(route)));
const about = guarded.filter(({ params }) => params !== undefined);
const lists = guarded.filter(({ method, params }) => method === 'get' && params === undefined);

function send(agent: Agent, route: Route) {
  const [[start, id] = []] = [...foreign].filter(([beginning]) => route.path.startsWith(beginning));
  if (start === undefined || id === undefined) throw new Error(`${nameOf(route)}: say what a thing of another area is`);
  const request = agent[route.method](route.path.replace(/\{[^}]+\}/u, made[nameOf(route)] ?? id)).set(
    'if-match',
    '"1"',
  );
  if (route.body === undefined) return request;
  const body = bodies[nameOf(route)];
  if (!body) throw new Error(`${nameOf(route)}: say what is sent to it`);
  return request.send(body());
}

describe('Somebody of another area', () => {
  it.each(about.map((route) => [nameOf(route), route] as const))('is denied %s', async (_, route) => {
    for (const role of rolesFor(route)) {
      const { status } = await send(people.get(role) as Agent, route);
      expect({ role, denied: status === 403 || status === 404 }).toEqual({ role, denied: true });
    }
  });

  it.each(lists.map((route) => [nameOf(route), route] as const))('is told nothing of it by %s', async (_, route) => {
    for (const role of rolesFor(route)) {
      const answer = await (people.get(role) as Agent).get(`${route.path}?limit=200`);
      expect([role, answer.status]).toEqual([role, 200]);
      for (const id of [foreign.get('/api/v1/submissions/'), foreign.get('/api/v1/accounts/')])
        expect(answer.text).not.toContain(id);
    }
  });

  it('left everything as it was', async () => {
    const clerk = await server.as('foreign-clerk', [{ role: 'clerk', area: ELSEWHERE }]);
    const { body } = await clerk.get(`/api/v1/submissions/${foreign.get('/api/v1/submissions/')}`);
    expect(body).toMatchObject({ version: 1, area: ELSEWHERE });
  });
});
