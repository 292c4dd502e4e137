import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workbookType } from '@yimen/contracts';
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { DataSource } from 'typeorm';
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { AreasService } from '../../apps/api/src/areas/areas.service.js';
import { emptyStore, freshServer, type Server, startServer } from './server.js';

let server: Server;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.stop());

const get = (path: string) => server.http.get(`/api/v1/${path}`);
const put = (id: string, body: object) => server.http.put(`/api/v1/areas/${id}`).send(body);
const send = (text: string, query = '') =>
  server.http.post(`/api/v1/areas.csv${query}`).set('content-type', 'text/csv').send(text);
const sendWorkbook = (bytes: Buffer, query = '') =>
  server.http.post(`/api/v1/areas.xlsx${query}`).set('content-type', workbookType).send(bytes);
const workbook = async (rows: SheetData): Promise<Buffer> =>
  Buffer.from(await (await writeExcelFile(rows).toBlob()).arrayBuffer());
const name = (zh: string) => ({ zh, en: zh });

async function change(id: string, body: object, tag?: string) {
  const etag = tag ?? String((await get(`areas/${id}`)).headers.etag);
  return server.http.post(`/api/v1/areas/${id}/changes`).set('if-match', etag).send(body);
}

async function ids(query = ''): Promise<string[]> {
  const { body } = await get(`areas?limit=200${query}`);
  return body.items.map((area: { id: string }) => area.id);
}

const head = 'id,parent,type,name,name_en,codes,opened,closed,merged_into';

describe('The areas of the configuration folder', () => {
  const start = async (files: Readonly<Record<string, string>>) => {
    const store = await emptyStore();
    const folder = mkdtempSync(join(tmpdir(), 'yimen-areas-'));
    mkdirSync(join(folder, 'rules/areas'), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, 'rules/areas', file), text);
    const other = await startServer(store.environment({ CONFIG_DIR: folder }));
    const { items } = await other.app.get(AreasService).list({ limit: 200, closed: false });
    const count = await other.app.get(DataSource).query('SELECT count(*) AS areas FROM area');
    await other.stop();
    await store.remove();
    rmSync(folder, { recursive: true });
    return { ids: items.map(({ id }) => id), count: Number(count[0].areas) };
  };
  const top = 'c,,city,市,,,,,';
  const towns = (from: number, count: number): string =>
    Array.from({ length: count }, (_, index) => `t-${from + index},c,county,县${from + index},,,,,`).join('\n');

  it('are entered together, from several tables of thousands of rows', async () => {
    const files = { 'a.csv': `${head}\n${top}\n${towns(0, 3_000)}\n`, 'b.csv': `${head}\n${towns(3_000, 200)}\n` };
    expect((await start(files)).count).toBe(3_201);
  }, 120_000);

  it('are entered not at all where one of the tables is faulty or repeats another', async () => {
    const good = `${head}\n${top}\n${towns(0, 2)}\n`;
    expect((await start({ 'a.csv': good, 'b.csv': `${head}\nx,nowhere,county,县,,,,,\n` })).ids).toEqual([]);
    expect((await start({ 'a.csv': good, 'b.csv': `${head}\n${towns(1, 1)}\n` })).ids).toEqual([]);
    expect((await start({ 'a.csv': good })).ids).toEqual(['c', 't-0', 't-1']);
  }, 120_000);
});

describe('The areas', () => {
  it('that are shipped: one city with eleven counties and districts, two management districts, a development zone', async () => {
    const { body } = await get('areas?limit=200');
    const count = (...types: string[]) =>
      (body.items as { type: string }[]).filter(({ type }) => types.includes(type)).length;
    expect(count('city')).toBe(1);
    expect(count('county', 'district', 'county-level-city')).toBe(11);
    expect(count('management-district')).toBe(2);
    expect(count('development-zone')).toBe(1);
  });

  it('are listed page by page in the order of the tree, each once', async () => {
    const all = await ids();
    const paged: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body }: { body: { items: { id: string }[]; next: string | null } } = await get(
        `areas?limit=4${next ? `&cursor=${next}` : ''}`,
      );
      paged.push(...body.items.map(({ id }) => id));
      next = body.next;
    }
    expect(paged).toEqual(all);
    expect((await get('areas?under=nowhere')).status).toBe(404);
  });
});

describe('An area', () => {
  it('is created once, however often that is sent', async () => {
    const body = { parent: 'qiyang', type: 'town', name: name('白水镇'), codes: [] };
    expect((await put('baishui', body)).status).toBe(201);
    expect((await put('baishui', body)).status).toBe(200);
    const other = await put('baishui', { ...body, name: name('黑水镇') });
    expect([other.status, other.body.type]).toEqual([409, 'urn:yimen:problem:area-exists']);
    expect(await ids('&under=qiyang')).toEqual(['qiyang', 'baishui']);
  });

  it.each([
    ['an unknown parent', { parent: 'nowhere', type: 'town', name: name('镇') }, 'unknown-area'],
    ['a parent on its own level', { parent: 'qiyang', type: 'county', name: name('县') }, 'wrong-level'],
    [
      'a code that another has',
      { parent: 'yongzhou', type: 'county', name: name('县'), codes: [{ code: '431122', from: null, until: null }] },
      'code-taken',
    ],
  ])('with %s is refused and not stored', async (_, body, code) => {
    const answer = await put('refused', body);
    expect(answer.status).toBe(422);
    expect(answer.body.issues[0].code).toBe(code);
    expect((await get('areas/refused')).status).toBe(404);
  });

  it('keeps what happened to it: renamed, recoded, moved with what is below it', async () => {
    await put('old-town', {
      parent: 'dongan',
      type: 'town',
      name: name('老镇'),
      codes: [{ code: '431122999', from: null, until: null }],
    });
    await put('old-village', { parent: 'old-town', type: 'village', name: name('村') });
    await change('old-town', { kind: 'rename', on: '2015-01-01', name: name('新街道'), type: 'street' });
    await change('old-town', { kind: 'recode', on: '2015-01-01', code: '431122001' });
    const moved = await change('old-town', { kind: 'move', on: '2016-01-01', parent: 'daoxian' });
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({
      parent: 'daoxian',
      type: 'street',
      codes: [
        { code: '431122999', from: null, until: '2014-12-31' },
        { code: '431122001', from: '2015-01-01', until: null },
      ],
    });
    expect(moved.body.history.map(({ kind }: { kind: string }) => kind)).toEqual([
      'created',
      'renamed',
      'recoded',
      'moved',
    ]);
    expect(moved.body.history[3].before.parent).toBe('dongan');
    expect(await ids('&under=daoxian')).toEqual(['daoxian', 'old-town', 'old-village']);
    expect(await ids('&under=dongan')).toEqual(['dongan']);
  });

  it('that is merged closes, and what is below it moves', async () => {
    await put('left', { parent: 'lanshan', type: 'town', name: name('左镇') });
    await put('right', { parent: 'lanshan', type: 'town', name: name('右镇') });
    await put('left-village', { parent: 'left', type: 'village', name: name('左村') });
    const merged = await change('left', { kind: 'merge', on: '2018-06-01', into: 'right' });
    expect(merged.body).toMatchObject({ closed: '2018-06-01', mergedInto: 'right' });
    expect(await ids('&under=lanshan')).toEqual(['lanshan', 'right', 'left-village']);
    expect(await ids('&under=lanshan&closed=true')).toContain('left');
    expect((await get('areas/left-village')).body.history.at(-1).kind).toBe('moved');
    expect((await change('left', { kind: 'close', on: '2019-01-01' })).body.type).toBe('urn:yimen:problem:area-closed');
  });

  it('cannot move below itself or beside its level', async () => {
    await put('inner', { parent: 'xintian', type: 'town', name: name('内镇') });
    const answer = await change('xintian', { kind: 'move', on: '2020-01-01', parent: 'inner' });
    expect([answer.status, answer.body.issues[0].code]).toEqual([422, 'wrong-level']);
  });

  it('closes when nothing open is below it, and then neither takes nor becomes anything', async () => {
    await put('closing', { parent: 'lanshan', type: 'town', name: name('闭镇') });
    await put('closing-village', { parent: 'closing', type: 'village', name: name('闭村') });
    const early = await change('closing', { kind: 'close', on: '2020-01-01' });
    expect([early.status, early.body.issues[0].code]).toEqual([422, 'areas-below']);
    expect((await change('closing-village', { kind: 'close', on: '2020-01-01' })).status).toBe(200);
    expect((await change('closing', { kind: 'close', on: '2020-01-01' })).status).toBe(200);
    const below = await put('late-village', { parent: 'closing', type: 'village', name: name('迟村') });
    expect([below.status, below.body.issues[0].code]).toEqual([422, 'closed-area']);
    const into = await change('lanshan', { kind: 'merge', on: '2021-01-01', into: 'closing' });
    expect([into.status, into.body.issues[0].code]).toEqual([422, 'closed-area']);
  });

  it('has names that fit every table, and codes that end after they begin', async () => {
    for (const bad of ['', ' ', '镇\u0007', '镇'.repeat(201), '镇\uFFFD'])
      expect((await put('bad-name', { parent: 'qiyang', type: 'town', name: name(bad) })).status).toBe(422);
    const early = await change('qiyang', { kind: 'recode', on: '2020-01-01', code: '431182' });
    expect([early.status, early.body.issues[0].code]).toEqual([422, 'wrong-day']);
  });

  it('is changed by one of two who change the same version', async () => {
    await put('contested', { parent: 'jianghua', type: 'town', name: name('争镇') });
    for (let round = 0; round < 20; round += 1) {
      const tag = String((await get('areas/contested')).headers.etag);
      const both = await Promise.all(
        ['甲', '乙'].map((each) =>
          change('contested', { kind: 'rename', on: '2020-01-01', name: name(each + round) }, tag),
        ),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    }
    const without = await server.http.post('/api/v1/areas/contested/changes').send({ kind: 'close', on: '2020-01-01' });
    expect(without.status).toBe(400);
  });
});

describe('The table of areas', () => {
  it('goes out and comes back without a change', async () => {
    const { text, headers } = await get('areas.csv');
    expect(headers['content-type']).toContain('text/csv');
    const { status, body } = await send(text);
    expect(status).toBe(200);
    expect(body).toMatchObject({ changes: [], stored: true });
    expect(body.same).toBe(text.trim().split('\n').length - 1);
  });

  it('creates and changes, or only tells what it would do', async () => {
    const table = `${head}\nlengshuitan,yongzhou,district,冷水滩区,Lengshuitan,431103,,,\nmeiwan,lengshuitan,street,梅湾街道,Meiwan,431103001,,,\n`;
    const told = await send(table, '?dryRun=true');
    expect(told.body).toEqual({
      changes: [
        { id: 'lengshuitan', name: { zh: '冷水滩区', en: 'Lengshuitan' }, kind: 'edited', line: 2 },
        { id: 'meiwan', name: { zh: '梅湾街道', en: 'Meiwan' }, kind: 'created', line: 3 },
      ],
      same: 0,
      stored: false,
    });
    expect((await get('areas/meiwan')).status).toBe(404);
    expect((await send(table)).body.stored).toBe(true);
    expect((await get('areas/meiwan')).body).toMatchObject({ level: 'township', parent: 'lengshuitan' });
    expect((await get('areas/lengshuitan')).body.history.at(-1).kind).toBe('edited');
  });

  it('goes out as a workbook and comes back without a change, and with the ones that were made', async () => {
    const { body: bytes, headers } = await get('areas.xlsx').responseType('blob');
    expect(headers['content-type']).toBe(workbookType);
    const rows = await readSheet(new Uint8Array(bytes).buffer, 1);
    expect(rows[0]).toEqual(expect.arrayContaining(['编号', '名称', '区划代码']));
    expect((await sendWorkbook(bytes)).body).toEqual({ changes: [], same: rows.length - 1, stored: true });
    const changed = await workbook([
      head.split(','),
      ['fengmu', 'lengshuitan', '镇', '凤木镇', '', 431103109, '', '', ''],
    ]);
    expect((await sendWorkbook(changed, '?dryRun=true')).body).toMatchObject({ stored: false, changes: [{ line: 2 }] });
    expect((await get('areas/fengmu')).status).toBe(404);
    expect((await sendWorkbook(changed)).body.stored).toBe(true);
    expect((await get('areas/fengmu')).body).toMatchObject({ type: 'town', codes: [{ code: '431103109' }] });
  });

  it('as a workbook is refused with row and column of every fault', async () => {
    const faulty = await workbook([head.split(','), [], ['a1', 'nowhere', '镇', '镇', '', '12', '', '', '']]);
    const answer = await sendWorkbook(faulty);
    expect([answer.status, answer.body.type]).toEqual([422, 'urn:yimen:problem:bad-table']);
    expect(answer.body.issues).toMatchObject([{ code: 'bad-code', document: 'areas.xlsx', line: 3, column: 6 }]);
    expect((await sendWorkbook(Buffer.from('id,name'))).body.issues[0].code).toBe('bad-workbook');
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) }, { level: 9 });
    expect((await sendWorkbook(Buffer.from(bomb))).body.issues[0]).toMatchObject({
      code: 'workbook-too-large',
      pointer: '/xl~1workbook.xml',
    });
    expect((await sendWorkbook(Buffer.alloc(1_100_000))).status).toBe(413);
    expect((await server.http.post('/api/v1/areas.xlsx').send({ a: 1 })).status).toBe(422);
  });

  it.each([
    ['a parent that is nowhere', 'a1,nowhere,town,镇,,,,,', 'unknown-area', 'parent'],
    ['a type that is none', 'a1,yongzhou,kingdom,国,,,,,', 'bad-cell', 'type'],
    ['a code that is none', 'a1,yongzhou,county,县,,12,,,', 'bad-code', 'codes'],
    ['no name', 'a1,yongzhou,county,,,,,,', 'missing-name', 'name'],
    ['an id for two', 'a1,yongzhou,county,县,,,,,\na1,yongzhou,county,县,,,,,', 'duplicate-id', 'id'],
    ['a prototype name', '__proto__,yongzhou,county,县,,,,,', 'bad-cell', 'id'],
  ])('with %s is refused as a whole, with its line', async (_, lines, code, column) => {
    const before = await ids('&closed=true');
    const answer = await send(`${head}\ngood,yongzhou,county,好县,,,,,\n${lines}\n`);
    expect(answer.status).toBe(422);
    const found = answer.body.issues.find((issue: { code: string }) => issue.code === code);
    expect(found?.pointer).toMatch(new RegExp(`/${column}$`, 'u'));
    expect(found?.line).toBeGreaterThan(2);
    expect(await ids('&closed=true')).toEqual(before);
  });

  it('that is broken, lacks columns or is none is refused', async () => {
    expect((await send(`${head}\na,b\n`)).body.issues[0].code).toBe('bad-table');
    expect((await send('id,name\nx,y\n')).body.issues[0].code).toBe('missing-column');
    expect((await send(' ')).status).toBe(422);
    expect((await server.http.post('/api/v1/areas.csv').send({ a: 1 })).status).toBe(422);
  });

  it('holds no formula a spreadsheet would run', async () => {
    await put('formula', { parent: 'yongzhou', type: 'county', name: name('=HYPERLINK("x")') });
    const { text } = await get('areas.csv');
    expect(text).not.toMatch(/(?:^|,)"?=/mu);
  });
});
