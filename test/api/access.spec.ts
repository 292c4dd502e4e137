import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { type Access, permissions, type Role, type Route, roles, routes } from '@yimen/contracts';
import { type Agent, freshServer, type Server } from './server.js';
import { desk, deskRequest, requestsOf, standard } from './submission-input.js';

let server: Server;
const people = new Map<Role, Agent>();
/** Somebody who holds a role for everything: no area stands in the way. */
const signIn = (role: Role, name: string = role) => server.as(name, [{ role, area: 'yongzhou' }]);
const inCounty = (role: Role) => server.as(`${role}-here`, [{ role, area: 'lengshuitan' }]);

beforeAll(async () => {
  server = await freshServer();
  for (const role of roles) people.set(role, await signIn(role));
});
afterAll(() => server.stop());

/** A request of a route with parameters that name nothing: only whether it is let in matters. */
function send(agent: Agent, { method, path, bodyType }: Route) {
  const address = path.replaceAll(/\{[^}]+\}/gu, 'x');
  const request = agent[method](address);
  return method === 'get' || method === 'delete'
    ? request
    : request.set('content-type', bodyType ?? 'application/json').send(bodyType ? 'x' : '{}');
}

const mayUse = (role: Role, access: Access): boolean =>
  access === 'public' || access === 'signed-in' || (permissions[access] as readonly Role[]).includes(role);

/** What the session of a request does not outlive. */
const ends = ({ method, path }: Route): boolean => method === 'delete' && /\/sessions?$/u.test(path);

const nameOf = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`;

/** Every address that a controller of the server declares. */
function served(): string[] {
  const controllers = [...server.app.get(ModulesContainer).values()].flatMap(({ controllers }) => [
    ...controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = metatype?.prototype as Record<string, () => unknown>;
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name] as object))
      .map((name) => {
        const handler = prototype[name] as object;
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
        const parts = [metatype as object, handler].map((each) => String(Reflect.getMetadata(PATH_METADATA, each)));
        const path = `/${parts.join('/')}`.replaceAll(/\/+/gu, '/').replace(/\/$/u, '');
        return `${method} ${path.replaceAll(/:([a-zA-Z]+)/gu, '{$1}')}`;
      });
  });
}

describe('Every address', () => {
  it('that the server has is in the table of routes, and the other way round', () => {
    expect(served().sort()).toEqual(routes.map(nameOf).sort());
    expect(new Set(routes.map(nameOf)).size).toBe(routes.length);
  });

  it('that is not in it lets nobody in', async () => {
    for (const path of ['/api/v1/none', '/api/v1/submissions/x/y', '/api/none'])
      for (const agent of [server.anyone(), server.http, server.operator])
        expect([403, 404]).toContain((await agent.get(path)).status);
  });

  it.each(routes.map((route) => [nameOf(route), route] as const))(
    '%s lets in whom its declaration names and nobody else',
    async (_, route) => {
      const nobody = await send(server.anyone(), route);
      expect([401, 403].includes(nobody.status) && nobody.body.type?.endsWith('not-signed-in')).toBe(
        route.access !== 'public',
      );
      for (const role of roles) {
        const answer = await send(
          ends(route) ? await signIn(role, `leaving-${role}`) : (people.get(role) as Agent),
          route,
        );
        const refused = answer.status === 403 && /not-allowed$/u.test(answer.body.type);
        expect({ role, refused }).toEqual({ role, refused: !mayUse(role, route.access) });
        expect({ role, known: answer.status !== 401 }).toEqual({ role, known: true });
      }
    },
  );
});

describe('Records', () => {
  it('are stored and read in the areas of an account, and nowhere else', async () => {
    const here = await inCounty('clerk');
    const there = await server.as('other-clerk', [{ role: 'clerk', area: 'lingling' }]);
    const above = await server.as('above', [{ role: 'city-lead', area: 'yongzhou' }]);
    const made = await here.post('/api/v1/submissions').send(deskRequest());
    expect([made.status, made.body.area]).toEqual([201, 'lengshuitan']);
    const path = `/api/v1/submissions/${made.body.id}`;
    for (const [agent, status] of [
      [here, 200],
      [above, 200],
      [there, 404],
    ] as const) {
      expect((await agent.get(path)).status).toBe(status);
      expect((await agent.post(`${path}/re-evaluation`)).status).toBe(status);
      const { items } = (await agent.get('/api/v1/submissions')).body;
      expect(items.some(({ id }: { id: string }) => id === made.body.id)).toBe(status === 200);
    }
    const foreign = await here.post('/api/v1/submissions').send({ ...deskRequest(), area: 'lingling' });
    expect(foreign.status).toBe(403);
  });

  it('of a kind are stored by the role for it', async () => {
    const sheet = requestsOf(standard)[0];
    expect((await (await inCounty('clerk')).post('/api/v1/submissions').send(sheet)).status).toBe(403);
    expect((await (await inCounty('assessor')).post('/api/v1/submissions').send(sheet)).status).toBe(201);
    expect((await (await inCounty('assessor')).post('/api/v1/submissions').send(deskRequest())).status).toBe(403);
    expect(desk.kind).toBe('desk');
  });

  it('ask for the area where an account has several', async () => {
    const two = await server.as('two-areas', [
      { role: 'clerk', area: 'lingling' },
      { role: 'clerk', area: 'daoxian' },
    ]);
    const unsaid = await two.post('/api/v1/submissions').send(deskRequest());
    expect([unsaid.status, unsaid.body.type]).toEqual([422, 'urn:yimen:problem:which-area']);
    const said = await two.post('/api/v1/submissions').send({ ...deskRequest(), area: 'daoxian' });
    expect(said.body.area).toBe('daoxian');
  });

  it('are shown to nobody who keeps accounts, by way of a draft neither', async () => {
    const both = await server.as('small-county', [
      { role: 'operator', area: 'yongzhou' },
      { role: 'administrator', area: 'yongzhou' },
    ]);
    const draft = await both.post('/api/v1/studio/drafts').send({ kind: 'revision', edition: desk.id });
    expect(draft.status).toBe(201);
    const { body } = await (await inCounty('clerk')).post('/api/v1/submissions').send(deskRequest());
    const units = `/api/v1/studio/drafts/${draft.body.id}/impact/units`;
    expect((await both.get(units)).status).toBe(403);
    expect((await both.get(`${units}/${body.id}`)).status).toBe(403);
    await both.post(`/api/v1/studio/drafts/${draft.body.id}/discard`).send({});
  });

  it('keep the key of one account from another', async () => {
    const [one, two] = [await inCounty('clerk'), await server.as('key-clerk', [{ role: 'clerk', area: 'lingling' }])];
    expect((await one.post('/api/v1/submissions').set('idempotency-key', 'same').send(deskRequest())).status).toBe(201);
    expect((await two.post('/api/v1/submissions').set('idempotency-key', 'same').send(deskRequest())).status).toBe(422);
  });
});
