/** Drafts that were overtaken: told, kept from publication, and put on top of the newer version. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { editionFromDocuments, itemsOf, rolledOver, rollOverProgress } from '@yimen/config';
import { strToU8, zipSync } from 'fflate';
import { UnitOfWork } from '../../apps/api/src/database/unit-of-work.js';
import { fromFolder } from '../../apps/api/src/editions/edition-version.js';
import { EditionVersionRepository } from '../../apps/api/src/editions/edition-version.repository.js';
import { type Agent, freshServer, type Server } from './server.js';
import { desk, standard } from './submission-input.js';

type Documents = Record<string, any>;
type Change = (documents: Documents) => void;

let server: Server;
let administrator: Agent;
let colleague: Agent;
let reviewer: Agent;
const area = standard.id.split('/')[0] ?? '';
beforeAll(async () => {
  server = await freshServer();
  administrator = await server.as('administrator', [{ role: 'administrator', area }]);
  colleague = await server.as('colleague', [{ role: 'administrator', area }]);
  reviewer = await server.as('reviewer', [{ role: 'reviewer', area }]);
});
afterAll(() => server.stop());

/** Whatever a test left under way is given up: of an edition there is one draft at a time. */
afterEach(async () => {
  for (const { id, state } of (await administrator.get('/api/v1/studio/drafts')).body.items) {
    if (state === 'in-review') await act(administrator, id, 'recall');
    if (state !== 'published') await act(administrator, id, 'discard');
  }
});

const DRAFTS = '/api/v1/studio/drafts';
const manifest = (id: string): string => `rules/${id}/edition.json`;
const act = (agent: Agent, id: string, name: string, version = 0, body: object = {}) =>
  agent.post(`${DRAFTS}/${id}/${name}`).set('if-match', `"${version}"`).send(body);
const put = (id: string, version: number, edit: object) =>
  administrator.put(`${DRAFTS}/${id}`).set('if-match', `"${version}"`).send(edit);
const load = async (id: string) => (await administrator.get(`${DRAFTS}/${id}`)).body;
const begin = async (creation: object) => (await administrator.post(DRAFTS).send(creation).expect(201)).body;

/** The documents with something else in them. */
function edited(documents: Documents, change: Change): Documents {
  const copy = structuredClone(documents);
  change(copy);
  return copy;
}

const noting =
  (id: string, note: string): Change =>
  ({ [manifest(id)]: told }) => {
    told.note = { zh: note, en: note };
  };
const numbering =
  (id: string, number: string): Change =>
  ({ [manifest(id)]: told }) => {
    told.source.number = number;
  };

/** Publishes a further version as another server does: this one has not looked since. */
async function publishPast(
  id: string,
  change: Change,
  first: Documents = {},
): Promise<{ version: number; hash: string; documents: Documents }> {
  const [work, versions] = [server.app.get(UnitOfWork), server.app.get(EditionVersionRepository)];
  return work.run(async (transaction) => {
    const last = (await versions.of(transaction, id)).at(-1);
    const stored = last && (await versions.pinned(transaction, id, last.hash));
    const read = editionFromDocuments(id, edited(stored?.documents ?? first, change));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const { hash, effectiveFrom, documents } = read.edition;
    const version = (last?.version ?? 0) + 1;
    const row = { id, version, hash, publishedAt: new Date().toISOString(), effectiveFrom, ...fromFolder };
    await versions.insert(transaction, row, documents);
    return { version, hash, documents: documents as Documents };
  });
}

/** A draft of an edition with an edit of its own, overtaken by a version with another. */
async function overtaken(mine: Change, theirs: Change, id = desk.id) {
  const draft = await begin({ kind: 'revision', edition: id });
  const documents = edited(draft.documents, mine);
  await put(draft.id, 1, { documents: { [manifest(id)]: documents[manifest(id)] } }).expect(200);
  return { id: draft.id as string, newer: await publishPast(id, theirs) };
}

const problemOf = ({ status, body }: any) => [status, body.type?.replace('urn:yimen:problem:', '')];

describe('A draft that was overtaken', () => {
  it('says so in every answer, and is neither sent nor approved', async () => {
    const { id, newer } = await overtaken(noting(desk.id, 'mine-1'), numbering(desk.id, 'theirs-1'));
    const told = { edition: desk.id, version: newer.version, hash: newer.hash, because: 'published', needed: true };
    expect((await load(id)).newer).toEqual(told);
    expect((await put(id, 2, {})).body.newer).toEqual(told);
    expect((await administrator.get(DRAFTS)).body.items.find((each: any) => each.id === id).newer).toEqual(told);
    const { drafts } = (await reviewer.get(`/api/v1/studio/editions/${desk.id}`)).body;
    expect(drafts).toMatchObject([{ id, newer: told }]);
    const sent = await act(administrator, id, 'submission', 3);
    expect(problemOf(sent)).toEqual([409, 'outdated-base']);
    expect(sent.body.detail).toContain(`第 ${newer.version} 版`);
  });

  it('while it is in review is not approved, and says what to do', async () => {
    const draft = await begin({ kind: 'revision', edition: desk.id });
    await act(administrator, draft.id, 'submission', 1).expect(200);
    await publishPast(desk.id, numbering(desk.id, 'theirs-2'));
    expect(problemOf(await act(administrator, draft.id, 'rebase', 1))).toEqual([409, 'wrong-state']);
    const answer = await act(reviewer, draft.id, 'approval', 1);
    expect(problemOf(answer)).toEqual([409, 'outdated-base']);
    expect(answer.body.detail).toContain('合入最新版本');
    await act(reviewer, draft.id, 'return', 1, { note: '请合入最新版本' }).expect(200);
    const { body } = await act(administrator, draft.id, 'rebase', 1).expect(200);
    await act(administrator, draft.id, 'submission', body.version).expect(200);
    await act(reviewer, draft.id, 'approval', body.version).expect(200);
  });

  it('takes the newer version in, with its own edits on top, and is published then', async () => {
    const { id, newer } = await overtaken(noting(desk.id, 'mine-3'), numbering(desk.id, 'theirs-3'));
    const { body, headers } = await act(colleague, id, 'rebase', 2, { hash: newer.hash }).expect(200);
    expect([body.version, headers.etag, body.newer, body.origin.hash]).toEqual([3, '"3"', null, newer.hash]);
    const merged = edited(newer.documents, noting(desk.id, 'mine-3'));
    expect([body.documents, body.base]).toEqual([merged, newer.documents]);
    const stored = await load(id);
    expect([stored.documents, stored.base]).toEqual([merged, newer.documents]);
    expect(stored.editors.map(({ name }: any) => name)).toEqual(['administrator', 'colleague']);
    const [entry] = (await server.http.get(`/api/v1/audit?action=draft-rebased&subject=${desk.id}`)).body.items;
    expect(entry).toMatchObject({
      actor: { name: 'colleague' },
      area,
      details: { draft: id, from: desk.id, version: newer.version, hash: newer.hash },
    });
    await act(administrator, id, 'submission', 3).expect(200);
    const published = await act(reviewer, id, 'approval', 3).expect(200);
    expect(published.body.published.version).toBe(newer.version + 1);
    expect(published.body.newer).toBeNull();
    const now = (await server.anyone().get(`/api/v1/editions/${desk.id}`)).body;
    expect([now.note.zh, now.source.number]).toEqual(['mine-3', 'theirs-3']);
  });

  it('has what both changed settled by choices, and stores nothing before', async () => {
    const both =
      (side: string): Change =>
      (documents) => {
        noting(desk.id, `${side}-note`)(documents);
        numbering(desk.id, `${side}-number`)(documents);
      };
    const { id, newer } = await overtaken(both('mine'), both('theirs'));
    const open = await act(administrator, id, 'rebase', 2);
    expect(problemOf(open)).toEqual([409, 'open-conflicts']);
    const [note, number] = ['mine-note', 'mine-number'].map((said) =>
      open.body.conflicts.find(({ mine }: any) => mine.zh.includes(said)),
    );
    expect([note.theirs.zh, number.theirs.en].join()).toMatch(/theirs-note.*theirs-number/u);
    expect(open.body.issues.map(({ document, pointer }: any) => `${document}#${pointer}`).sort()).toEqual([
      `${manifest(desk.id)}#/note`,
      `${manifest(desk.id)}#/source/number`,
    ]);
    const half = await act(administrator, id, 'rebase', 2, { choices: { [note.key]: 'mine' } });
    expect(half.body.conflicts).toEqual([number]);
    expect((await load(id)).version).toBe(2);
    const choices = { [note.key]: 'mine', [number.key]: 'theirs' };
    const { body } = await act(administrator, id, 'rebase', 2, { hash: newer.hash, choices }).expect(200);
    const { note: kept, source } = body.documents[manifest(desk.id)];
    expect([kept.zh, source.number]).toEqual(['mine-note', 'theirs-number']);
    expect(body.newer).toBeNull();
  });

  it('is refused to who is slower, to who saw another version, and where nothing is newer', async () => {
    const { id, newer } = await overtaken(noting(desk.id, 'mine-5'), numbering(desk.id, 'theirs-5'));
    expect(problemOf(await act(administrator, id, 'rebase', 1))).toEqual([412, 'stale-version']);
    expect((await administrator.post(`${DRAFTS}/${id}/rebase`).send({})).status).toBe(400);
    const seen = await act(administrator, id, 'rebase', 2, { hash: '0'.repeat(64) });
    expect(problemOf(seen)).toEqual([409, 'another-version']);
    expect(problemOf(await act(administrator, id, 'rebase', 2, { choices: { x: 'both' } }))[0]).toBe(422);
    expect((await act(reviewer, id, 'rebase', 2)).status).toBe(403);
    const two = await Promise.all([administrator, colleague].map((agent) => act(agent, id, 'rebase', 2)));
    expect(two.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(problemOf(await act(administrator, id, 'rebase', 3, { hash: newer.hash }))).toEqual([409, 'nothing-newer']);
    expect((await load(id)).version).toBe(3);
  });

  it('asks for a choice in every document where a draft that began with nothing says something else', async () => {
    const id = desk.id.replace(/\d+$/u, '2031');
    const [file, documents] = [
      manifest(id),
      { ...rolledOver(desk.documents, desk.id, id, { effectiveFrom: '2031-01-01' }) },
    ];
    const archive = zipSync(
      Object.fromEntries(
        Object.entries(documents).map(([path, content]) => [
          path,
          strToU8(
            path.endsWith('.jsonl')
              ? (content as unknown[]).map((each) => JSON.stringify(each)).join('\n')
              : JSON.stringify(content),
          ),
        ]),
      ),
    );
    const imported = await administrator
      .post('/api/v1/studio/folder.zip')
      .set('content-type', 'application/zip')
      .send(Buffer.from(archive))
      .expect(200);
    const draft = await load(imported.body.draft);
    expect([draft.origin.hash, draft.newer]).toEqual([null, null]);
    await publishPast(id, noting(id, 'theirs-7'), documents);
    expect((await load(draft.id)).newer).toMatchObject({ edition: id, version: 1, needed: true });
    expect(problemOf(await act(administrator, draft.id, 'submission', 1))).toEqual([409, 'outdated-base']);
    const refused = await act(administrator, draft.id, 'rebase', 1);
    expect(refused.body.conflicts.map(({ key }: any) => key)).toEqual([`${file}#`]);
    const { body } = await act(administrator, draft.id, 'rebase', 1, { choices: { [`${file}#`]: 'theirs' } });
    expect(body.documents[file].note.zh).toBe('theirs-7');
    expect(body.newer).toBeNull();
  });

  it('goes back to what stands where the version that it began with was taken back', async () => {
    const before = await publishPast(desk.id, numbering(desk.id, 'stands-6'));
    const withdrawn = await publishPast(desk.id, numbering(desk.id, 'withdrawn-6'));
    const draft = await begin({ kind: 'revision', edition: desk.id, hash: withdrawn.hash });
    const documents = edited(draft.documents, noting(desk.id, 'mine-6'));
    await put(draft.id, 1, { documents: { [manifest(desk.id)]: documents[manifest(desk.id)] } }).expect(200);
    const work = server.app.get(UnitOfWork);
    await work.run((transaction) =>
      server.app
        .get(EditionVersionRepository)
        .withdraw(transaction, desk.id, withdrawn.version, '2020-01-01T00:00:00Z'),
    );
    expect((await load(draft.id)).newer).toMatchObject({ version: before.version, because: 'withdrawn' });
    const { body } = await act(administrator, draft.id, 'rebase', 2).expect(200);
    expect(body.documents).toEqual(edited(before.documents, noting(desk.id, 'mine-6')));
  });
});

describe('The next year', () => {
  /** The first line of a standard's documents, wherever it is. */
  const lineIn = (documents: Documents): any =>
    Object.values(documents).find((each) => Array.isArray(each?.indicators)).indicators[0].lines[0];
  const retitling =
    (title: string): Change =>
    (documents) => {
      lineIn(documents).title = { zh: title, en: title };
    };

  it('takes in what changed in the year before; what that changed is to be confirmed again', async () => {
    const draft = await begin({ kind: 'roll-over', edition: standard.id, effectiveFrom: '2015-03-01' });
    const keys = itemsOf(draft.documents).map(({ key }) => key);
    const changed = edited(draft.documents, noting(draft.edition, 'mine-7'));
    const edit = { documents: { [manifest(draft.edition)]: changed[manifest(draft.edition)] }, confirmed: keys };
    await put(draft.id, 1, edit).expect(200);
    const newer = await publishPast(standard.id, retitling('theirs-7'));
    expect((await load(draft.id)).newer).toMatchObject({ edition: standard.id, needed: false });

    const { body } = await act(administrator, draft.id, 'rebase', 2).expect(200);
    const next = { effectiveFrom: '2015-03-01' };
    expect(body.base).toEqual(rolledOver(newer.documents, standard.id, draft.edition, next));
    expect(body.documents).toEqual(edited(body.base, noting(draft.edition, 'mine-7')));
    expect([body.edition, body.origin]).toEqual([
      draft.edition,
      { kind: 'roll-over', edition: standard.id, hash: newer.hash },
    ]);
    const line = `line:${lineIn(body.documents).id}`;
    expect(body.confirmed).toEqual(keys.filter((key) => key !== line));
    expect(rollOverProgress(body.base, body.documents, body.confirmed).left).toBe(1);
    const early = await act(administrator, draft.id, 'submission', 3);
    expect(problemOf(early)).toEqual([422, 'unconfirmed-items']);
  });

  it('does not need what changed in the year before, and is a revision once somebody published it', async () => {
    const draft = await begin({ kind: 'roll-over', edition: standard.id });
    const keys = itemsOf(draft.documents).map(({ key }) => key);
    await put(draft.id, 1, { confirmed: keys }).expect(200);
    await publishPast(standard.id, retitling('theirs-8'));
    await act(administrator, draft.id, 'submission', 2).expect(200);
    await act(administrator, draft.id, 'recall').expect(200);

    const [work, versions] = [server.app.get(UnitOfWork), server.app.get(EditionVersionRepository)];
    const read = editionFromDocuments(draft.edition, edited(draft.documents, noting(draft.edition, 'folder')));
    if (!read.ok) throw new Error('not readable');
    const { hash, effectiveFrom, documents } = read.edition;
    const row = { id: draft.edition, version: 1, hash, publishedAt: new Date().toISOString(), effectiveFrom };
    await work.run((transaction) => versions.insert(transaction, { ...row, ...fromFolder }, documents));

    expect((await load(draft.id)).newer).toMatchObject({ edition: draft.edition, version: 1, needed: true });
    expect(problemOf(await act(administrator, draft.id, 'submission', 2))).toEqual([409, 'outdated-base']);
    const { body } = await act(administrator, draft.id, 'rebase', 2).expect(200);
    expect(body.origin).toEqual({ kind: 'revision', edition: draft.edition, hash });
    expect([body.base, body.newer]).toEqual([documents, null]);
    await act(administrator, draft.id, 'submission', 3).expect(200);
  });
});

describe('An old version again', () => {
  it('is not overtaken: it is meant as it is', async () => {
    const first = (await administrator.get(`/api/v1/studio/editions/${desk.id}`)).body.versions.at(-1);
    const draft = await begin({ kind: 'roll-back', edition: desk.id, hash: first.hash });
    await publishPast(desk.id, numbering(desk.id, 'theirs-9'));
    expect((await load(draft.id)).newer).toBeNull();
    expect(problemOf(await act(administrator, draft.id, 'rebase', 1))).toEqual([409, 'nothing-newer']);
  });
});
