import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repository } from '../support/shipped.js';
import { emptyStore, type Server, type Store, startServer } from './server.js';
import { desk, deskRequest, standard } from './submission-input.js';

let store: Store;
let folder: string;

beforeAll(async () => {
  store = await emptyStore();
  folder = mkdtempSync(join(tmpdir(), 'yimen-config-'));
  for (const part of ['rules', 'forms']) cpSync(join(repository, part), join(folder, part), { recursive: true });
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await store.remove();
});

async function serving<T>(work: (server: Server) => Promise<T>): Promise<T> {
  const server = await startServer(store.environment({ CONFIG_DIR: folder }));
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

const current = async ({ http }: Server, id: string) => (await http.get(`/api/v1/editions/${id}`)).body;

function editDocument(path: string, edit: (text: string) => string): void {
  const file = join(folder, path);
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}

/** The document of the desk, whatever its file is called. */
const deskDocument = `rules/${desk.id}/${readdirSync(join(repository, 'rules', desk.id)).find((name) => name.startsWith('desk'))}`;

describe('Editions of the configuration folder', () => {
  it('are published at the first boot and once only', async () => {
    const first = await serving((server) => current(server, desk.id));
    const second = await serving((server) => current(server, desk.id));
    expect(first).toMatchObject({ id: desk.id, hash: desk.hash, current: true });
    expect(second.publishedAt).toBe(first.publishedAt);
  });

  it('with a further calendar year date the matters that waited for it', async () => {
    const last = Math.max(...(desk.calendar?.years.keys() ?? []));
    const request = { ...deskRequest(), acceptedOn: `${last}-12-30` };
    const made = await serving(async ({ http }) => (await http.post('/api/v1/submissions').send(request)).body);
    expect(made.dueOn).toBeNull();
    editDocument(`rules/calendars/${desk.calendar?.id}.json`, (text) => {
      const calendar = JSON.parse(text);
      calendar.years.push({ ...calendar.years.at(-1), year: last + 1, holidays: [], workdays: [] });
      return JSON.stringify(calendar);
    });
    await serving(async ({ http }) => {
      const { body } = await http.get(`/api/v1/submissions/${made.id}`);
      expect(body.dueOn > `${last}-12-30`).toBe(true);
      const listed = (await http.get('/api/v1/submissions')).body.items.find(({ id }: any) => id === made.id);
      expect(listed.dueOn).toBe(body.dueOn);
      expect((await http.post(`/api/v1/submissions/${made.id}/re-evaluation`)).body.same).toBe(true);
    });
    cpSync(join(repository, 'rules/calendars'), join(folder, 'rules/calendars'), { recursive: true });
  });

  it('that changed are published again; a submission stays with the version it was made under', async () => {
    const made = await serving(async ({ http }) => (await http.post('/api/v1/submissions').send(deskRequest())).body);
    expect(made.outcome.dueInWorkingDays).toBeGreaterThan(0);
    const limited = made.outcome.rule;
    editDocument(deskDocument, (text) => withLimit(text, limited, 77));
    await serving(async (server) => {
      const now = await current(server, desk.id);
      expect(now.hash).not.toBe(desk.hash);
      const again = await server.http.post(`/api/v1/submissions/${made.id}/re-evaluation`);
      expect(again.body).toEqual({ same: true, outcome: made.outcome });
      const { body } = await server.http.post('/api/v1/evaluate').send({ ...deskRequest(), acceptedOn: undefined });
      expect(body.dueInWorkingDays).toBe(77);
      const pinned = await server.http.post('/api/v1/evaluate').send({ ...deskRequest(), hash: desk.hash });
      expect(pinned.body.dueInWorkingDays).toBe(made.outcome.dueInWorkingDays);
      const old = await server.http.get(`/api/v1/editions/${desk.id}?hash=${desk.hash}`);
      expect(old.body).toMatchObject({ hash: desk.hash, current: false });
      expect((await server.http.get(old.body.evaluator)).status).toBe(200);
    });
  });

  it('that changed back are current again', async () => {
    cpSync(join(repository, deskDocument), join(folder, deskDocument));
    await serving(async (server) =>
      expect(await current(server, desk.id)).toMatchObject({ hash: desk.hash, current: true }),
    );
  });

  it('that are faulty are left out; the stored version and the other editions are served', async () => {
    editDocument(deskDocument, (text) => text.replace('"rules"', '"rulez"'));
    await serving(async (server) => {
      expect((await current(server, desk.id)).hash).toBe(desk.hash);
      expect((await current(server, standard.id)).hash).toBe(standard.hash);
    });
    cpSync(join(repository, deskDocument), join(folder, deskDocument));
  });
});

describe('A server without stored editions', () => {
  it('starts without a faulty edition, and without any configuration', async () => {
    const empty = await emptyStore();
    const bare = mkdtempSync(join(tmpdir(), 'yimen-bare-'));
    const server = await startServer(empty.environment({ CONFIG_DIR: bare }));
    expect((await server.anyone().get('/api/v1/session')).body.account).toBeNull();
    expect((await server.http.get('/api/health/ready')).body).toEqual({ status: 'ok', files: 'ok' });
    await server.stop();
    await empty.remove();
    rmSync(bare, { recursive: true });
  });
});

describe('Sample data', () => {
  it('are stored once, from the cases of the editions', async () => {
    const empty = await emptyStore();
    const counts: number[] = [];
    for (const wanted of ['0', '1', '1']) {
      const server = await startServer(empty.environment({ YIMEN_SAMPLE_DATA: wanted }));
      counts.push((await server.http.get('/api/v1/submissions?limit=200')).body.items.length);
      await server.stop();
    }
    expect(counts[0]).toBe(0);
    expect(counts[1]).toBeGreaterThan(0);
    expect(counts[2]).toBe(counts[1]);
    await empty.remove();
  });
});

/** The desk's document with another limit for one rule. */
function withLimit(text: string, rule: string, days: number): string {
  const document = JSON.parse(text) as { rules: { id: string; event: { params?: { dueInWorkingDays?: unknown } } }[] };
  for (const { id, event } of document.rules) if (id === rule && event.params) event.params.dueInWorkingDays = days;
  return JSON.stringify(document);
}
