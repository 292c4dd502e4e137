import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { freshServer } from './server.js';
import { desk, deskRequest, standard } from './submission-input.js';

const { http, stop } = await freshServer();
afterAll(stop);

const evaluate = (body: object) => http.post('/api/v1/evaluate').send(body);
const raw = (path: string, body: string, type = 'application/json') =>
  http.post(path).set('content-type', type).send(body);
const [form] = desk.forms;
const formId = form?.id ?? '';

describe('Facts that cannot be evaluated', () => {
  it('are 422, located, and answer what the command line answers', async () => {
    const answer = await evaluate({ edition: desk.id, facts: { [formId]: { nobodyAsksThis: 1 } } });
    expect(answer.status).toBe(422);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({
      type: 'urn:yimen:problem:invalid-facts',
      status: 'invalid',
      disposition: null,
      issues: [{ code: 'unknown-fact', pointer: `/${formId}/nobodyAsksThis` }],
    });
  });

  it('are located whatever their type', async () => {
    const facts = Object.fromEntries([...desk.facts.keys()].map((id) => [id, { not: ['an', 'answer'] }]));
    const answer = await evaluate({ edition: desk.id, facts: { [formId]: facts } });
    expect(answer.status).toBe(422);
    expect(answer.body.issues).toHaveLength(desk.facts.size);
    for (const issue of answer.body.issues)
      expect(issue).toMatchObject({ message: { zh: expect.any(String), en: expect.any(String) }, document: 'input' });
  });

  it.each([
    ['no facts', { edition: desk.id }],
    ['facts that are a list', { edition: desk.id, facts: [] }],
    ['an edition that is a number', { edition: 1, facts: {} }],
    ['a key that nobody knows', { edition: desk.id, facts: {}, extra: 1 }],
    ['a day that does not exist', { edition: desk.id, facts: {}, acceptedOn: '2014-02-30' }],
    ['a day with a time', { edition: desk.id, facts: {}, acceptedOn: '2014-02-20T00:00:00Z' }],
  ])('are refused with %s', async (_what, body) => {
    const answer = await evaluate(body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ type: 'urn:yimen:problem:contract', status: 422 });
    expect(answer.body.issues.length).toBeGreaterThan(0);
    expect(answer.body.issues[0].message.zh).not.toBe(answer.body.issues[0].message.en);
  });
});

describe('A due day', () => {
  it('is counted by the calendar of the edition', async () => {
    const { body } = await evaluate({ ...deskRequest(), acceptedOn: '2014-09-26' });
    expect(body.dueOn > '2014-09-26').toBe(true);
    const { acceptedOn: _, ...undated } = deskRequest();
    expect((await evaluate(undated)).body).not.toHaveProperty('dueOn');
  });

  it('is refused in a year that the calendar does not hold, never guessed', async () => {
    const last = Math.max(...(desk.calendar?.years.keys() ?? []));
    const answer = await evaluate({ ...deskRequest(), acceptedOn: `${last + 1}-01-05` });
    expect(answer.status).toBe(422);
    expect(answer.body.type).toBe('urn:yimen:problem:calendar-year-missing');
  });

  it('is refused for a matter taken before the calendar begins', async () => {
    const first = Math.min(...(desk.calendar?.years.keys() ?? []));
    const request = { ...deskRequest(), acceptedOn: `${first - 1}-01-05` };
    const answer = await http.post('/api/v1/submissions').send(request);
    expect(answer.status).toBe(422);
    expect(answer.body.type).toBe('urn:yimen:problem:calendar-year-missing');
  });
});

describe('An edition that does not exist', () => {
  it.each(['nowhere/nothing/2014', 'x', '__proto__', 'constructor', '../../etc/passwd', '%00'])(
    '%s is 404',
    async (edition) => {
      const answer = await evaluate({ edition, facts: {} });
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ type: 'urn:yimen:problem:unknown-edition', status: 404, issues: [] });
    },
  );

  it('is 404 at its address, with a wrong form or hash too', async () => {
    const base = `/api/v1/editions/${desk.id}`;
    for (const path of [
      '/api/v1/editions/a/b/c',
      `${base}?hash=${'0'.repeat(64)}`,
      `${base}/forms/nothing`,
      `${base}/forms/__proto__`,
      `${base}/evaluator.${'0'.repeat(64)}.js`,
      `${base}/forms/${formId}/validator.${'0'.repeat(64)}.js`,
    ]) {
      const answer = await http.get(path);
      expect([path, answer.status, answer.type]).toEqual([path, 404, 'application/problem+json']);
    }
  });
});

describe('A body that is not good JSON', () => {
  it('is 400 with the place of the fault', async () => {
    const answer = await raw('/api/v1/evaluate', '{\n  "edition": nope }');
    expect(answer.status).toBe(400);
    expect(answer.body.issues).toMatchObject([{ code: 'invalid-json', line: 2, column: expect.any(Number) }]);
  });

  it.each([
    ['{"edition":"x","facts":{"__proto__":{"polluted":true}}}', '/facts/__proto__'],
    ['{"edition":"x","facts":{"constructor":{"prototype":{"polluted":true}}}}', '/facts/constructor'],
    ['{"__proto__":{"edition":"x"}}', '/__proto__'],
  ])('is 400 where a key reaches a prototype: %s', async (body, pointer) => {
    const answer = await raw('/api/v1/evaluate', body);
    expect(answer.status).toBe(400);
    expect(answer.body.issues).toMatchObject([{ code: 'hostile-key', pointer }]);
  });

  it('is 413 over 1 MB, 415 where it is not JSON, 400 where it is empty', async () => {
    expect((await raw('/api/v1/evaluate', `{"edition":"${'x'.repeat(1024 * 1024)}"}`)).status).toBe(413);
    expect((await raw('/api/v1/evaluate', 'edition=x', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await raw('/api/v1/evaluate', '{}', 'text/plain')).status).toBe(415);
    expect((await raw('/api/v1/evaluate', ' ')).status).toBe(400);
  });

  it('is refused as deep nesting, not crashed on', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const answer = await raw('/api/v1/evaluate', `{"edition":"${desk.id}","facts":{"${formId}":${deep}}}`);
    expect([400, 422]).toContain(answer.status);
  });
});

describe('Facts with hostile names', () => {
  it.each(['constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'])(
    '%s are not evaluated',
    async (name) => {
      for (const facts of [{ [name]: {} }, { [formId]: { [name]: 1 } }]) {
        const answer = await evaluate({ edition: desk.id, facts });
        expect(answer.status).toBe(422);
        expect(answer.body.issues).toHaveLength(1);
      }
    },
  );
});

describe('A county result', () => {
  it('is the exact mean with its grade', async () => {
    const answer = await http.post('/api/v1/results').send({ edition: standard.id, planned: 3, scores: [83.4, 93.2] });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ mean: '58.87', grade: 'fail' });
  });

  it('of too many scores, or of a desk, is 422', async () => {
    for (const body of [
      { edition: standard.id, planned: 1, scores: [1, 2] },
      { edition: desk.id, planned: 1, scores: [1] },
    ]) {
      const answer = await http.post('/api/v1/results').send(body);
      expect(answer.status).toBe(422);
      expect(answer.body.issues.length).toBeGreaterThan(0);
    }
  });
});

describe('An unknown address', () => {
  it.each(['/api', '/api/', '/api/v1/nothing', '/api/%ff', '/nothing', '/..%2f..%2fetc/passwd'])(
    '%s is a problem',
    async (path) => {
      const answer = await http.get(path).set('accept-language', 'en');
      expect([400, 404]).toContain(answer.status);
      expect(answer.type).toBe('application/problem+json');
      expect(answer.body.title).toMatch(/^[A-Z]/u);
    },
  );
});

describe('Bad parameters', () => {
  it.each([
    '/api/v1/submissions?limit=0',
    '/api/v1/submissions?limit=9999',
    '/api/v1/submissions?cursor=%21',
    '/api/v1/submissions?cursor=bm9uZQ',
    '/api/v1/editions?limit=x',
    `/api/v1/editions/${desk.id}/forms/${formId}?lang=fr`,
  ])('%s is 400', async (path) => {
    expect((await http.get(path)).status).toBe(400);
  });

  it('trace=maybe is 400', async () => {
    expect((await http.post('/api/v1/evaluate?trace=maybe').send(deskRequest())).status).toBe(400);
  });
});

afterEach(async () => {
  expect((await http.get('/api/v1/submissions')).body.items).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
