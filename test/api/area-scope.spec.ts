import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role, workbookType } from '@yimen/contracts';
import { writeAreaWorkbook } from '../../apps/api/src/areas/area-workbook.js';
import { type Agent, freshServer, type Server } from './server.js';

let server: Server;
let daoxian: Agent;
let jiangyong: Agent;
let city: Agent;

const name = (zh: string) => ({ zh, en: zh });
const town = (parent: string, zh: string) => ({ parent, type: 'town', name: name(zh) });
const put = (agent: Agent, id: string, body: object) => agent.put(`/api/v1/areas/${id}`).send(body);

async function change(agent: Agent, id: string, body: object) {
  const { headers } = await agent.get(`/api/v1/areas/${id}`);
  return agent.post(`/api/v1/areas/${id}/changes`).set('if-match', String(headers.etag)).send(body);
}

const send = (agent: Agent, lines: readonly string[]) =>
  agent
    .post('/api/v1/areas.csv')
    .set('content-type', 'text/csv')
    .send(['id,parent,type,name,name_en,codes,opened,closed,merged_into', ...lines].join('\n'));

/** A table of one area as it is, but for some members. */
async function sendWorkbook(agent: Agent, id: string, changed: object) {
  const { above: _above, history: _history, ...area } = (await agent.get(`/api/v1/areas/${id}`)).body;
  const bytes = Buffer.from(await writeAreaWorkbook([{ ...area, ...changed }], 'zh'));
  return agent.post('/api/v1/areas.xlsx').set('content-type', workbookType).send(bytes);
}

beforeAll(async () => {
  server = await freshServer();
  const administrator = (area: string) => server.as(`in-${area}`, [{ role: 'administrator', area }]);
  [daoxian, jiangyong, city] = [
    await administrator('daoxian'),
    await administrator('jiangyong'),
    await administrator('yongzhou'),
  ];
  for (const [agent, id, parent] of [
    [daoxian, 'meihua', 'daoxian'],
    [daoxian, 'qingtang', 'daoxian'],
    [jiangyong, 'shangjiangxu', 'jiangyong'],
  ] as const)
    expect((await put(agent, id, town(parent, id))).status).toBe(201);
});
afterAll(() => server.stop());

const refused = [403, 'urn:yimen:problem:not-allowed'];
const told = ({ status, body }: { status: number; body: { type?: string } }) => [status, body.type];

describe('The administrator of a county', () => {
  it('changes what is below it', async () => {
    expect((await change(daoxian, 'meihua', { kind: 'rename', on: '2020-01-01', name: name('梅花镇') })).status).toBe(
      200,
    );
    expect((await put(daoxian, 'village', { parent: 'meihua', type: 'village', name: name('村') })).status).toBe(201);
    expect((await change(daoxian, 'village', { kind: 'move', on: '2020-01-01', parent: 'qingtang' })).status).toBe(200);
  });

  it.each([
    ['rename', { kind: 'rename', on: '2020-01-01', name: name('夺来') }],
    ['recode', { kind: 'recode', on: '2020-01-01', code: '431125999' }],
    ['move to its own', { kind: 'move', on: '2020-01-01', parent: 'daoxian' }],
    ['merge into its own', { kind: 'merge', on: '2020-01-01', into: 'meihua' }],
    ['close', { kind: 'close', on: '2020-01-01' }],
  ])('cannot %s what is below another', async (_, body) => {
    const before = (await city.get('/api/v1/areas/shangjiangxu')).body;
    const answer = await change(daoxian, 'shangjiangxu', body);
    expect(told(answer)).toEqual(refused);
    expect(answer.body.detail).toContain('不归您管理');
    expect((await city.get('/api/v1/areas/shangjiangxu')).body).toEqual(before);
  });

  it('cannot give its own away, nor create at another or above', async () => {
    const away = [
      await change(daoxian, 'meihua', { kind: 'move', on: '2020-01-01', parent: 'jiangyong' }),
      await change(daoxian, 'meihua', { kind: 'merge', on: '2020-01-01', into: 'shangjiangxu' }),
      await put(daoxian, 'new-town', town('jiangyong', '新镇')),
      await put(daoxian, 'new-county', { ...town('yongzhou', '新县'), type: 'county' }),
      await put(daoxian, 'new-city', { parent: null, type: 'city', name: name('新市') }),
    ];
    for (const answer of away) expect(told(answer)).toEqual(refused);
    expect((await city.get('/api/v1/areas/new-town')).status).toBe(404);
    expect((await city.get('/api/v1/areas/meihua')).body.parent).toBe('daoxian');
  });

  it('imports a table whose rows of others change nothing, and is told every row that would', async () => {
    const other = 'shangjiangxu,jiangyong,town,shangjiangxu,shangjiangxu,,,,';
    const good = await send(daoxian, [other, 'new-in,daoxian,town,新入镇,,,,,']);
    expect(good.body).toMatchObject({ stored: true, same: 1, changes: [{ id: 'new-in', line: 3 }] });
    const answer = await send(daoxian, [
      'own,daoxian,town,自己的镇,,,,,',
      other.replace(',town,shangjiangxu', ',town,改名'),
      'stray,jiangyong,town,外来镇,,,,,',
      'meihua,jiangyong,town,梅花镇,梅花镇,,,,',
    ]);
    expect(told(answer)).toEqual(refused);
    expect(answer.body.issues.map(({ code, line }: { code: string; line: number }) => [code, line])).toEqual([
      ['outside-scope', 3],
      ['outside-scope', 4],
      ['outside-scope', 5],
    ]);
    expect((await city.get('/api/v1/areas/own')).status).toBe(404);
  });

  it('reads the whole tree, as every role does', async () => {
    for (const role of ['clerk', 'auditor', 'county-lead'] as const satisfies readonly Role[]) {
      const reader = await server.as(`reading-${role}`, [{ role, area: 'daoxian' }]);
      expect((await reader.get('/api/v1/areas/shangjiangxu')).status).toBe(200);
      expect((await reader.get('/api/v1/areas.xlsx')).status).toBe(200);
      expect(told(await put(reader, 'never', town('daoxian', '无')))).toEqual(refused);
    }
  });
});

describe('The area for which somebody is administrator', () => {
  const on = '2020-01-01';
  let township: Agent;
  beforeAll(async () => {
    township = await server.as('in-qingtang', [{ role: 'administrator', area: 'qingtang' }]);
  });

  it('leaves what it belongs to by no way of changing it', async () => {
    const row = (parent: string) => [`daoxian,${parent},county,道县,Dao County,431124,,,`];
    const away = [
      await send(daoxian, row('')),
      await sendWorkbook(daoxian, 'daoxian', { parent: null }),
      await change(township, 'qingtang', { kind: 'move', on, parent: 'jiangyong' }),
      await sendWorkbook(township, 'qingtang', { parent: 'jiangyong' }),
      await send(township, ['qingtang,jiangyong,town,qingtang,qingtang,,,,']),
      await change(township, 'qingtang', { kind: 'move', on, parent: 'yongzhou' }),
    ];
    for (const answer of away) expect(told(answer)).toEqual(refused);
    expect((await city.get('/api/v1/areas/daoxian')).body.parent).toBe('yongzhou');
    expect((await city.get('/api/v1/areas/qingtang')).body.parent).toBe('daoxian');
  });

  it('joins nothing of others where it is left by its own people', async () => {
    const twice = await server.as('in-two', [
      { role: 'administrator', area: 'daoxian' },
      { role: 'administrator', area: 'qingtang' },
    ]);
    expect(told(await change(twice, 'qingtang', { kind: 'move', on, parent: 'jiangyong' }))).toEqual(refused);
  });

  it('is created by who has what it belongs to', async () => {
    expect(told(await put(township, 'qingtang', town('jiangyong', 'qingtang')))).toEqual([
      409,
      'urn:yimen:problem:area-exists',
    ]);
    expect(told(await put(township, 'beside', town('daoxian', '旁镇')))).toEqual(refused);
    expect((await put(township, 'inside', { ...town('qingtang', '内村'), type: 'village' })).status).toBe(201);
  });

  it('is otherwise changed by them as before, and the city renames itself', async () => {
    expect((await change(township, 'qingtang', { kind: 'rename', on, name: name('青塘镇') })).status).toBe(200);
    expect((await send(daoxian, ['daoxian,yongzhou,county,道州,Dao County,431124,,,'])).status).toBe(200);
    expect((await change(city, 'yongzhou', { kind: 'rename', on, name: name('永州市') })).status).toBe(200);
  });
});

describe('The administrator of the city', () => {
  it('makes no county a tree of its own: that is for the installation', async () => {
    expect(told(await send(city, ['daoxian,,county,道县,Dao County,431124,,,']))).toEqual(refused);
    expect(told(await put(city, 'new-city', { parent: null, type: 'city', name: name('新市') }))).toEqual(refused);
  });

  it('moves from one county to another, and is bound there too when the role is held for the counties alone', async () => {
    expect((await change(city, 'new-in', { kind: 'move', on: '2021-01-01', parent: 'jiangyong' })).status).toBe(200);
    const both = await server.as('both', [
      { role: 'administrator', area: 'daoxian' },
      { role: 'administrator', area: 'jiangyong' },
      { role: 'clerk', area: 'yongzhou' },
    ]);
    expect((await change(both, 'new-in', { kind: 'move', on: '2022-01-01', parent: 'daoxian' })).status).toBe(200);
    expect(told(await change(both, 'lingling', { kind: 'rename', on: '2022-01-01', name: name('越权') }))).toEqual(
      refused,
    );
  });
});
