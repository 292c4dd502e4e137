import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyStore, type Server, type Store, startServer } from './server.js';
import { desk, deskRequest, openFacts, requestsOf, standard } from './submission-input.js';

let store: Store;
let server: Server;

beforeAll(async () => {
  store = await emptyStore();
  server = await startServer(store.environment());
});

afterAll(async () => {
  await server.stop();
  await store.remove();
});

const submit = (body: object, key?: string) => {
  const request = server.http.post('/api/v1/submissions');
  return (key === undefined ? request : request.set('idempotency-key', key)).send(body);
};

const count = async (): Promise<number> => (await server.http.get('/api/v1/submissions?limit=200')).body.items.length;

describe('A submission', () => {
  it('is stored with its outcome, pinned to the content of its edition, due on a day', async () => {
    const answer = await submit(deskRequest());
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      edition: desk.id,
      hash: desk.hash,
      facts: openFacts(desk, deskRequest().facts),
      acceptedOn: '2014-09-26',
      outcome: { status: 'complete' },
    });
    expect(answer.body.dueOn > answer.body.acceptedOn).toBe(true);
    const read = await server.http.get(String(answer.headers.location));
    expect(read.body).toEqual(answer.body);
    expect(read.headers.etag).toBe(answer.headers.etag);
  });

  it('is told in English on request, and only its words differ', async () => {
    const { body, headers } = await submit(deskRequest());
    const english = await server.http.get(`${headers.location}?lang=en`);
    expect(english.status).toBe(200);
    const bare = ({ outcome, ...rest }: any) => ({
      ...rest,
      outcome: { ...outcome, reasons: outcome.reasons.map(({ text: _, ...reason }: any) => reason) },
    });
    expect(bare(english.body)).toEqual(bare(body));
    const words = english.body.outcome.reasons.map(({ text }: any) => text).join('');
    expect(words).toMatch(/[a-z]/u);
    expect(words).not.toMatch(/\p{Script=Han}/u);
    expect((await server.http.get(`${headers.location}?lang=fr`)).status).toBe(400);
  });

  it('is named in lists by the choices that the form says', async () => {
    await submit(deskRequest());
    const { body } = await server.http.get(`/api/v1/submissions?limit=1&edition=${desk.id}`);
    const named = [...desk.facts.values()].filter((fact) => fact.heading);
    expect(named.length).toBeGreaterThan(0);
    const titles = named.map(({ form, id, type }) => {
      const answer = (deskRequest().facts as any)[form][id];
      return type.kind === 'choice' && type.choices.find((choice) => choice.id === answer)?.title;
    });
    expect(body.items[0].heading).toEqual(titles);
  });

  it('is accepted today in China where nothing is said', async () => {
    const { acceptedOn: _, ...request } = deskRequest();
    const { body } = await submit(request);
    const today = new Date(Date.parse(body.submittedAt) + 8 * 3600_000).toISOString().slice(0, 10);
    expect(body.acceptedOn).toBe(today);
  });

  it('is taken, undated, where its limit ends in a year whose holidays are not known', async () => {
    const last = Math.max(...(desk.calendar?.years.keys() ?? []));
    const { status, body } = await submit({ ...deskRequest(), acceptedOn: `${last}-12-31` });
    expect(status).toBe(201);
    expect(body).toMatchObject({ dueOn: null, dueInWorkingDays: body.outcome.dueInWorkingDays });
  });

  it('of a standard keeps every line', async () => {
    const results = await Promise.all(requestsOf(standard).map((request) => submit(request)));
    const stored = results.filter(({ status }) => status === 201);
    expect(stored.length).toBeGreaterThan(0);
    for (const { body } of stored) expect(body).toMatchObject({ dueOn: null, outcome: { total: expect.any(Number) } });
  });

  it('gives the same outcome when it is evaluated again', async () => {
    for (const request of [...requestsOf(desk), ...requestsOf(standard)].slice(0, 200)) {
      const { status, headers } = await submit(request);
      if (status !== 201) continue;
      const again = await server.http.post(`${headers.location}/re-evaluation`);
      expect(again.status).toBe(200);
      expect(again.body.same).toBe(true);
    }
  });

  it('that nobody stored is 404', async () => {
    for (const path of ['/api/v1/submissions/none', '/api/v1/submissions/__proto__'])
      expect((await server.http.get(path)).body.type).toBe('urn:yimen:problem:unknown-submission');
    expect((await server.http.post('/api/v1/submissions/none/re-evaluation')).status).toBe(404);
  });
});

describe('Facts that are not complete', () => {
  it('are refused with an issue for each question, and nothing is stored', async () => {
    const before = await count();
    const request = deskRequest();
    for (const [form, answers] of Object.entries(request.facts))
      for (const left of Object.keys(answers as object)) {
        const { [left]: _, ...rest } = answers as Record<string, unknown>;
        const answer = await submit({ ...request, facts: { ...request.facts, [form]: rest } });
        expect([left, answer.status]).toEqual([left, 422]);
        expect(answer.body.type).toBe('urn:yimen:problem:incomplete-facts');
        expect(answer.body.issues).toContainEqual(expect.objectContaining({ pointer: `/${form}/${left}` }));
      }
    expect(await count()).toBe(before);
  });

  it('are refused where an answer is invalid', async () => {
    const before = await count();
    const answer = await submit({ edition: desk.id, facts: { nothing: {} } });
    expect(answer.status).toBe(422);
    expect(answer.body.type).toBe('urn:yimen:problem:invalid-facts');
    expect(await count()).toBe(before);
  });
});

describe('The list of submissions', () => {
  it('is read page by page, newest first, each once, without answers', async () => {
    const seen: { id: string }[] = [];
    let cursor = '';
    do {
      const { body } = await server.http.get(`/api/v1/submissions?limit=7${cursor}`);
      seen.push(...body.items);
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor);
    expect(seen).toHaveLength(await count());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const whole = (await server.http.get('/api/v1/submissions?limit=200')).body.items;
    expect(seen).toEqual(whole);
    await submit(deskRequest());
    expect((await server.http.get('/api/v1/submissions')).body.items[1]).toEqual(whole[0]);
    for (const item of seen) expect(item).not.toHaveProperty('facts');
  });

  it('is filtered by edition', async () => {
    const { body } = await server.http.get(`/api/v1/submissions?edition=${encodeURIComponent(standard.id)}`);
    expect(body.items.length).toBeGreaterThan(0);
    for (const item of body.items) expect(item.edition).toBe(standard.id);
  });
});

describe('An idempotency key', () => {
  it('makes five sends one submission, across a restart', async () => {
    const before = await count();
    const first = await submit(deskRequest(), 'five-sends');
    const second = await submit(deskRequest(), 'five-sends');
    await server.stop();
    server = await startServer(store.environment());
    const rest = [await submit(deskRequest(), 'five-sends'), await submit(deskRequest(), 'five-sends')];
    const reordered = Object.fromEntries(Object.entries(deskRequest()).reverse());
    rest.push(await submit(reordered, 'five-sends'));
    for (const { status, body } of [second, ...rest]) expect([status, body]).toEqual([201, first.body]);
    expect(await count()).toBe(before + 1);
  });

  it('makes twenty sends at once one submission', async () => {
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(deskRequest(), 'at-once')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('is refused with other content', async () => {
    await submit(deskRequest(), 'other-content');
    const before = await count();
    const answer = await submit({ ...deskRequest(), acceptedOn: '2014-09-25' }, 'other-content');
    expect(answer.status).toBe(422);
    expect(answer.body.type).toBe('urn:yimen:problem:idempotency-key-reused');
    expect(await count()).toBe(before);
  });

  it('regards case, and is not used up by a refused request', async () => {
    const before = await count();
    const refused = await submit({ edition: desk.id, facts: {} }, 'Case');
    expect(refused.status).toBe(422);
    await submit(deskRequest(), 'Case');
    await submit(deskRequest(), 'case');
    expect(await count()).toBe(before + 2);
  });

  it.each(['', 'x'.repeat(101), 'with space'])('cannot be %j', async (key) => {
    const answer = await submit(deskRequest(), key);
    expect(answer.status).toBe(400);
  });
});
