/** Owns a server with stored sheets and a draft of next year that they are held against, for tests of the impact. */
import { type Edition, editionFromDocuments } from '@yimen/config';
import type { AreaCreation } from '@yimen/contracts';
import { compile, type Evaluator } from '@yimen/engine';
import { AreaScope } from '../../apps/api/src/areas/area-scope.js';
import { AreasService } from '../../apps/api/src/areas/areas.service.js';
import { variedSheet } from '../bench/sheets.mjs';
import { nextStandard } from '../support/next-standard.js';
import { seededRandom } from '../support/random.js';
import { type Agent, emptyStore, type Server, type Store, startServer } from './server.js';
import { standard } from './submission-input.js';

export const DRAFTS = '/api/v1/studio/drafts';
export const HERE = 'lengshuitan';
export const ELSEWHERE = 'elsewhere';
const [top = ''] = standard.id.split('/');
/** The area whose standard it is. */
export const city = top;

export interface StoredSheet {
  readonly facts: Record<string, any>;
  readonly area: string;
}

export interface Setting {
  readonly store: Store;
  readonly server: Server;
  /** Of the city, and of the city and another one. */
  readonly administrator: Agent;
  readonly reviewer: Agent;
  readonly widely: Agent;
  readonly draft: any;
  readonly next: Edition;
  /** By the records' ids; every fifth lies in another city. */
  readonly sheets: ReadonlyMap<string, StoredSheet>;
  readonly stop: () => Promise<void>;
}

export async function impactSetting(count: number): Promise<Setting> {
  const store = await emptyStore();
  const server = await startServer(store.environment());
  await server.app.get(AreasService).create(ELSEWHERE, otherCity(), AreaScope.everywhere);
  const administrator = await server.as('administrator', [{ role: 'administrator', area: city }]);
  const reviewer = await server.as('reviewer', [{ role: 'reviewer', area: city }]);
  const both = [city, ELSEWHERE].map((area) => ({ role: 'administrator', area }) as const);
  const widely = await server.as('widely', both);
  const sheets = await storeSheets(server, count);
  const draft = await begin(administrator, { kind: 'roll-over', edition: standard.id });
  await change(administrator, draft, nextStandard(draft.documents));
  const { documents } = (await administrator.get(`${DRAFTS}/${draft.id}`)).body;
  const stop = async (): Promise<void> => {
    await server.stop();
    await store.remove();
  };
  const next = opened(draft.edition, documents);
  return { store, server, administrator, reviewer, widely, draft, next, sheets, stop };
}

const otherCity = (): AreaCreation => ({
  parent: null,
  type: 'city',
  name: { zh: '外市', en: 'Elsewhere' },
  codes: [],
  opened: null,
});

async function storeSheets(server: Server, count: number): Promise<Map<string, StoredSheet>> {
  const sheets = new Map<string, StoredSheet>();
  const random = seededRandom('impact');
  const areas = [HERE, HERE, 'lingling', 'daoxian', ELSEWHERE];
  const here = await server.as('assessor-here', [{ role: 'assessor', area: city }]);
  const there = await server.as('assessor-elsewhere', [{ role: 'assessor', area: ELSEWHERE }]);
  for (let index = 0; index < count; index += 1) {
    const [facts, area] = [variedSheet(standard, random), areas[index % areas.length] as string];
    const agent = area === ELSEWHERE ? there : here;
    const { body } = await agent.post('/api/v1/submissions').send({ edition: standard.id, facts, area }).expect(201);
    sheets.set(body.id, { facts, area });
  }
  return sheets;
}

export async function begin(agent: Agent, creation: object): Promise<any> {
  return (await agent.post(DRAFTS).send(creation).expect(201)).body;
}

export const change = (agent: Agent, { id, version }: any, documents: object) =>
  agent.put(`${DRAFTS}/${id}`).set('if-match', `"${version}"`).send({ documents }).expect(200);

export function opened(id: string, documents: Record<string, unknown>): Edition {
  const read = editionFromDocuments(id, documents);
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)));
  return read.edition;
}

const evaluators = new Map<string, Evaluator>();

export function evaluatorOf(edition: Edition): Evaluator {
  const known = evaluators.get(edition.hash);
  if (known) return known;
  const compiled = compile(edition);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues.slice(0, 3)));
  evaluators.set(edition.hash, compiled.evaluator);
  return compiled.evaluator;
}

/** Asks for the impact of a draft and waits for what comes of it. */
export async function impactOf(agent: Agent, draft: string, request: object): Promise<any> {
  await agent.post(`${DRAFTS}/${draft}/impact`).send(request).expect(200);
  return ended(agent, draft);
}

export async function ended(agent: Agent, draft: string): Promise<any> {
  for (;;) {
    const { body } = await agent.get(`${DRAFTS}/${draft}/impact`).expect(200);
    if (body.state !== 'running') return body;
    await pause(20);
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Every unit, from page after page. */
export async function unitsOf(agent: Agent, draft: string, query = ''): Promise<any[]> {
  const found: any[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await agent.get(`${DRAFTS}/${draft}/impact/units?limit=100${query}${cursor}`).expect(200);
    found.push(...body.items);
    if (body.next === null && found.length !== body.total) throw new Error(`${found.length} of ${body.total} units`);
    if (body.next === null) return found;
    cursor = `&cursor=${body.next}`;
  }
}

/** How often each value comes, by its JSON. */
export const counted = (values: readonly unknown[]): Map<string, number> =>
  values.reduce<Map<string, number>>((counts, value) => {
    const key = JSON.stringify(value);
    return counts.set(key, (counts.get(key) ?? 0) + 1);
  }, new Map());

/** The cells of a matrix as `counted` has them. */
export const cellsOf = (matrix: readonly any[]): Map<string, number> =>
  new Map(matrix.map(({ before, after, units }) => [JSON.stringify([before, after]), units]));
