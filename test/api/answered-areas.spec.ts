import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { layOut } from '../support/evidence.js';
import { residenceAreas, residenceFiles, residenceForm, residenceId } from '../support/residence.js';
import { freshServer, type Server } from './server.js';
import { deskRequest } from './submission-input.js';

const folder = mkdtempSync(join(tmpdir(), 'yimen-residence-'));
let server: Server;

beforeAll(async () => {
  server = await freshServer(layOut(residenceFiles(), folder));
  const made = await server.http.post('/api/v1/areas.csv').set('content-type', 'text/csv').send(residenceAreas);
  expect(made.status).toBe(200);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const answers = deskRequest().facts[residenceForm] as Record<string, unknown>;
const withAreas = (more: object) => ({ [residenceForm]: { ...answers, residence: 'ferry-east', ...more } });
const submit = (more: object = {}) =>
  server.http.post('/api/v1/submissions').send({ edition: residenceId, facts: withAreas(more), area: 'lingling' });
const told = (body: any): string[] => body.issues.map((issue: any) => `${issue.code} ${issue.pointer}`);
const at = (question: string) => `/${residenceForm}/${question}`;
const stored = async (): Promise<number> => (await server.http.get('/api/v1/submissions?limit=200')).body.items.length;

async function close(id: string, body: object): Promise<void> {
  const { headers } = await server.http.get(`/api/v1/areas/${id}`);
  const answer = await server.http.post(`/api/v1/areas/${id}/changes`).set('if-match', String(headers.etag)).send(body);
  expect(answer.status).toBe(200);
}

describe('An answered area', () => {
  it('is stored by its id where it is of a level asked for', async () => {
    for (const more of [{}, { residence: 'sunrise' }, { workplace: 'yongzhou' }]) {
      const { status, body } = await submit(more);
      expect([more, status]).toEqual([more, 201]);
      expect(body.facts[residenceForm]).toMatchObject({ residence: 'ferry-east', ...more });
    }
  });

  it.each([
    ['that there is not', { residence: 'nowhere' }, `unknown-area ${at('residence')}`],
    ['of another level', { residence: 'lingling' }, `wrong-area-level ${at('residence')}`],
    ['that is closed', { workplace: 'ferry-old' }, `area-closed ${at('workplace')}`],
    ['by its name', { residence: '南津渡街道' }, `wrong-format ${at('residence')}`],
    ['that is a number', { workplace: 7 }, `wrong-type ${at('workplace')}`],
  ])('is refused with its place where it is one %s', async (_, more, issue) => {
    const before = await stored();
    const { status, body } = await submit(more);
    expect([status, body.type, told(body)]).toEqual([422, 'urn:yimen:problem:invalid-facts', [issue]]);
    for (const { message } of body.issues) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/[a-z]/u);
      expect(JSON.stringify(message)).not.toContain('lingling');
    }
    expect(await stored()).toBe(before);
  });

  it('is refused for every question at once', async () => {
    const { body } = await submit({ residence: 'yongzhou', workplace: 'nowhere' });
    expect(told(body)).toEqual([`wrong-area-level ${at('residence')}`, `unknown-area ${at('workplace')}`]);
  });

  it('is asked for where its question is required', async () => {
    const { status, body } = await submit({ residence: undefined });
    expect([status, told(body)]).toEqual([422, [`missing-answer ${at('residence')}`]]);
  });

  it('is not looked up where nothing is stored', async () => {
    const answer = await server
      .anyone()
      .post('/api/v1/evaluate')
      .send({ edition: residenceId, facts: withAreas({ residence: 'nowhere' }) });
    expect(answer.status).toBe(200);
  });

  it('stays in a record that is corrected after it was closed, and no other closed one comes in', async () => {
    const { body: record } = await submit({ residence: 'ferry-east', workplace: 'sunrise' });
    await close('sunrise', { kind: 'close', on: '2020-02-02' });
    const correct = (more: object, version: number) =>
      server.http
        .put(`/api/v1/submissions/${record.id}`)
        .set('if-match', `"${version}"`)
        .send({ facts: { [residenceForm]: { ...record.facts[residenceForm], ...more } }, reason: '更正' });
    const refused = await correct({ residence: 'ferry-old' }, 1);
    expect([refused.status, told(refused.body)]).toEqual([422, [`area-closed ${at('residence')}`]]);
    const moved = await correct({ residence: 'sunrise' }, 1);
    expect([moved.status, told(moved.body)]).toEqual([422, [`area-closed ${at('residence')}`]]);
    const { status, body } = await correct({ residence: 'ferry' }, 1);
    expect([status, body.facts[residenceForm]]).toEqual([
      200,
      expect.objectContaining({ residence: 'ferry', workplace: 'sunrise' }),
    ]);
  });
});

describe('The tree of areas', () => {
  it('is told down to a level', async () => {
    const levels = async (downTo: string): Promise<string[]> => {
      const { body } = await server.http.get(`/api/v1/areas?limit=200&closed=true&downTo=${downTo}`);
      return [...new Set<string>(body.items.map(({ level }: { level: string }) => level))].sort();
    };
    expect(await levels('city')).toEqual(['city']);
    expect(await levels('township')).toEqual(['city', 'county', 'township']);
    expect(await levels('community')).toEqual(['city', 'community', 'county', 'township']);
    expect((await server.http.get('/api/v1/areas?downTo=planet')).status).toBe(400);
  });

  it('tells of an area what it belongs to, from the top down', async () => {
    const { body } = await server.http.get('/api/v1/areas/ferry-east');
    expect(body.above.map(({ id, name, level }: any) => [id, name.zh, level])).toEqual([
      ['yongzhou', '永州市', 'city'],
      ['lingling', '零陵区', 'county'],
      ['ferry', '南津渡街道', 'township'],
    ]);
    expect((await server.http.get('/api/v1/areas/yongzhou')).body.above).toEqual([]);
  });
});
