/** Every role by every kind of record: whoever works with one kind finds that kind alone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allows, permissions, type Role, roles } from '@yimen/contracts';
import { type Agent, freshServer, type Server } from './server.js';
import { desk, deskRequest, requestsOf, standard } from './submission-input.js';

const HERE = 'lengshuitan';

type Kind = 'desk' | 'standard';

/** Who reads which kind, written down once more: this is what the declaration is held against. */
const readers: Readonly<Record<Kind, readonly Role[]>> = {
  desk: ['clerk', 'county-lead', 'city-lead', 'auditor'],
  standard: ['assessor', 'county-lead', 'city-lead', 'auditor'],
};
const shown: readonly Role[] = ['clerk', 'county-lead'];

let server: Server;
const people = new Map<Role, Agent>();
const records = new Map<Kind, { readonly id: string; readonly facts: object }>();

beforeAll(async () => {
  server = await freshServer();
  for (const role of roles) people.set(role, await server.as(role, [{ role, area: HERE }]));
  const matter = await people.get('clerk')?.post('/api/v1/submissions').send(deskRequest());
  const sheet = await people.get('assessor')?.post('/api/v1/submissions').send(requestsOf(standard)[0]);
  records.set('desk', matter?.body);
  records.set('standard', sheet?.body);
});
afterAll(() => server.stop());

const readable = (role: Role, kind: Kind): boolean => readers[kind].includes(role);
const agentOf = (role: Role): Agent => people.get(role) as Agent;
const recordOf = (kind: Kind) => records.get(kind) as { readonly id: string; readonly facts: object };

const both = roles.flatMap((role) => (['desk', 'standard'] as const).map((kind) => [role, kind] as const));

describe('The declaration of access', () => {
  it('lets onto the addresses of records whoever reads one of the kinds, and nobody else', () => {
    const either = roles.filter((role) => allows([role], 'read-matters') || allows([role], 'read-sheets'));
    expect([...permissions['read-records']].sort()).toEqual([...either].sort());
    const stores = roles.filter((role) => allows([role], 'take-matters') || allows([role], 'fill-sheets'));
    expect([...permissions['store-records']].sort()).toEqual([...stores].sort());
    expect([...permissions['read-matters']].sort()).toEqual([...readers.desk].sort());
    expect([...permissions['read-sheets']].sort()).toEqual([...readers.standard].sort());
  });
});

describe('A record', () => {
  it.each(both)('is told the %s by its kind %s', async (role, kind) => {
    const agent = agentOf(role);
    const { id, facts } = recordOf(kind);
    const reads = readable(role, kind);
    const any = readable(role, 'desk') || readable(role, 'standard');
    const path = `/api/v1/submissions/${id}`;
    const unknown = any ? 404 : 403;
    expect((await agent.get(path)).status).toBe(reads ? 200 : unknown);
    expect((await agent.post(`${path}/re-evaluation`)).status).toBe(reads ? 200 : unknown);
    const show = await agent.post(`${path}/personal-data`).send({ reason: '核对身份' });
    expect(show.status).toBe(!shown.includes(role) ? 403 : reads ? 200 : 404);
    const correct = await agent.put(path).set('if-match', '"9"').send({ facts, reason: '更正' });
    expect(correct.status).toBe(allows([role], 'store-records') ? (reads ? 412 : 404) : 403);
    for (const query of ['', `&edition=${kind === 'desk' ? desk.id : standard.id}`]) {
      const answer = await agent.get(`/api/v1/submissions?limit=200${query}`);
      const found = answer.body.items?.some((each: { id: string }) => each.id === id) ?? false;
      expect([query, answer.status, found]).toEqual([query, any ? 200 : 403, reads]);
    }
  });

  it('is read with each role where that role is held, of its kind', async () => {
    const two = await server.as('two-roles', [
      { role: 'clerk', area: HERE },
      { role: 'assessor', area: 'lingling' },
    ]);
    expect((await two.get(`/api/v1/submissions/${recordOf('desk').id}`)).status).toBe(200);
    expect((await two.get(`/api/v1/submissions/${recordOf('standard').id}`)).status).toBe(404);
    const other = await server.as('two-other-roles', [
      { role: 'assessor', area: HERE },
      { role: 'clerk', area: 'lingling' },
    ]);
    expect((await other.get(`/api/v1/submissions/${recordOf('standard').id}`)).status).toBe(200);
    const path = `/api/v1/submissions/${recordOf('standard').id}/personal-data`;
    expect((await other.post(path).send({ reason: '核对身份' })).status).toBe(404);
  });
});
