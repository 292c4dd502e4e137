/** Row 5, generated from the table of routes: what creates by a key creates once, and what creates takes one. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { creationHeaders, type Route, routes } from '@yimen/contracts';
import { png } from '../support/sample-files.js';
import { type Agent, emptyStore, type Server, type Store, startServer } from './server.js';
import { desk, deskRequest, standard } from './submission-input.js';

const CITY = 'yongzhou';

let store: Store;
let server: Server;
let draft: string;

const start = async (): Promise<void> => {
  server = await startServer(store.environment());
};
const administratorOf = (name: string) => server.as(`${name}-editions`, [{ role: 'administrator', area: CITY }]);
const clerkOf = (name: string) => server.as(name, [{ role: 'clerk', area: 'lengshuitan' }]);

beforeAll(async () => {
  store = await emptyStore();
  await start();
  const begun = { kind: 'revision', edition: standard.id };
  draft = (await (await administratorOf('begins')).post('/api/v1/studio/drafts').send(begun)).body.id;
});
afterAll(async () => {
  await server.stop();
  await store.remove();
});

/** How an address is used by somebody: the request, and another one that differs in its content alone. */
interface Use {
  readonly as: (name: string) => Promise<Agent>;
  readonly send: (agent: Agent, other: boolean) => ReturnType<Agent['post']>;
}

/** Every address that takes a key. One without an entry fails below, and says so. */
const uses: Readonly<Record<string, Use>> = {
  '/api/v1/submissions': {
    as: clerkOf,
    send: (agent, other) =>
      agent.post('/api/v1/submissions').send({ ...deskRequest(), ...(other && { acceptedOn: '2014-09-27' }) }),
  },
  '/api/v1/files': {
    as: clerkOf,
    send: (agent, other) => agent.post('/api/v1/files').attach('file', other ? png(8, 8) : png(9, 9), 'a.png'),
  },
  '/api/v1/studio/drafts': {
    as: administratorOf,
    send: (agent, other) =>
      agent.post('/api/v1/studio/drafts').send({ kind: other ? 'roll-over' : 'revision', edition: desk.id }),
  },
  '/api/v1/studio/drafts/{id}/comments': {
    as: administratorOf,
    send: (agent, other) =>
      agent
        .post(`/api/v1/studio/drafts/${draft}/comments`)
        .send({ document: '', pointer: '', text: other ? '另一条意见' : '一条意见' }),
  },
};

/** What the other addresses that are posted to make, and why a repetition makes nothing twice. */
const without: Readonly<Record<string, string>> = {
  '/api/v1/areas.csv': 'areas have ids of their own: the same table again changes nothing',
  '/api/v1/areas.xlsx': 'areas have ids of their own: the same table again changes nothing',
  '/api/v1/areas/{id}/changes': 'a change names the version that it is made on',
  '/api/v1/evaluate': 'stores nothing',
  '/api/v1/results': 'stores nothing',
  '/api/v1/submissions/{id}/personal-data': 'shows; every look is written down, a second one too',
  '/api/v1/submissions/search': 'shows; every look is written down, a second one too',
  '/api/v1/submissions/{id}/re-evaluation': 'stores nothing',
  '/api/v1/session': 'a session for each sign-in',
  '/api/v1/password': 'names the password that it replaces',
  '/api/v1/welcome': 'a link is good once',
  '/api/v1/accounts/{name}/changes': 'a change names the version that it is made on',
  // ── The Studio ──
  '/api/v1/studio/editions/{authority}/{subject}/{year}/withdrawal': 'a version is taken back once',
  '/api/v1/studio/folder.zip': 'an edition has one draft at a time: the second is refused and names the first',
  '/api/v1/studio/drafts/{id}/rebase': 'names the version that it is made on',
  '/api/v1/studio/drafts/{id}/discard': 'a draft is given up once',
  '/api/v1/studio/drafts/{id}/submission': 'names the version that it sends',
  '/api/v1/studio/drafts/{id}/recall': 'a draft is in review or not',
  '/api/v1/studio/drafts/{id}/return': 'a draft is in review or not',
  '/api/v1/studio/drafts/{id}/approval': 'names the version that it publishes',
  '/api/v1/studio/drafts/{id}/comments/{comment}/resolution': 'a comment is resolved or not',
  '/api/v1/studio/drafts/{id}/proof': 'stores nothing',
  '/api/v1/studio/drafts/{id}/gate': 'a draft has one run at a time',
  '/api/v1/studio/drafts/{id}/impact': 'a draft has one run at a time',
  '/api/v1/studio/drafts/{id}/standard.xlsx': 'stores nothing',
  '/api/v1/studio/drafts/{id}/lists/{list}.xlsx': 'stores nothing',
};

const posted = routes.filter(({ method }) => method === 'post');
const takesKey = ({ headers }: Route): boolean => headers !== undefined && 'idempotency-key' in headers.shape;
const keyed = posted.filter(takesKey);
const named = (some: readonly Route[]) => some.map((route) => [`POST ${route.path}`, route] as const);

describe('An address that is posted to', () => {
  it.each(named(posted))('takes a key or needs none, and says why: %s', (name, route) => {
    const reason = without[route.path];
    if (takesKey(route) === (reason === undefined)) return;
    throw new Error(
      takesKey(route)
        ? `${name} takes a key: take it out of \`without\` in test/api/creation-keys.spec.ts`
        : `${name} takes no key. Where it creates something, declare \`headers: creationHeaders\` and make it idempotent; ` +
            'else say in `without` of test/api/creation-keys.spec.ts why a repetition makes nothing twice',
    );
  });

  it('and answers that it created something takes a key', () => {
    const created = posted.filter(({ answer }) => answer.status === 201);
    expect(created.filter((route) => !takesKey(route)).map(({ path }) => path)).toEqual([]);
    expect(keyed.every(({ headers }) => headers === creationHeaders)).toBe(true);
  });

  it('is the only one listed', () => {
    const paths = new Set(posted.map(({ path }) => path));
    expect([...Object.keys(uses), ...Object.keys(without)].filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('A key', () => {
  it.each(named(keyed))(
    'sent five times, twice at once and across a restart, makes one thing: %s',
    async (name, route) => {
      const use = uses[route.path];
      if (!use)
        throw new Error(`${name} takes a key: say in \`uses\` of test/api/creation-keys.spec.ts how it is sent`);
      const key = randomUUID();
      const send = (agent: Agent, other = false) => use.send(agent, other).set('idempotency-key', key);
      const agent = await use.as('sends-keys');
      const answers = await Promise.all([send(agent), send(agent)]);
      answers.push(await send(agent));
      await server.stop();
      await start();
      const later = await use.as('sends-keys');
      answers.push(await send(later), await send(later));
      const first = answers[0]?.body;
      for (const { status, body } of answers) expect([status, body.id]).toEqual([201, first.id]);
      expect(first.id).toBeDefined();

      const changed = await send(later, true);
      expect([changed.status, changed.body.type]).toEqual([422, 'urn:yimen:problem:idempotency-key-reused']);
      const foreign = await send(await use.as('sends-the-keys-of-others'));
      expect([foreign.status, foreign.body.type]).toEqual([422, 'urn:yimen:problem:idempotency-key-reused']);
    },
  );
});
