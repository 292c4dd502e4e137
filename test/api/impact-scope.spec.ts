/** Whose records the impact of a draft is about, who asks for it and who reads it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  begin,
  change,
  city,
  DRAFTS,
  ELSEWHERE,
  HERE,
  impactOf,
  impactSetting,
  type Setting,
  unitsOf,
} from './impact-setting.js';
import { desk, standard } from './submission-input.js';

let setting: Setting;
let draft: string;
beforeAll(async () => {
  setting = await impactSetting(40);
  draft = setting.draft.id;
});
afterAll(() => setting.stop());

const inArea = (wanted: (area: string) => boolean): string[] =>
  [...setting.sheets].flatMap(([id, { area }]) => (wanted(area) ? [id] : []));
const request = { edition: standard.id };

describe('The impact of a draft', () => {
  it('is of the areas of who asks for it, or of those below one of them', async () => {
    const { administrator, reviewer } = setting;
    const inside = inArea((area) => area !== ELSEWHERE);
    expect((await impactOf(administrator, draft, request)).result.units).toBe(inside.length);
    const here = await impactOf(reviewer, draft, { ...request, area: HERE });
    expect(here.request).toEqual({ ...request, area: HERE });
    expect(here.result.units).toBe(inArea((area) => area === HERE).length);
    expect((await unitsOf(reviewer, draft)).every(({ area }) => area === HERE)).toBe(true);
    for (const area of [ELSEWHERE, 'nowhere']) {
      const refused = await administrator.post(`${DRAFTS}/${draft}/impact`).send({ ...request, area });
      expect([area, refused.status]).toEqual([area, 403]);
    }
  });

  it('shows nobody units of other areas, whoever asked for it', async () => {
    const { widely, administrator } = setting;
    await impactOf(widely, draft, request);
    expect((await unitsOf(widely, draft)).length).toBe(setting.sheets.size);
    const units = await unitsOf(administrator, draft);
    expect(units.map(({ submission }) => submission)).toEqual(inArea((area) => area !== ELSEWHERE));
    const [foreign] = inArea((area) => area === ELSEWHERE);
    await administrator.get(`${DRAFTS}/${draft}/impact/units/${foreign}`).expect(404);
    await widely.get(`${DRAFTS}/${draft}/impact/units/${foreign}`).expect(200);
  });

  it('is for those who prove drafts, and read by those who read them', async () => {
    const one = `${DRAFTS}/${draft}/impact`;
    const [unit] = inArea((area) => area === HERE);
    const auditor = await setting.server.as('auditor', [{ role: 'auditor', area: city }]);
    const clerk = await setting.server.as('clerk', [{ role: 'clerk', area: city }]);
    const county = await setting.server.as('county', [{ role: 'administrator', area: HERE }]);
    for (const [agent, write, read] of [
      [auditor, 403, 200],
      [clerk, 403, 403],
      [county, 404, 404],
    ] as const) {
      expect((await agent.post(one).send(request)).status).toBe(write);
      expect((await agent.delete(one)).status).toBe(write);
      for (const path of [one, `${one}/units`, `${one}/units/${unit}`])
        expect([path, (await agent.get(path)).status]).toEqual([path, read]);
    }
  });

  it('is of records of the same subject, of whatever year', async () => {
    const { administrator } = setting;
    const send = (edition: string) => administrator.post(`${DRAFTS}/${draft}/impact`).send({ edition });
    expect((await send(desk.id)).body).toMatchObject({ status: 422, type: 'urn:yimen:problem:other-subject' });
    expect((await send(standard.id.replace(/\d+$/u, '1999'))).status).toBe(404);
    const own = await impactOf(administrator, draft, { edition: setting.draft.edition });
    expect(own.result).toMatchObject({ units: 0, lines: [], matrix: [] });
    expect(await unitsOf(administrator, draft)).toEqual([]);
  });

  it('is null before anybody asked, and stays with the version that it was asked for', async () => {
    const { administrator } = setting;
    const other = await begin(administrator, { kind: 'revision', edition: standard.id });
    const one = `${DRAFTS}/${other.id}/impact`;
    expect([(await administrator.get(one)).body, (await administrator.delete(one)).body]).toEqual([null, null]);
    expect(await unitsOf(administrator, other.id)).toEqual([]);
    const same = await impactOf(administrator, other.id, request);
    expect(same).toMatchObject({ version: 1, result: { changed: 0, lines: [] } });
    expect(same.result.matrix.every(({ before, after }: any) => before === after)).toBe(true);
    const manifest = `rules/${standard.id}/edition.json`;
    await change(administrator, other, { [manifest]: { ...other.documents[manifest], bands: 'none' } });
    const broken = await administrator.post(one).send(request);
    expect([broken.status, broken.body.issues.length > 0]).toEqual([422, true]);
    expect((await administrator.get(one)).body).toEqual(same);
  });
});
