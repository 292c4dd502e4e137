/** Texts in own words that the trail keeps for ever hold no number that tells of a person, at whatever address. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type Agent, freshServer, type Server } from './server.js';
import { deskRequest } from './submission-input.js';

let server: Server;
let clerk: Agent;
let record: string;
beforeAll(async () => {
  server = await freshServer();
  clerk = await server.as('clerk', [{ role: 'clerk', area: 'lengshuitan' }]);
  record = (await clerk.post('/api/v1/submissions').send(deskRequest())).body.id;
});
afterAll(() => server.stop());

const identity = '11010519491231002X';
const numbers = [identity, '13800001234', '138 0000 1234', '１３８００００１２３４', '0746-8362518'];

/** Every place of the API at which somebody writes what the trail keeps, and where the issue points. */
const places: readonly (readonly [string, string, (text: string) => PromiseLike<{ status: number; body: any }>])[] = [
  [
    'the reason for which personal data is shown',
    '/reason',
    (reason) => clerk.post(`/api/v1/submissions/${record}/personal-data`).send({ reason }),
  ],
  [
    'the reason of a correction',
    '/reason',
    (reason) =>
      clerk.put(`/api/v1/submissions/${record}`).set('if-match', '"1"').send({ facts: deskRequest().facts, reason }),
  ],
  [
    'the name of a new area',
    '/name',
    (zh) =>
      server.http
        .put('/api/v1/areas/named')
        .send({ parent: 'lingling', type: 'town', name: { zh, en: 'x' }, codes: [], opened: null }),
  ],
  [
    'the new name of an area',
    '/name',
    (zh) =>
      server.http
        .post('/api/v1/areas/lingling/changes')
        .set('if-match', '"1"')
        .send({ kind: 'rename', on: '2030-01-01', name: { zh, en: 'x' } }),
  ],
  [
    'the note with which a draft is returned',
    '/note',
    (note) => server.http.post('/api/v1/studio/drafts/none/return').send({ note }),
  ],
  [
    'the reason for which a version is withdrawn',
    '/reason',
    (reason) =>
      server.http.post(`/api/v1/studio/editions/${deskRequest().edition}/withdrawal`).send({ version: 1, reason }),
  ],
  [
    'a name in a table of areas',
    '/0/name',
    (name) =>
      server.http
        .post('/api/v1/areas.csv')
        .set('content-type', 'text/csv')
        .send(`id,parent,type,name,name_en,codes,opened,closed,merged_into\nnamed,lingling,town,${name},x,,,,\n`),
  ],
];

describe.each(places)('%s', (_, pointer, send) => {
  it.each(numbers)('is refused with %s in it, located, in both languages and without repeating it', async (number) => {
    const { status, body } = await send(`核对 ${number} 的材料`);
    expect(status).toBe(422);
    const found = body.issues.filter(({ code }: { code: string }) => code === 'personal-data');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      pointer,
      message: {
        zh: expect.stringMatching(/请去掉(身份证|电话)号码/u),
        en: expect.stringMatching(/^Take the .* out/u),
      },
    });
  });
});

describe('The trail', () => {
  it('holds none of them afterwards, and keeps a reason in plain words', async () => {
    const fine = await clerk.post(`/api/v1/submissions/${record}/personal-data`).send({ reason: ' 核对申请人身份 ' });
    expect(fine.status).toBe(200);
    const rows = JSON.stringify(await server.app.get(DataSource).query('SELECT * FROM audit_entry'));
    expect(rows).toContain('核对申请人身份');
    for (const number of numbers) expect(rows).not.toContain(number);
  });
});
