/** The impact of a draft over HTTP: against a naive computation, by area, by role, cancelled, and without personal data. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Edition, editionFromDocuments, type Facts, readFacts } from '@yimen/config';
import { compile, type DeskOutcome, type Evaluator, type StandardOutcome } from '@yimen/engine';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { createApp } from '../../apps/api/src/app.js';
import { AreaScope } from '../../apps/api/src/areas/area-scope.js';
import { AreasService } from '../../apps/api/src/areas/areas.service.js';
// @ts-expect-error: benches are JavaScript
import { variedSheet } from '../bench/sheets.mjs';
import { nextStandard } from '../support/next-standard.js';
import { seededRandom } from '../support/random.js';
import { type Agent, emptyStore, type Server, type Store, startServer } from './server.js';
import { desk, requestsOf, standard } from './submission-input.js';

const SHEETS = 300;
const DRAFTS = '/api/v1/studio/drafts';
const HERE = 'lengshuitan';
const [city = ''] = standard.id.split('/');

let store: Store;
let server: Server;
let administrator: Agent;
let reviewer: Agent;
let widely: Agent;
/** A draft of next year, its edition, and the sheets that it is held against, by the records' ids. */
let draft: any;
let next: Edition;
const sheets = new Map<string, { facts: Record<string, any>; area: string }>();

beforeAll(async () => {
  store = await emptyStore();
  server = await startServer(store.environment());
  const elsewhere = {
    parent: null,
    type: 'city' as const,
    name: { zh: '外市', en: 'Elsewhere' },
    codes: [],
    opened: null,
  };
  await server.app.get(AreasService).create('elsewhere', elsewhere, AreaScope.everywhere);
  administrator = await server.as('administrator', [{ role: 'administrator', area: city }]);
  reviewer = await server.as('reviewer', [{ role: 'reviewer', area: city }]);
  widely = await server.as(
    'widely',
    [city, 'elsewhere'].map((area) => ({ role: 'administrator', area })),
  );
  await storeSheets();
  draft = (await administrator.post(DRAFTS).send({ kind: 'roll-over', edition: standard.id })).body;
  await change(draft, nextStandard(draft.documents));
  next = opened(draft.edition, (await administrator.get(`${DRAFTS}/${draft.id}`)).body.documents);
});
afterAll(async () => {
  await server.stop();
  await store.remove();
});

async function storeSheets(): Promise<void> {
  const random = seededRandom('impact');
  const areas = [HERE, HERE, 'lingling', 'daoxian', 'elsewhere'];
  const assessors = await Promise.all(
    [city, 'elsewhere'].map((area) => server.as(`assessor-${area}`, [{ role: 'assessor', area }])),
  );
  for (let index = 0; index < SHEETS; index += 1) {
    const [facts, area] = [variedSheet(standard, random), areas[index % areas.length] as string];
    const agent = assessors[area === 'elsewhere' ? 1 : 0] as Agent;
    const { status, body } = await agent.post('/api/v1/submissions').send({ edition: standard.id, facts, area });
    expect([status, body.issues]).toEqual([201, undefined]);
    sheets.set(body.id, { facts, area });
  }
}

const change = (of: any, documents: object) =>
  administrator.put(`${DRAFTS}/${of.id}`).set('if-match', `"${of.version}"`).send({ documents }).expect(200);

function opened(id: string, documents: Record<string, unknown>): Edition {
  const read = editionFromDocuments(id, documents);
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)));
  return read.edition;
}

const evaluators = new Map<string, Evaluator>();
function evaluatorOf(edition: Edition): Evaluator {
  const compiled = evaluators.get(edition.hash) ?? compile(edition);
  if ('evaluate' in compiled) return compiled;
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues.slice(0, 3)));
  evaluators.set(edition.hash, compiled.evaluator);
  return compiled.evaluator;
}

/** Somebody who has an account, at another server of the same store. */
async function signedInAt(app: Awaited<ReturnType<typeof createApp>>, name: string): Promise<Agent> {
  const agent = supertest.agent(app.getHttpServer());
  const { body } = await agent.post('/api/v1/session').send({ name, password: 'a good password' }).expect(200);
  agent.set('x-csrf-token', body.csrf);
  return agent;
}

/** Asks for an impact and waits for what comes of it. */
async function impact(agent: Agent, request: object, of = draft.id): Promise<any> {
  const started = await agent.post(`${DRAFTS}/${of}/impact`).send(request);
  expect([started.status, started.body.detail]).toEqual([200, undefined]);
  return ended(agent, of);
}

async function ended(agent: Agent, of: string): Promise<any> {
  for (;;) {
    const { body } = await agent.get(`${DRAFTS}/${of}/impact`).expect(200);
    if (body.state !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function unitsOf(agent: Agent, query = '', of = draft.id): Promise<any[]> {
  const found: any[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await agent.get(`${DRAFTS}/${of}/impact/units?limit=100${query}${cursor}`).expect(200);
    found.push(...body.items);
    if (body.next === null) {
      expect(found).toHaveLength(body.total);
      return found;
    }
    cursor = `&cursor=${body.next}`;
  }
}

/** What both editions make of a sheet, by their public evaluation; the new question is answered both ways. */
function naive(facts: Record<string, any>) {
  const unit = { ...facts.unit, equipment: facts.unit.equipment.filter((id: string) => id !== 'cabinet') };
  delete unit.wallRulesDeduction;
  delete unit.wallRulesReason;
  const answers = (parking: boolean): Facts => readFacts(next, { ...facts, unit: { ...unit, parking } }).facts;
  const before = evaluatorOf(standard).evaluate(readFacts(standard, facts).facts) as StandardOutcome;
  const [low, high] = [false, true].map((each) => evaluatorOf(next).evaluate(answers(each)) as StandardOutcome) as [
    StandardOutcome,
    StandardOutcome,
  ];
  const moved = Object.keys(before.lines).flatMap((id) => {
    const points = (low.lines[id]?.score ?? 0) - (before.lines[id]?.score ?? 0);
    return points === 0 ? [] : [{ id, points }];
  });
  return { before, low, high, grade: low.grade === high.grade ? low.grade : null, moved };
}

const counted = <T>(values: readonly T[]): Map<string, number> =>
  values.reduce((counts, value) => {
    const key = JSON.stringify(value);
    return counts.set(key, (counts.get(key) ?? 0) + 1);
  }, new Map<string, number>());

describe('The impact of a draft', () => {
  it('is what evaluating every stored sheet by both editions gives', async () => {
    const run = await impact(widely, { edition: standard.id });
    expect(run).toMatchObject({
      state: 'done',
      version: 2,
      done: SHEETS,
      total: SHEETS,
      request: { edition: standard.id },
    });
    const expected = [...sheets.values()].map(({ facts }) => naive(facts));
    const { result } = run;
    expect([result.units, result.skipped, result.changed]).toEqual([SHEETS, 0, SHEETS]);
    expect(result.results).toEqual(next.standard?.bands.map(({ id, title }) => ({ id, title })));
    const cells = counted(expected.map(({ before, grade }) => [before.grade, grade]));
    expect(
      new Map(result.matrix.map(({ before, after, units }: any) => [JSON.stringify([before, after]), units])),
    ).toEqual(cells);
    const bin = (total: number): number => Math.min(19, Math.floor(total / 5));
    for (const [side, totals] of [
      ['before', expected.map(({ before }) => before.total as number)],
      ['after', expected.map(({ low, high }) => ((low.total as number) + (high.total as number)) / 2)],
    ] as const) {
      const bins = counted(totals.map(bin));
      expect(result.histogram.map((each: any) => each[side])).toEqual(
        Array.from({ length: 20 }, (_, index) => bins.get(String(index)) ?? 0),
      );
    }
    const moved = expected.flatMap((each) => each.moved);
    const lines = new Map(result.lines.map((line: any) => [line.id, line]));
    expect([...lines.keys()].sort()).toEqual([...new Set(['parking', ...moved.map(({ id }) => id)])].sort());
    expect(lines.get('parking')).toMatchObject({ units: 0, points: 0, open: SHEETS });
    expect(lines.get('wallRules')).toMatchObject({ title: { zh: '制度上墙' }, open: 0 });
    for (const id of new Set(moved.map((each) => each.id))) {
      const own = moved.filter((each) => each.id === id);
      const { units, points } = lines.get(id) as any;
      expect([id, units]).toEqual([id, own.length]);
      expect(points).toBeCloseTo(own.reduce((sum, each) => sum + each.points, 0) / SHEETS, 9);
    }
  });

  it('names every unit with its before and after, and finds them by result and line', async () => {
    const units = await unitsOf(widely);
    expect(new Set(units.map(({ submission }) => submission))).toEqual(new Set(sheets.keys()));
    for (const unit of units) {
      const { facts, area } = sheets.get(unit.submission) as any;
      const { before, low, high, grade, moved } = naive(facts);
      expect(unit).toMatchObject({
        area,
        heading: [{ zh: expect.any(String) }],
        before: { low: before.total, high: before.total, result: before.grade },
        after: { low: low.total, high: high.total, result: grade },
      });
      expect([...unit.lines].sort()).toEqual(['parking', ...moved.map(({ id }) => id)].sort());
    }
    const [{ before, after }] = units;
    const name = (result: string | null): string => result ?? 'open';
    const same = units.filter((unit) => unit.before.result === before.result && unit.after.result === after.result);
    const filtered = await unitsOf(widely, `&before=${name(before.result)}&after=${name(after.result)}`);
    expect(filtered).toEqual(same);
    expect(await unitsOf(widely, '&after=open')).toEqual(units.filter((unit) => unit.after.result === null));
    expect(await unitsOf(widely, '&line=equipment')).toEqual(units.filter(({ lines }) => lines.includes('equipment')));
    expect(await unitsOf(widely, '&line=nothing')).toEqual([]);
    expect(await unitsOf(widely, '&before=nothing')).toEqual([]);
  });

  it('tells both traces of one unit', async () => {
    const [id = '', { facts } = { facts: {} }] = [...sheets][0] ?? [];
    const { body } = await reviewer.get(`${DRAFTS}/${draft.id}/impact/units/${id}?lang=en`).expect(200);
    expect(body).toMatchObject({
      submission: id,
      facts,
      before: { edition: standard.id, hash: standard.hash, outcome: { total: naive(facts).before.total } },
      after: { edition: next.id, outcome: { status: 'incomplete', total: null } },
    });
    expect(body.before.outcome).toEqual(evaluatorOf(standard).trace(readFacts(standard, facts).facts, { lang: 'en' }));
    expect(body.after.outcome.trace.rules.map(({ rule }: any) => rule)).toContain('parking-there');
    await reviewer.get(`${DRAFTS}/${draft.id}/impact/units/nothing`).expect(404);
  });

  it('is of the areas of who asks for it, or of those below one of them', async () => {
    const inside = [...sheets.values()].filter(({ area }) => area !== 'elsewhere');
    expect((await impact(administrator, { edition: standard.id })).result.units).toBe(inside.length);
    const here = await impact(reviewer, { edition: standard.id, area: HERE });
    expect(here.request).toEqual({ edition: standard.id, area: HERE });
    expect(here.result.units).toBe(inside.filter(({ area }) => area === HERE).length);
    expect((await unitsOf(reviewer)).every(({ area }) => area === HERE)).toBe(true);
    for (const area of ['elsewhere', 'nowhere']) {
      const refused = await administrator.post(`${DRAFTS}/${draft.id}/impact`).send({ edition: standard.id, area });
      expect([area, refused.status]).toEqual([area, 403]);
    }
  });

  it('shows nobody units of other areas, whoever asked for it', async () => {
    await impact(widely, { edition: standard.id });
    const units = await unitsOf(administrator);
    expect(units.length).toBe([...sheets.values()].filter(({ area }) => area !== 'elsewhere').length);
    expect(units.some(({ area }) => area === 'elsewhere')).toBe(false);
    const [foreign] = [...sheets].find(([, { area }]) => area === 'elsewhere') ?? [];
    await administrator.get(`${DRAFTS}/${draft.id}/impact/units/${foreign}`).expect(404);
    await widely.get(`${DRAFTS}/${draft.id}/impact/units/${foreign}`).expect(200);
  });

  it('is for those who prove drafts, and read by those who read them', async () => {
    const one = `${DRAFTS}/${draft.id}/impact`;
    const auditor = await server.as('auditor', [{ role: 'auditor', area: city }]);
    const clerk = await server.as('clerk', [{ role: 'clerk', area: city }]);
    const county = await server.as('county', [{ role: 'administrator', area: HERE }]);
    const [unit] = [...sheets].find(([, { area }]) => area === HERE) ?? [];
    for (const [agent, write, read] of [
      [auditor, 403, 200],
      [clerk, 403, 403],
      [county, 404, 404],
    ] as const) {
      expect((await agent.post(one).send({ edition: standard.id })).status).toBe(write);
      expect((await agent.delete(one)).status).toBe(write);
      for (const path of [one, `${one}/units`, `${one}/units/${unit}`])
        expect((await agent.get(path)).status).toBe(read);
    }
  });

  it('is of records of the same subject', async () => {
    const send = (edition: string) => administrator.post(`${DRAFTS}/${draft.id}/impact`).send({ edition });
    expect((await send(desk.id)).body).toMatchObject({ status: 422, type: 'urn:yimen:problem:other-subject' });
    expect((await send(standard.id.replace(/\d+$/u, '1999'))).status).toBe(404);
    expect((await impact(administrator, { edition: draft.edition })).result).toMatchObject({ units: 0, lines: [] });
    expect(await unitsOf(administrator)).toEqual([]);
  });

  it('is null before anybody asked, and tells of which version it is', async () => {
    const { body: other } = await administrator.post(DRAFTS).send({ kind: 'revision', edition: standard.id });
    expect((await administrator.get(`${DRAFTS}/${other.id}/impact`)).body).toBeNull();
    expect((await administrator.delete(`${DRAFTS}/${other.id}/impact`)).body).toBeNull();
    expect(await unitsOf(administrator, '', other.id)).toEqual([]);
    const same = await impact(administrator, { edition: standard.id }, other.id);
    expect(same).toMatchObject({ version: 1, result: { changed: 0, lines: [] } });
    expect(same.result.matrix.every(({ before, after }: any) => before === after)).toBe(true);
    const [path, manifest] =
      Object.entries<any>(other.documents).find(([each]) => each.endsWith('/edition.json')) ?? [];
    await change(other, { [path as string]: { ...manifest, bands: 'none' } });
    const broken = await administrator.post(`${DRAFTS}/${other.id}/impact`).send({ edition: standard.id });
    expect([broken.status, broken.body.issues?.length > 0]).toEqual([422, true]);
    expect((await administrator.get(`${DRAFTS}/${other.id}/impact`)).body.version).toBe(1);
    await administrator.post(`${DRAFTS}/${other.id}/discard`);
  });
});

describe('The impact of a draft of a desk', () => {
  let revision: any;
  const applications = new Map<string, Record<string, any>>();
  beforeAll(async () => {
    const clerk = await server.as('desk-clerk', [{ role: 'clerk', area: HERE }]);
    for (const request of requestsOf(desk)) {
      const { status, body } = await clerk.post('/api/v1/submissions').send({ ...request, acceptedOn: '2014-09-26' });
      if (status === 201) applications.set(body.id, request.facts);
    }
    revision = (await administrator.post(DRAFTS).send({ kind: 'revision', edition: desk.id })).body;
    const [path, rules] = Object.entries<any>(revision.documents).find(([each]) => each.endsWith('/desk.json')) ?? [];
    const handled = rules.rules.find(({ id }: any) => id === 'handle-today');
    handled.event = { type: 'report', params: { dueInWorkingDays: 3 } };
    await change(revision, { [path as string]: rules });
  });

  it('is what evaluating every application by both versions gives', async () => {
    const { documents } = (await administrator.get(`${DRAFTS}/${revision.id}`)).body;
    const edition = opened(desk.id, documents);
    const judged = [...applications.values()].map((facts) => {
      const [before, after] = [desk, edition].map(
        (each) => evaluatorOf(each).evaluate(readFacts(each, facts).facts) as DeskOutcome,
      ) as [DeskOutcome, DeskOutcome];
      return { before, after };
    });
    const { result } = await impact(administrator, { edition: desk.id }, revision.id);
    expect(result).toMatchObject({ units: applications.size, skipped: 0, histogram: [] });
    const cells = counted(judged.map(({ before, after }) => [before.disposition, after.disposition]));
    expect(
      new Map(result.matrix.map(({ before, after, units }: any) => [JSON.stringify([before, after]), units])),
    ).toEqual(cells);
    const changed = judged.filter(({ before, after }) => before.disposition !== after.disposition);
    expect(changed.length).toBeGreaterThan(0);
    expect(result.changed).toBe(changed.length);
    expect(result.lines).toMatchObject([{ id: 'handle-today', units: changed.length, points: 0, open: 0 }]);
    expect(result.lines[0].title.zh).not.toContain('{');
    expect((await unitsOf(administrator, '&before=handle', revision.id)).map(({ after }) => after.result)).toEqual(
      changed.map(() => 'report'),
    );
  });

  it('shows no personal data, neither in the answers nor in the traces', async () => {
    const personal = [...desk.facts.values()].filter(({ personal }) => personal);
    let told = 0;
    for (const [id, facts] of applications) {
      const { body, text } = await reviewer.get(`${DRAFTS}/${revision.id}/impact/units/${id}`).expect(200);
      expect(body.before.outcome.disposition).toBeTruthy();
      expect([body.before.outcome.status, body.after.outcome.status]).toEqual(['complete', 'complete']);
      for (const { form, id: question } of personal) {
        const answer = facts[form]?.[question];
        if (typeof answer !== 'string') continue;
        told += 1;
        expect(text).not.toContain(JSON.stringify(answer));
        expect(body.facts[form][question]).toContain('*');
      }
    }
    expect(told).toBeGreaterThan(10);
  });
});

describe('A run', () => {
  /** The sheets many times over: enough that somebody can be faster than the run. */
  const COPIES = 40;
  beforeAll(async () => {
    const source = server.app.get(DataSource);
    const all = source.entityMetadatas.find(({ tableName }) => tableName === 'submission')?.columns ?? [];
    const names = all.map(({ databaseName }) => databaseName).filter((name) => !['sequence', 'id'].includes(name));
    const columns = names.join(', ');
    const ids = [...sheets.keys()];
    for (let copy = 0; copy < COPIES; copy += 1) {
      const id = source.options.type === 'mysql' ? `concat('${copy}-', sequence)` : `'${copy}-' || sequence`;
      const from = `SELECT ${id}, ${columns} FROM submission WHERE id IN (${ids.map(() => '?')})`;
      await source.query(`INSERT INTO submission (id, ${columns}) ${from}`, ids);
    }
  });

  const all = SHEETS * (COPIES + 1);

  it('ends when it is cancelled, and with nothing', async () => {
    const started = await widely.post(`${DRAFTS}/${draft.id}/impact`).send({ edition: standard.id });
    expect(started.body).toMatchObject({ state: 'running', result: null });
    const { body } = await widely.delete(`${DRAFTS}/${draft.id}/impact`).expect(200);
    expect(body).toMatchObject({ state: 'cancelled', result: null });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await widely.get(`${DRAFTS}/${draft.id}/impact`)).body).toMatchObject({ state: 'cancelled', result: null });
    expect(await unitsOf(widely)).toEqual([]);
  });

  it('gives way to the next one', async () => {
    await widely.post(`${DRAFTS}/${draft.id}/impact`).send({ edition: standard.id }).expect(200);
    const run = await impact(reviewer, { edition: standard.id, area: HERE });
    const here = [...sheets.values()].filter(({ area }) => area === HERE).length * (COPIES + 1);
    expect(run).toMatchObject({ state: 'done', request: { area: HERE }, result: { units: here, changed: here } });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await reviewer.get(`${DRAFTS}/${draft.id}/impact`)).body.request).toEqual({
      edition: standard.id,
      area: HERE,
    });
  });

  it('is followed and cancelled from another server', async () => {
    const second = await createApp(store.environment(), { quiet: true });
    try {
      const there = await signedInAt(second, 'widely');
      await widely.post(`${DRAFTS}/${draft.id}/impact`).send({ edition: standard.id }).expect(200);
      expect((await there.get(`${DRAFTS}/${draft.id}/impact`)).body.state).toBe('running');
      await there.delete(`${DRAFTS}/${draft.id}/impact`).expect(200);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect((await widely.get(`${DRAFTS}/${draft.id}/impact`)).body).toMatchObject({
        state: 'cancelled',
        result: null,
      });
      await widely.post(`${DRAFTS}/${draft.id}/impact`).send({ edition: standard.id }).expect(200);
      expect((await ended(there, draft.id)).result.units).toBe(all);
      expect((await there.get(`${DRAFTS}/${draft.id}/impact/units?limit=1`)).body.total).toBe(all);
    } finally {
      await second.close();
    }
  });
});
