/** Drafts over HTTP: beginning, editing, and whose they are. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Agent, freshServer, type Server } from './server.js';
import { desk, standard } from './submission-input.js';

let server: Server;
let administrator: Agent;
let other: Agent;
beforeAll(async () => {
  server = await freshServer();
  const area = standard.id.split('/')[0] ?? '';
  administrator = await server.as('administrator', [{ role: 'administrator', area }]);
  other = await server.as('other-administrator', [{ role: 'administrator', area }]);
});
afterAll(() => server.stop());

const DRAFTS = '/api/v1/studio/drafts';
const manifest = (id: string): string => `rules/${id}/edition.json`;

/** A draft of its own, given up afterwards. */
async function withDraft(creation: object, work: (draft: any) => Promise<void>): Promise<void> {
  const { body, status } = await administrator.post(DRAFTS).send(creation);
  expect([status, body.detail]).toEqual([201, undefined]);
  try {
    await work(body);
  } finally {
    await administrator.post(`${DRAFTS}/${body.id}/discard`);
  }
}

const put = (agent: Agent, id: string, version: number, edit: object) =>
  agent.put(`${DRAFTS}/${id}`).set('if-match', `"${version}"`).send(edit);

describe('A draft', () => {
  it('begins with the documents of the edition, and is edited document by document', async () => {
    await withDraft({ kind: 'revision', edition: standard.id }, async (draft) => {
      expect(draft.documents).toEqual(standard.documents);
      expect(draft.base).toEqual(standard.documents);
      const changed = { ...draft.documents[manifest(standard.id)], note: { zh: '试行' } };
      const { body, headers } = await put(administrator, draft.id, 1, {
        documents: { [manifest(standard.id)]: changed },
      });
      expect([body.version, headers.etag]).toEqual([2, '"2"']);
      const after = (await administrator.get(`${DRAFTS}/${draft.id}`)).body;
      expect(after.documents).toEqual({ ...standard.documents, [manifest(standard.id)]: changed });
      const list = (await administrator.get(DRAFTS)).body.items.filter(({ id }: any) => id === draft.id);
      expect(list).toMatchObject([{ version: 2, state: 'draft', editors: [{ name: 'administrator' }] }]);
    });
  });

  it('of the next year has every document under the new year, and nothing confirmed', async () => {
    await withDraft({ kind: 'roll-over', edition: standard.id }, async (draft) => {
      const year = Number(standard.id.split('/')[2]) + 1;
      expect(draft.edition).toBe(standard.id.replace(/\d+$/u, String(year)));
      expect(draft.confirmed).toEqual([]);
      const paths = Object.keys(draft.documents).filter((path) => !path.startsWith('rules/calendars/'));
      expect(paths.every((path) => path.includes(draft.edition))).toBe(true);
      expect(paths.length).toBe(Object.keys(standard.documents).filter((path) => !path.includes('calendars')).length);
      const { year: told, effectiveFrom } = draft.documents[manifest(draft.edition)];
      expect([told, effectiveFrom]).toEqual([year, `${year}-01-01`]);
      const proof = (await administrator.post(`${DRAFTS}/${draft.id}/proof`).send({})).body;
      expect(proof.issues.filter(({ severity }: any) => severity === 'error')).toEqual([]);
      expect(proof.cases).toHaveLength(standard.cases.length);
      await put(administrator, draft.id, 1, { confirmed: ['line:x'] }).expect(200);
      expect((await administrator.get(`${DRAFTS}/${draft.id}`)).body.confirmed).toEqual(['line:x']);
    });
  });

  it('of one edition is there once', async () => {
    await withDraft({ kind: 'revision', edition: standard.id }, async ({ id }) => {
      const again = await other.post(DRAFTS).send({ kind: 'revision', edition: standard.id });
      expect(again.status).toBe(409);
      expect(again.body).toMatchObject({ type: 'urn:yimen:problem:draft-under-way', draft: id });
    });
  });

  it('made by a key is made once, however often it is asked for', async () => {
    const ask = (creation: object) => administrator.post(DRAFTS).set('idempotency-key', 'draft-1').send(creation);
    const creation = { kind: 'revision', edition: desk.id };
    const made = [];
    for (let time = 0; time < 5; time += 1) made.push((await ask(creation).expect(201)).body.id);
    expect(new Set(made).size).toBe(1);
    expect((await ask({ ...creation, edition: standard.id })).status).toBe(422);
    await administrator.post(`${DRAFTS}/${made[0]}/discard`).expect(200);
  });

  it('edited by two at once takes one edit and tells the other', async () => {
    await withDraft({ kind: 'revision', edition: standard.id }, async (draft) => {
      let version = 1;
      for (let pair = 0; pair < 20; pair += 1) {
        const edits = await Promise.all(
          (pair % 2 === 0 ? [administrator, other] : [other, administrator]).map((agent, index) =>
            put(agent, draft.id, version, {
              documents: {
                [manifest(standard.id)]: {
                  ...draft.documents[manifest(standard.id)],
                  note: { zh: `${pair} ${index}` },
                },
              },
            }),
          ),
        );
        expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
        version += 1;
      }
      const { body } = await administrator.get(`${DRAFTS}/${draft.id}`);
      expect(body.editors.map(({ name }: any) => name)).toEqual(['administrator', 'other-administrator']);
    });
  });

  it('takes nothing that could not be read again, and stores nothing of what it refuses', async () => {
    await withDraft({ kind: 'revision', edition: standard.id }, async (draft) => {
      const deep = JSON.parse(`${'['.repeat(30)}1${']'.repeat(30)}`);
      const refused: Record<string, unknown>[] = [
        { 'rules/elsewhere/x/2014/edition.json': {} },
        { '../../etc/passwd': {} },
        { [manifest(standard.id)]: { deep } },
        { [manifest(standard.id)]: { text: 'x'.repeat(300_000) } },
      ];
      for (const documents of refused) {
        const answer = await put(administrator, draft.id, 1, { documents });
        expect([Object.keys(documents), answer.status]).toEqual([Object.keys(documents), 422]);
        expect(answer.body.issues.length).toBeGreaterThan(0);
      }
      const hostile = await administrator
        .put(`${DRAFTS}/${draft.id}`)
        .set('if-match', '"1"')
        .set('content-type', 'application/json')
        .send('{"documents":{"rules":{"__proto__":{"polluted":true}}}}');
      expect([400, 422]).toContain(hostile.status);
      expect(({} as any).polluted).toBeUndefined();
      expect((await administrator.get(`${DRAFTS}/${draft.id}`)).body.documents).toEqual(standard.documents);
    });
  });

  it('may be broken while it is written; its checks say where', async () => {
    await withDraft({ kind: 'revision', edition: standard.id }, async (draft) => {
      const path = Object.keys(draft.documents).find((each) => each.endsWith('/lists.json')) ?? '';
      const documents = { [path]: { lists: [{ id: 'broken' }] } };
      await put(administrator, draft.id, 1, { documents }).expect(200);
      const { body } = await administrator.post(`${DRAFTS}/${draft.id}/proof`).send({});
      expect(body.hash).toBeNull();
      expect(body.issues.some(({ document }: any) => document === path)).toBe(true);
      const shown = await administrator.get(`${DRAFTS}/${draft.id}/edition`);
      expect([shown.status, shown.body.type]).toEqual([422, 'urn:yimen:problem:unreadable-draft']);
    });
  });

  it('is shown as if it were published', async () => {
    await withDraft({ kind: 'revision', edition: standard.id }, async ({ id }) => {
      const { body: edition } = await administrator.get(`${DRAFTS}/${id}/edition`);
      expect(edition.evaluator).toContain(id);
      expect((await administrator.get(edition.evaluator)).text).toContain('export');
      for (const { id: form } of edition.forms) {
        const { body } = await administrator.get(`${DRAFTS}/${id}/forms/${form}?lang=zh`);
        expect((await administrator.get(body.validator)).text).toContain('export default');
      }
    });
  });

  it('of others is not there', async () => {
    const county = await server.as('county-administrator', [{ role: 'administrator', area: 'lingling' }]);
    await withDraft({ kind: 'revision', edition: standard.id }, async ({ id }) => {
      expect((await county.get(`${DRAFTS}/${id}`)).status).toBe(404);
      expect((await county.get(DRAFTS)).body.items).toEqual([]);
      expect((await put(county, id, 1, {})).status).toBe(404);
    });
    expect((await county.post(DRAFTS).send({ kind: 'revision', edition: standard.id })).status).toBe(403);
    expect((await county.get('/api/v1/studio/editions')).body.editions).toEqual([]);
  });
});
