/** Review over HTTP: two people, the gate, the day from which a version counts, withdrawing and going back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itemsOf } from '@yimen/config';
import { type Agent, emptyStore, type Server, type Store, startServer } from './server.js';
import { desk, requestsOf, standard } from './submission-input.js';

let store: Store;
let server: Server;
let administrator: Agent;
let reviewer: Agent;
let both: Agent;
const area = standard.id.split('/')[0] ?? '';
beforeAll(async () => {
  store = await emptyStore();
  server = await startServer(store.environment());
  administrator = await server.as('administrator', [{ role: 'administrator', area }]);
  reviewer = await server.as('reviewer', [{ role: 'reviewer', area }]);
  both = await server.as('both', [
    { role: 'administrator', area },
    { role: 'reviewer', area },
  ]);
});
afterAll(async () => {
  await server.stop();
  await store.remove();
});

const DRAFTS = '/api/v1/studio/drafts';
const manifest = (id: string): string => `rules/${id}/edition.json`;
const act = (agent: Agent, id: string, name: string, version?: number) =>
  version === undefined
    ? agent.post(`${DRAFTS}/${id}/${name}`).send({})
    : agent.post(`${DRAFTS}/${id}/${name}`).set('if-match', `"${version}"`).send({});
const put = (agent: Agent, id: string, version: number, edit: object) =>
  agent.put(`${DRAFTS}/${id}`).set('if-match', `"${version}"`).send(edit);

async function begin(agent: Agent, creation: object): Promise<any> {
  return (await agent.post(DRAFTS).send(creation).expect(201)).body;
}

/** Publishes a revision of an edition that says something else and counts from a day. */
async function publish(edition: string, effectiveFrom: string, note: string): Promise<any> {
  const draft = await begin(administrator, { kind: 'revision', edition });
  const changed = { ...draft.documents[manifest(edition)], effectiveFrom, note: { zh: note, en: note } };
  await put(administrator, draft.id, 1, { documents: { [manifest(edition)]: changed } }).expect(200);
  await act(administrator, draft.id, 'submission', 2).expect(200);
  return (await act(reviewer, draft.id, 'approval', 2).expect(200)).body;
}

const current = async (edition: string) => (await server.anyone().get(`/api/v1/editions/${edition}`)).body;

describe('Review', () => {
  it('publishes what somebody else edited, and tells the trail who did what', async () => {
    const before = await current(standard.id);
    const published = await publish(standard.id, '2014-08-13', 'first');
    expect(published).toMatchObject({ state: 'published', published: { version: 2, by: { name: 'reviewer' } } });
    const after = await current(standard.id);
    expect([after.current, after.hash === before.hash, after.note.zh]).toEqual([true, false, 'first']);
    const history = (await reviewer.get(`/api/v1/studio/editions/${standard.id}`)).body;
    expect(history.versions.map(({ version, state }: any) => [version, state])).toEqual([
      [2, 'in-effect'],
      [1, 'superseded'],
    ]);
    const trail = (await server.http.get(`/api/v1/audit?subject=${standard.id}`)).body.items;
    const actions = trail.map(({ action, actor }: any) => `${action} ${actor?.name}`);
    expect(actions.slice(0, 3)).toEqual([
      'draft-approved reviewer',
      'draft-submitted administrator',
      'draft-created administrator',
    ]);
  });

  it('is not done by who edited the draft', async () => {
    const draft = await begin(both, { kind: 'revision', edition: desk.id });
    await act(both, draft.id, 'submission', 1).expect(200);
    const own = await act(both, draft.id, 'approval', 1);
    expect([own.status, own.body.type]).toEqual([403, 'urn:yimen:problem:own-draft']);
    const back = await both.post(`${DRAFTS}/${draft.id}/return`).send({ note: '请再看' });
    expect(back.status).toBe(403);
    expect((await act(administrator, draft.id, 'approval', 1)).status).toBe(403);
    await act(both, draft.id, 'recall').expect(200);
    await act(both, draft.id, 'discard').expect(200);
  });

  it('sends a draft back with a note, and comments stand at places until they are dealt with', async () => {
    const draft = await begin(administrator, { kind: 'revision', edition: desk.id });
    expect((await act(reviewer, draft.id, 'approval', 1)).status).toBe(409);
    await act(administrator, draft.id, 'submission', 1).expect(200);
    expect((await put(administrator, draft.id, 1, {})).status).toBe(409);
    const place = { document: manifest(desk.id), pointer: '/title' };
    const ask = () =>
      reviewer
        .post(`${DRAFTS}/${draft.id}/comments`)
        .set('idempotency-key', 'c1')
        .send({ ...place, text: '标题有误' });
    const [first, second] = [await ask(), await ask()];
    expect([first.status, second.body.id]).toEqual([201, first.body.id]);
    const returned = await reviewer.post(`${DRAFTS}/${draft.id}/return`).send({ note: '请改标题' });
    expect(returned.body).toMatchObject({ state: 'draft', returned: { note: '请改标题', by: { name: 'reviewer' } } });
    const resolved = await administrator.post(`${DRAFTS}/${draft.id}/comments/${first.body.id}/resolution`).send({});
    expect(resolved.body.resolved.by.name).toBe('administrator');
    const { items } = (await reviewer.get(`${DRAFTS}/${draft.id}/comments`)).body;
    expect(items).toMatchObject([{ ...place, text: '标题有误', by: { name: 'reviewer' } }]);
    await act(administrator, draft.id, 'discard').expect(200);
  });

  it('refuses a draft of which something is unconfirmed, and lets it through when all is', async () => {
    const draft = await begin(administrator, { kind: 'roll-over', edition: standard.id });
    const early = await act(administrator, draft.id, 'submission', 1);
    expect([early.status, early.body.type]).toEqual([422, 'urn:yimen:problem:unconfirmed-items']);
    const keys = itemsOf(draft.documents).map(({ key }) => key);
    await put(administrator, draft.id, 1, { confirmed: keys }).expect(200);
    await act(administrator, draft.id, 'submission', 2).expect(200);
    await act(reviewer, draft.id, 'approval', 2).expect(200);
    const next = await current(draft.edition);
    expect([next.id, next.current]).toEqual([draft.edition, true]);
    // The year before is still what it was, and records of both are judged.
    const [request] = requestsOf(standard);
    for (const edition of [standard.id, draft.edition]) {
      const { body } = await server
        .anyone()
        .post('/api/v1/evaluate')
        .send({ ...request, edition });
      expect(body.total).toBe(standard.cases[0]?.expect.total);
    }
  });

  it('refuses a draft that does not pass the gate, and says why', async () => {
    const draft = await begin(administrator, { kind: 'revision', edition: desk.id });
    const path = Object.keys(draft.documents).find((each) => each.endsWith('.jsonl')) ?? '';
    const [first, ...rest] = draft.documents[path] as { expect: object }[];
    const wrong = [{ ...first, expect: { ...first?.expect, disposition: 'raise' } }, ...rest];
    await put(administrator, draft.id, 1, { documents: { [path]: wrong } }).expect(200);
    await act(administrator, draft.id, 'submission', 2).expect(200);
    const answer = await act(reviewer, draft.id, 'approval', 2);
    expect([answer.status, answer.body.type]).toEqual([422, 'urn:yimen:problem:gate-not-passed']);
    expect(answer.body.issues.map(({ code }: any) => code)).toContain('case-fails');
    const gate = (await reviewer.get(`${DRAFTS}/${draft.id}/gate`)).body;
    expect(gate).toMatchObject({ state: 'done', report: { passed: false, cases: { failed: 1 } } });
    expect(gate.report.compared.generated).toBeGreaterThan(500);
    await act(administrator, draft.id, 'recall').expect(200);
    await act(administrator, draft.id, 'discard').expect(200);
  });
});

describe('A published version', () => {
  it('counts from its day, and gives way when it is taken back', async () => {
    const before = await current(desk.id);
    await publish(desk.id, '2999-01-01', 'upcoming');
    expect((await current(desk.id)).hash).toBe(before.hash);
    await publish(desk.id, '2014-08-13', 'now');
    const now = await current(desk.id);
    expect(now.note.zh).toBe('now');
    const versions = (await reviewer.get(`/api/v1/studio/editions/${desk.id}`)).body.versions;
    expect(versions.map(({ version, state }: any) => [version, state])).toEqual([
      [3, 'in-effect'],
      // By its day the third counts, which is newer.
      [2, 'superseded'],
      [1, 'superseded'],
    ]);
    const withdraw = () =>
      reviewer.post(`/api/v1/studio/editions/${desk.id}/withdrawal`).send({ version: 3, reason: '内容有误' });
    expect((await withdraw()).status).toBe(200);
    expect((await withdraw()).status).toBe(409);
    const auditor = await server.as('auditor', [{ role: 'auditor', area }]);
    const entries = (await auditor.get('/api/v1/audit?action=edition-withdrawn')).body.items;
    expect(entries).toMatchObject([{ area, subject: { kind: 'edition', id: desk.id }, details: { version: 3 } }]);
    expect((await current(desk.id)).hash).toBe(before.hash);
    // What is pinned to it is still judged by it.
    const pinned = await server.anyone().get(`/api/v1/editions/${desk.id}?hash=${now.hash}`);
    expect(pinned.body.note.zh).toBe('now');
  });

  it('of old is published anew as a further one', async () => {
    const first = (await reviewer.get(`/api/v1/studio/editions/${standard.id}`)).body.versions.at(-1);
    const draft = await begin(administrator, { kind: 'roll-back', edition: standard.id, hash: first.hash });
    await act(administrator, draft.id, 'submission', 1).expect(200);
    const { body } = await act(reviewer, draft.id, 'approval', 1).expect(200);
    expect(body.published).toMatchObject({ hash: first.hash, version: 3 });
    expect((await current(standard.id)).hash).toBe(first.hash);
  });

  it('that was taken back can be put right, also where no other stands', async () => {
    const history = async () => (await reviewer.get(`/api/v1/studio/editions/${standard.id}`)).body.versions;
    const versions = await history();
    for (const { version } of versions)
      await reviewer
        .post(`/api/v1/studio/editions/${standard.id}/withdrawal`)
        .send({ version, reason: '内容有误' })
        .expect(200);
    expect((await history()).map(({ state }: any) => state)).toEqual(versions.map(() => 'withdrawn'));
    expect(await current(standard.id)).toMatchObject({ status: 404, type: 'urn:yimen:problem:edition-not-in-effect' });
    const draft = await begin(administrator, { kind: 'revision', edition: standard.id });
    expect(draft.origin.hash).toBe(versions[0].hash);
    await act(administrator, draft.id, 'submission', 1).expect(200);
    const { body } = await act(reviewer, draft.id, 'approval', 1).expect(200);
    expect(body.published.version).toBe(versions[0].version + 1);
    expect((await current(standard.id)).hash).toBe(versions[0].hash);
  });

  it('of the Studio stands when a server starts again on the same folder', async () => {
    await publish(desk.id, '2014-08-13', 'stands');
    await server.stop();
    server = await startServer(store.environment());
    expect((await current(desk.id)).note.zh).toBe('stands');
  });
});
