/**
 * Owns what every guarded address is sent about things of another area, so that the area alone stands in the way. An
 * address that stands nowhere here fails `foreign-areas.spec.ts`, which says so.
 */
import { areaColumns } from '@yimen/contracts';
import { writeWorkbook } from '../../apps/api/src/workbooks/workbook-writer.js';
import { evidenceForm, evidenceId } from '../support/evidence.js';
import { png } from '../support/sample-files.js';
import type { Agent, Server } from './server.js';
import { deskRequest, requestsOf, standard } from './submission-input.js';

/** The area whose things these are; drafts and editions belong to the city above it. */
export const ELSEWHERE = 'lingling';
export const CITY = 'yongzhou';

/** What a request carries beside the address. */
export interface Attempt {
  readonly query?: string;
  readonly body?: object | string | Buffer;
  /** A file that is uploaded. */
  readonly file?: Buffer;
  /** Values for parts of the address where they are not those of the things. */
  readonly parts?: Readonly<Record<string, string>>;
}

export interface Things {
  /** Values for the parts of addresses, by their beginning and then by their name. */
  readonly parts: readonly (readonly [beginning: string, parts: Readonly<Record<string, string>>])[];
  /** What no list may name to anybody of another area. */
  readonly secrets: readonly string[];
  readonly record: string;
  readonly draft: string;
  readonly bytes: Readonly<Record<'table' | 'standard' | 'list' | 'folder', Buffer>>;
}

/** The identity number in the facts of the foreign record. */
const IDENTITY = '11010519491231002X';

const photographed = (photo: string) => {
  const { facts, acceptedOn } = deskRequest();
  const answers = { ...(facts[evidenceForm] as object), sitePhotos: [photo], idNumber: IDENTITY };
  return { edition: evidenceId, acceptedOn, facts: { [evidenceForm]: answers } };
};

const row = `${ELSEWHERE},${CITY},district,夺来区,Taken District,,,,`;
const columns = Object.keys(areaColumns);

const workbook = async (): Promise<Buffer> =>
  Buffer.from(
    await writeWorkbook(
      'x',
      columns.map((heading) => ({ heading, width: 10 })),
      [row.split(',')],
    ),
  );

const binary = async (agent: Agent, address: string): Promise<Buffer> =>
  (
    await agent
      .get(address)
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
      })
  ).body;

/** Makes a thing of every kind elsewhere. */
export async function makeThings(server: Server): Promise<Things> {
  const clerk = await server.as('foreign-clerk', [{ role: 'clerk', area: ELSEWHERE }]);
  const photo = (await clerk.post('/api/v1/files').attach('file', png(2, 2), 'x.png')).body.id;
  const record = (await clerk.post('/api/v1/submissions').send(photographed(photo))).body.id;
  const assessor = await server.as('foreign-assessor', [{ role: 'assessor', area: ELSEWHERE }]);
  const sheet = (await assessor.post('/api/v1/submissions').send(requestsOf(standard)[0])).body.id;
  const administrator = await server.as('foreign-administrator', [{ role: 'administrator', area: CITY }]);
  const drafts = '/api/v1/studio/drafts';
  const made = (await administrator.post(drafts).send({ kind: 'revision', edition: standard.id })).body;
  const one = `${drafts}/${made.id}`;
  const comment = (await administrator.post(`${one}/comments`).send({ document: '', pointer: '', text: '看一下' })).body
    .id;
  const list = String(standard.lists.keys().next().value);
  const form = standard.forms[0]?.id ?? '';
  const validator = (await administrator.get(`${one}/forms/${form}`)).body.validator as string;
  const [authority = '', subject = '', year = ''] = standard.id.split('/');
  const hash = /\.([0-9a-f]{64})\./u.exec(validator)?.[1] ?? '';
  return {
    record,
    draft: made.id,
    secrets: [record, sheet, photo, made.id, 'foreign-clerk'],
    parts: [
      ['/api/v1/submissions/', { id: record }],
      ['/api/v1/files/', { id: photo }],
      ['/api/v1/accounts/', { name: 'foreign-clerk' }],
      ['/api/v1/areas/', { id: ELSEWHERE }],
      ['/api/v1/studio/editions/', { authority, subject, year, version: '1' }],
      [`${drafts}/`, { id: made.id, comment, form, hash, list, submission: sheet }],
    ],
    bytes: {
      table: await workbook(),
      standard: await binary(administrator, `${one}/standard.xlsx`),
      list: await binary(administrator, `${one}/lists/${list}.xlsx`),
      folder: await binary(administrator, `/api/v1/editions/${standard.id}/folder.zip`),
    },
  };
}

type Attempts = Readonly<Record<string, (things: Things) => Attempt>>;

const nothing = (): Attempt => ({});

const records: Attempts = {
  'POST /api/v1/submissions': () => ({ body: { ...deskRequest(), area: ELSEWHERE } }),
  'GET /api/v1/submissions/{id}': nothing,
  'PUT /api/v1/submissions/{id}': () => ({ body: { facts: deskRequest().facts, reason: '更正' } }),
  'POST /api/v1/submissions/{id}/personal-data': () => ({ body: { reason: '核对' } }),
  'POST /api/v1/submissions/{id}/re-evaluation': nothing,
  'POST /api/v1/files': () => ({ query: `?area=${ELSEWHERE}`, file: png(3, 3) }),
  'GET /api/v1/files/{id}': nothing,
  'GET /api/v1/files/{id}/content': nothing,
};

const areasAndAccounts: Attempts = {
  'POST /api/v1/areas.csv': () => ({ query: '?dryRun=true', body: `${columns.join()}\n${row}` }),
  'POST /api/v1/areas.xlsx': ({ bytes }) => ({ query: '?dryRun=true', body: bytes.table }),
  'PUT /api/v1/areas/{id}': () => ({
    parts: { id: 'made-elsewhere' },
    body: { parent: ELSEWHERE, type: 'street', name: { zh: '新区', en: 'New' }, codes: [], opened: '2020-01-01' },
  }),
  'POST /api/v1/areas/{id}/changes': () => ({ body: { kind: 'recode', on: '2030-01-01', code: null } }),
  'PUT /api/v1/accounts/{name}': () => ({
    parts: { name: 'made-elsewhere' },
    body: { title: 'x', assignments: [{ role: 'clerk', area: ELSEWHERE }] },
  }),
  'POST /api/v1/accounts/{name}/changes': () => ({ body: { kind: 'disable' } }),
};

// ── The Studio: every new address of it that is about one edition or draft gets its line here ────────────────────────
const draft = '/api/v1/studio/drafts/{id}';
const edition = '/api/v1/studio/editions/{authority}/{subject}/{year}';
const studio: Attempts = {
  [`GET ${edition}`]: nothing,
  [`GET ${edition}/versions/{version}`]: nothing,
  [`POST ${edition}/withdrawal`]: () => ({ body: { version: 1, reason: '撤回' } }),
  'POST /api/v1/studio/drafts': () => ({ body: { kind: 'revision', edition: evidenceId } }),
  'POST /api/v1/studio/folder.zip': ({ bytes }) => ({ body: bytes.folder }),
  [`GET ${draft}`]: nothing,
  [`PUT ${draft}`]: () => ({ body: { confirmed: [] } }),
  [`GET ${draft}/comments`]: nothing,
  [`POST ${draft}/comments`]: () => ({ body: { document: '', pointer: '', text: '外来的意见' } }),
  [`POST ${draft}/comments/{comment}/resolution`]: nothing,
  [`POST ${draft}/proof`]: nothing,
  [`POST ${draft}/gate`]: nothing,
  [`GET ${draft}/gate`]: nothing,
  [`POST ${draft}/impact`]: () => ({ body: { edition: standard.id } }),
  [`GET ${draft}/impact`]: nothing,
  [`DELETE ${draft}/impact`]: nothing,
  [`GET ${draft}/impact/units`]: nothing,
  [`GET ${draft}/impact/units/{submission}`]: nothing,
  [`GET ${draft}/edition`]: nothing,
  [`GET ${draft}/evaluator.{hash}.js`]: nothing,
  [`GET ${draft}/forms/{form}`]: nothing,
  [`GET ${draft}/forms/{form}/validator.{hash}.js`]: nothing,
  [`GET ${draft}/standard.docx`]: nothing,
  [`GET ${draft}/standard.xlsx`]: nothing,
  [`POST ${draft}/standard.xlsx`]: ({ bytes }) => ({ body: bytes.standard }),
  [`GET ${draft}/lists/{list}.xlsx`]: nothing,
  [`POST ${draft}/lists/{list}.xlsx`]: ({ bytes }) => ({ body: bytes.list }),
  [`GET ${draft}/folder.zip`]: nothing,
  [`POST ${draft}/rebase`]: () => ({ body: {} }),
  [`POST ${draft}/submission`]: nothing,
  [`POST ${draft}/recall`]: nothing,
  [`POST ${draft}/return`]: () => ({ body: { note: '请再改' } }),
  [`POST ${draft}/approval`]: nothing,
  [`POST ${draft}/discard`]: nothing,
};

/** Addresses that deny things of another area. */
export const denied: Attempts = { ...records, ...areasAndAccounts, ...studio };

/** Addresses that answer, and tell nothing of another area. */
export const silent: Attempts = {
  'GET /api/v1/submissions': () => ({ query: '?limit=200' }),
  'POST /api/v1/submissions/search': () => ({ body: { identity: IDENTITY } }),
  'GET /api/v1/accounts': () => ({ query: '?limit=200' }),
  'GET /api/v1/audit': () => ({ query: '?limit=200' }),
  'GET /api/v1/studio/editions': nothing,
  'GET /api/v1/studio/drafts': () => ({ query: '?limit=200' }),
};

/** Addresses that answer everybody whom their permission lets in, whatever the area, and why. */
export const open: Readonly<Record<string, string>> = {
  'GET /api/v1/areas': 'the tree of areas is open to every role',
  'GET /api/v1/areas.csv': 'the tree of areas is open to every role',
  'GET /api/v1/areas.xlsx': 'the tree of areas is open to every role',
  'GET /api/v1/areas/{id}': 'the tree of areas is open to every role',
  'GET /api/v1/audit/report': 'the chain can only be checked whole; the report tells numbers and hashes',
};
