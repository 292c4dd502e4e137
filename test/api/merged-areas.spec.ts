import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evidenceFiles, evidenceForm, evidenceId, layOut } from '../support/evidence.js';
import { png } from '../support/sample-files.js';
import { type Agent, emptyStore, type Server, type Store, startServer } from './server.js';
import { deskRequest } from './submission-input.js';

const folder = mkdtempSync(join(tmpdir(), 'yimen-merged-'));
let store: Store;
let server: Server;
let city: Agent;

const name = (zh: string) => ({ zh, en: `${zh} (en)` });

async function change(id: string, body: object): Promise<void> {
  const { headers } = await city.get(`/api/v1/areas/${id}`);
  const answer = await city.post(`/api/v1/areas/${id}/changes`).set('if-match', String(headers.etag)).send(body);
  expect([id, answer.status]).toEqual([id, 200]);
}

const create = async (id: string, parent: string, zh: string, type = 'town') =>
  expect((await city.put(`/api/v1/areas/${id}`).send({ parent, type, name: name(zh) })).status).toBe(201);

const clerkOf = (area: string) => server.as(`clerk-of-${area}`, [{ role: 'clerk', area }]);
const leadOf = (area: string) => server.as(`lead-of-${area}`, [{ role: 'county-lead', area }]);

let pictures = 0;

async function uploaded(agent: Agent, area: string): Promise<string> {
  pictures += 1;
  const sent = await agent.post(`/api/v1/files?area=${area}`).attach('file', png(pictures, 3), 'a.png');
  expect(sent.status).toBe(201);
  return sent.body.id;
}

const withPhotos = (...photos: string[]) => {
  const { facts, acceptedOn } = deskRequest();
  const answers = { ...(facts[evidenceForm] as object), sitePhotos: photos };
  return { edition: evidenceId, acceptedOn, facts: { [evidenceForm]: answers } };
};

/** A record with a picture, stored in an area. */
async function storedIn(area: string): Promise<{ readonly id: string; readonly photo: string }> {
  const clerk = await clerkOf(area);
  const photo = await uploaded(clerk, area);
  const { status, body } = await clerk.post('/api/v1/submissions').send({ ...withPhotos(photo), area });
  expect(status).toBe(201);
  return { id: body.id, photo };
}

const statuses = async (agent: Agent, { id, photo }: { id: string; photo: string }): Promise<number[]> => [
  (await agent.get(`/api/v1/submissions/${id}`)).status,
  (await agent.get(`/api/v1/files/${photo}`)).status,
];

const listed = async (agent: Agent): Promise<string[]> =>
  (await agent.get('/api/v1/submissions?limit=200')).body.items.map(({ id }: { id: string }) => id);

beforeAll(async () => {
  store = await emptyStore();
  server = await startServer(store.environment(layOut(evidenceFiles(), folder)));
  city = await server.as('city', [{ role: 'administrator', area: 'yongzhou' }]);
  await create('old-town', 'daoxian', '旧镇');
  await create('new-town', 'jiangyong', '新镇');
  await create('last-town', 'jiangyong', '末镇');
  await create('lost-town', 'daoxian', '裁撤镇');
  await create('old-village', 'old-town', '旧村', 'village');
});
afterAll(async () => {
  await server.stop();
  await store.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('An area that was merged into one of another county', () => {
  let record: { readonly id: string; readonly photo: string };
  let below: { readonly id: string; readonly photo: string };

  beforeAll(async () => {
    record = await storedIn('old-town');
    below = await storedIn('old-village');
    await change('old-village', { kind: 'close', on: '2020-01-01' });
    expect(await statuses(await leadOf('daoxian'), record)).toEqual([200, 200]);
    expect(await statuses(await leadOf('jiangyong'), record)).toEqual([404, 404]);
    await change('old-town', { kind: 'merge', on: '2021-01-01', into: 'new-town' });
  });

  it.each([
    ['the merged area’s own clerk', () => clerkOf('old-town'), true],
    ['the clerk of the one that goes on', () => clerkOf('new-town'), true],
    ['the lead of its county', () => leadOf('jiangyong'), true],
    ['the lead of the city', () => leadOf('yongzhou'), true],
    ['the lead of the county that it left', () => leadOf('daoxian'), false],
    ['the clerk of a neighbour', () => clerkOf('last-town'), false],
  ] as const)('hands its records and those below it on: %s', async (_, who, may) => {
    const agent = await who();
    for (const each of [record, below]) {
      expect(await statuses(agent, each)).toEqual(may ? [200, 200] : [404, 404]);
      expect((await listed(agent)).includes(each.id)).toBe(may);
    }
  });

  it('has its records corrected by who goes on with them, with new pictures; they stay where they were stored', async () => {
    const clerk = await clerkOf('new-town');
    const { body } = await clerk.get(`/api/v1/submissions/${record.id}`);
    const photo = await uploaded(clerk, 'new-town');
    const answers = { ...body.facts[evidenceForm], sitePhotos: [record.photo, photo] };
    const corrected = await clerk
      .put(`/api/v1/submissions/${record.id}`)
      .set('if-match', '"1"')
      .send({ facts: { [evidenceForm]: answers }, reason: '补充照片' });
    expect([corrected.status, corrected.body.area]).toEqual([200, 'old-town']);
    expect((await (await leadOf('jiangyong')).get(`/api/v1/files/${photo}`)).status).toBe(200);
  });

  it('takes no more records and files, and names the one that goes on', async () => {
    const clerk = await clerkOf('old-town');
    const refusals = [
      await clerk.post('/api/v1/submissions').send(withPhotos(record.photo)),
      await clerk.post('/api/v1/submissions').send({ ...withPhotos(record.photo), area: 'old-town' }),
      await clerk.post('/api/v1/files').attach('file', png(), 'a.png'),
      await clerk.post('/api/v1/files?area=old-town').attach('file', png(), 'a.png'),
    ];
    for (const { status, body } of refusals) {
      expect([status, body.type]).toEqual([422, 'urn:yimen:problem:area-closed']);
      expect(body.detail).toBe('“旧镇”已于 2021-01-01 并入“新镇”，没有保存，请联系管理员，由其把您的角色改到“新镇”');
    }
    const both = await server.as('clerk-of-the-county', [{ role: 'clerk', area: 'jiangyong' }]);
    const chosen = await both.post('/api/v1/submissions').send({ ...withPhotos(record.photo), area: 'old-town' });
    expect(chosen.body.detail).toBe('“旧镇”已于 2021-01-01 并入“新镇”，没有保存，请改选“新镇”');
    const { body } = await clerk.post('/api/v1/submissions').set('accept-language', 'en').send(withPhotos());
    expect(body.detail).toContain('was merged into "新镇 (en)" on 2021-01-01');
  });

  it('hands them on again when the one that goes on is merged too', async () => {
    const after = await storedIn('new-town');
    await change('new-town', { kind: 'merge', on: '2022-01-01', into: 'last-town' });
    const clerk = await clerkOf('last-town');
    for (const each of [record, below, after]) expect(await statuses(clerk, each)).toEqual([200, 200]);
    const refused = await (await clerkOf('old-town')).post('/api/v1/submissions').send(withPhotos());
    expect(refused.body.detail).toContain('“末镇”');
    const { body } = await city.get('/api/v1/areas?closed=true&under=daoxian&limit=200');
    expect(body.items.map(({ id }: { id: string }) => id)).toContain('old-town');
  });

  it('goes along when what it was merged into moves to another county', async () => {
    await change('last-town', { kind: 'move', on: '2023-01-01', parent: 'lingling' });
    expect(await statuses(await leadOf('lingling'), record)).toEqual([200, 200]);
    expect(await statuses(await leadOf('jiangyong'), record)).toEqual([404, 404]);
  });
});

describe('A merger that is recorded', () => {
  const heads = 'id,parent,type,name,name_en,codes,opened,closed,merged_into';
  const send = (agent: Agent, row: string) =>
    agent.post('/api/v1/areas.csv').set('content-type', 'text/csv').send(`${heads}\n${row}`);
  const asItIs = (id: string) => async (): Promise<string> =>
    (await city.get('/api/v1/areas.csv')).text.split(/\r?\n/u).find((line) => line.startsWith(`${id},`)) ?? '';
  let record: { readonly id: string; readonly photo: string };

  beforeAll(async () => {
    await create('given-town', 'lingling', '划出镇');
    await create('given-village', 'given-town', '划出村', 'village');
    await create('kept-town', 'lingling', '留下镇');
    await create('taking-town', 'jiangyong', '接收镇');
    record = await storedIn('given-village');
    await change('given-village', { kind: 'close', on: '2020-01-01' });
    await change('given-town', { kind: 'merge', on: '2021-01-01', into: 'taking-town' });
  });

  it.each([
    ['by taking it back', asItIs('given-town'), /,taking-town$/u, ','],
    ['by merging it into another', asItIs('given-town'), /,taking-town$/u, ',kept-town'],
    ['by moving what is below it', asItIs('given-village'), /,given-town,/u, ',kept-town,'],
    ['by merging what is below it', asItIs('given-village'), /,$/u, ',kept-town'],
  ] as const)('is not undone by the county that the area left alone: %s', async (_, row, from, to) => {
    const before = await row();
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    const lingling = await server.as('in-lingling', [{ role: 'administrator', area: 'lingling' }]);
    const { status, body } = await send(lingling, after);
    expect([status, body.type]).toEqual([403, 'urn:yimen:problem:not-allowed']);
    expect(body.issues).toMatchObject([{ code: 'outside-scope', line: 2 }]);
    expect(await row()).toBe(before);
    expect(await statuses(await leadOf('lingling'), record)).toEqual([404, 404]);
  });

  it('is undone by who has both ends', async () => {
    const both = await server.as('in-both', [
      { role: 'administrator', area: 'lingling' },
      { role: 'administrator', area: 'jiangyong' },
    ]);
    const row = (await asItIs('given-town')()).replace(/,taking-town$/u, ',');
    expect((await send(both, row)).status).toBe(200);
    expect(await statuses(await leadOf('lingling'), record)).toEqual([200, 200]);
    expect(await statuses(await leadOf('jiangyong'), record)).toEqual([404, 404]);
  });
});

describe('An area that was closed and merged into none', () => {
  it('takes no more and asks for another; what it has stays with its county', async () => {
    const record = await storedIn('lost-town');
    const day = new Date(Date.now() + 40 * 24 * 3600_000).toISOString().slice(0, 10);
    await change('lost-town', { kind: 'close', on: '2020-06-01' });
    const clerk = await clerkOf('lost-town');
    const { status, body } = await clerk.post('/api/v1/submissions').send(withPhotos());
    expect([status, body.detail]).toEqual([422, '“裁撤镇”已于 2020-06-01 撤销，没有保存，请改选别的区域']);
    expect(await statuses(await leadOf('daoxian'), record)).toEqual([200, 200]);
    await create('ending-town', 'daoxian', '将撤镇');
    await change('ending-town', { kind: 'close', on: day });
    expect((await storedIn('ending-town')).id).toBeDefined();
  });

  it('leaves the open one to whoever works for both', async () => {
    const both = await server.as('both', [
      { role: 'clerk', area: 'lost-town' },
      { role: 'clerk', area: 'lingling' },
    ]);
    expect((await both.post('/api/v1/files').attach('file', png(), 'a.png')).body.area).toBe('lingling');
  });
});
