/** What belongs to no area, where there are several trees of areas. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AreaCreation, Role } from '@yimen/contracts';
import { DataSource } from 'typeorm';
import { AreaScope } from '../../apps/api/src/areas/area-scope.js';
import { AreasService } from '../../apps/api/src/areas/areas.service.js';
import { layOut } from '../support/evidence.js';
import { configurationFiles } from '../support/shipped.js';
import { type Agent, changeAccount, freshServer, type Server } from './server.js';
import { deskRequest } from './submission-input.js';

/** An edition whose authority is no area. */
const EDITION = 'province/intake/2014';
const FIRST = 'yongzhou';
const SECOND = 'elsewhere';

const folder = mkdtempSync(join(tmpdir(), 'yimen-tops-'));
let server: Server;
let record: string;

const at = (role: Role, ...areas: string[]) => areas.map((area) => ({ role, area }));
const inFirst = (role: Role): Promise<Agent> => server.as(`first-${role}`, at(role, FIRST));
const inBoth = (role: Role): Promise<Agent> => server.as(`both-${role}`, at(role, FIRST, SECOND));

/** The shipped files with one more edition, as another authority makes it. */
function withProvince(): Record<string, string> {
  const files = Object.entries(configurationFiles());
  const renamed = (text: string): string => text.replaceAll('yongzhou/intake/2014', EDITION);
  const more = files.filter(([path]) => path !== renamed(path)).map((entry) => entry.map(renamed));
  return { ...Object.fromEntries(files), ...Object.fromEntries(more) };
}

/** What somebody is answered who asks for each thing that belongs to no area. */
async function answers(who: (role: Role) => Promise<Agent>): Promise<Record<string, number>> {
  const [lead, auditor, administrator] = [await who('city-lead'), await who('auditor'), await who('administrator')];
  const records = (await lead.get('/api/v1/submissions?limit=200')).body.items;
  const entries = (await auditor.get('/api/v1/audit?action=edition-published&limit=200')).body.items;
  const { editions } = (await administrator.get('/api/v1/studio/editions')).body;
  return {
    record: (await lead.get(`/api/v1/submissions/${record}`)).status,
    records: records.filter(({ id }: { id: string }) => id === record).length,
    entries: entries.filter(({ subject }: { subject: { id: string } }) => subject.id === EDITION).length,
    edition: (await administrator.get(`/api/v1/studio/editions/${EDITION}`)).status,
    editions: editions.filter(({ id }: { id: string }) => id === EDITION).length,
  };
}

const told = { record: 200, records: 1, entries: 1, edition: 200, editions: 1 };
const nothing = { record: 404, records: 0, entries: 0, edition: 403, editions: 0 };

beforeAll(async () => {
  server = await freshServer(layOut(withProvince(), folder));
  const clerk = await server.as('clerk', at('clerk', 'lingling'));
  record = (await clerk.post('/api/v1/submissions').send(deskRequest())).body.id;
  // As records were stored before areas existed.
  await server.app.get(DataSource).query('UPDATE submission SET area = NULL WHERE id = ?', [record]);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('What belongs to no area', () => {
  it('belongs to whoever has the only tree', async () => {
    expect(await answers(inFirst)).toEqual(told);
  });

  it('belongs to nobody with a part of it', async () => {
    const part = (role: Role) => server.as(`part-${role}`, at(role, 'lingling'));
    expect(await answers(part)).toEqual(nothing);
  });
});

describe('Where there is a second tree, what belongs to no area', () => {
  beforeAll(async () => {
    const name = { zh: '外市', en: 'Elsewhere' };
    const top: AreaCreation = { parent: null, type: 'city', name, codes: [], opened: null };
    await server.app.get(AreasService).create(SECOND, top, AreaScope.everywhere);
  });

  it('belongs to whoever has both, and to nobody with one', async () => {
    expect(await answers(inFirst)).toEqual(nothing);
    expect(await answers((role) => server.as(`second-${role}`, at(role, SECOND)))).toEqual(nothing);
    expect(await answers(inBoth)).toEqual(told);
  });

  it('is neither drafted nor withdrawn by the people of one', async () => {
    const begin = async (who: typeof inBoth) =>
      (await who('administrator')).post('/api/v1/studio/drafts').send({ kind: 'revision', edition: EDITION });
    expect((await begin(inFirst)).status).toBe(403);
    const draft = (await begin(inBoth)).body.id;
    const shown = async (who: typeof inBoth) =>
      (await (await who('administrator')).get(`/api/v1/studio/drafts/${draft}`)).status;
    expect([await shown(inFirst), await shown(inBoth)]).toEqual([404, 200]);
    const withdraw = async (who: typeof inBoth) =>
      (await who('reviewer'))
        .post(`/api/v1/studio/editions/${EDITION}/withdrawal`)
        .send({ version: 1, reason: '内容有误' });
    expect((await withdraw(inFirst)).status).toBe(403);
    expect((await withdraw(inBoth)).status).toBe(200);
  });

  it('is no account that the operator of one resets, disables or gives roles', async () => {
    const first = await inFirst('operator');
    const both = await inBoth('operator');
    await server.as('wide', at('operator', FIRST, SECOND));
    const reset = (agent: Agent, name: string) =>
      agent.post(`/api/v1/accounts/${name}/changes`).set('if-match', '"1"').send({ kind: 'reset' });
    const names = (await first.get('/api/v1/accounts?limit=200')).body.items.map(({ name }: { name: string }) => name);
    expect(names).not.toContain('wide');
    for (const change of [{ kind: 'reset' }, { kind: 'disable' }, { kind: 'assign', assignments: [] }]) {
      const refused = await first.post('/api/v1/accounts/wide/changes').set('if-match', '"1"').send(change);
      expect([refused.status, refused.body.type]).toEqual([403, 'urn:yimen:problem:out-of-area']);
    }
    expect((await reset(both, 'wide')).body.link).toContain('#');
    expect((await reset(first, 'clerk')).status).toBe(200);
  });

  it('belongs to whoever has the first once the second is closed', async () => {
    const city = await server.as('second-administrator', at('administrator', SECOND));
    const { headers } = await city.get(`/api/v1/areas/${SECOND}`);
    const close = { kind: 'close', on: '2020-01-01' };
    await city.post(`/api/v1/areas/${SECOND}/changes`).set('if-match', String(headers.etag)).send(close).expect(200);
    expect(await answers(inFirst)).toEqual(told);
  });
});

describe('An account with a role that moved away with its area', () => {
  it('is no more for the operator of the county that the area left', async () => {
    const city = await inFirst('administrator');
    for (const id of ['east', 'west'])
      await city.put(`/api/v1/areas/${id}`).send({ parent: 'daoxian', type: 'town', name: { zh: id, en: id } });
    await server.as('of-two', at('clerk', 'east', 'west'));
    const { headers } = await city.get('/api/v1/areas/west');
    const move = { kind: 'move', on: '2020-01-01', parent: 'jiangyong' };
    await city.post('/api/v1/areas/west/changes').set('if-match', String(headers.etag)).send(move).expect(200);
    const county = await server.as('county-operator', at('operator', 'daoxian'));
    const refused = await changeAccount(county, 'of-two', { kind: 'reset' });
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:yimen:problem:out-of-area']);
    expect((await changeAccount(server.operator, 'of-two', { kind: 'reset' })).status).toBe(200);
  });
});
