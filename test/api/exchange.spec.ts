/** Editions out of the configuration and back, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentHash } from '@yimen/config';
import { archiveType, workbookType } from '@yimen/contracts';
import { type Agent, freshServer, type Server } from './server.js';
import { desk, standard } from './submission-input.js';

let server: Server;
let administrator: Agent;
let draft: any;
beforeAll(async () => {
  server = await freshServer();
  administrator = await server.as('administrator', [{ role: 'administrator', area: standard.id.split('/')[0] ?? '' }]);
  draft = (await administrator.post('/api/v1/studio/drafts').send({ kind: 'revision', edition: standard.id })).body;
});
afterAll(() => server.stop());

const bytesOf = async (agent: Agent, address: string): Promise<Buffer> => {
  const { body, status } = await agent.get(address).buffer(true).parse(binary);
  expect([address, status]).toEqual([address, 200]);
  return body;
};
const binary = (response: any, done: (error: null, body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
};
const of = (file: string): string => `/api/v1/studio/drafts/${draft.id}/${file}`;
const send = (address: string, type: string, bytes: Buffer) =>
  administrator.post(address).set('content-type', type).send(bytes);

describe('An edition', () => {
  it('leaves as a Word document, a workbook and a folder, published or drafted', async () => {
    for (const file of ['standard.docx', 'standard.xlsx', 'folder.zip']) {
      for (const address of [`/api/v1/editions/${standard.id}/${file}`, of(file)])
        expect((await bytesOf(administrator, address)).subarray(0, 2).toString()).toBe('PK');
    }
    expect((await administrator.get(`/api/v1/editions/${desk.id}/standard.docx`)).status).toBe(404);
    expect((await server.anyone().get(`/api/v1/editions/${standard.id}/standard.docx`)).status).toBe(401);
  });

  it('comes back from its own workbook with no edit at all', async () => {
    const { body, status } = await send(
      of('standard.xlsx'),
      workbookType,
      await bytesOf(administrator, of('standard.xlsx')),
    );
    expect([status, body]).toEqual([200, { documents: {}, edits: 0, issues: [] }]);
    const list = standard.lists.keys().next().value;
    const again = await send(
      of(`lists/${list}.xlsx`),
      workbookType,
      await bytesOf(administrator, of(`lists/${list}.xlsx`)),
    );
    expect([again.status, again.body.edits]).toEqual([200, 0]);
  });

  it('is refused from a file that is none, with nothing taken', async () => {
    for (const [address, type] of [
      [of('standard.xlsx'), workbookType],
      ['/api/v1/studio/folder.zip', archiveType],
    ] as const) {
      const { status, body } = await send(address, type, Buffer.from('no file'));
      expect([address, status]).toEqual([address, 422]);
      expect(body.issues.length).toBeGreaterThan(0);
    }
  });

  it('comes back from its folder to the letter, as a draft once somebody wants it', async () => {
    const folder = await bytesOf(administrator, `/api/v1/editions/${desk.id}/folder.zip`);
    const tried = await send('/api/v1/studio/folder.zip?dryRun=true', archiveType, folder);
    expect([tried.status, tried.body.edition, tried.body.draft]).toEqual([200, desk.id, null]);
    expect(contentHash(tried.body.documents)).toBe(desk.hash);
    const { body } = await send('/api/v1/studio/folder.zip', archiveType, folder);
    const made = (await administrator.get(`/api/v1/studio/drafts/${body.draft}`)).body;
    expect([made.edition, made.origin.kind, contentHash(made.documents)]).toEqual([desk.id, 'import', desk.hash]);
    expect((await send('/api/v1/studio/folder.zip', archiveType, folder)).status).toBe(409);
  });

  it('is told nothing of by a folder that somebody of another area only tries', async () => {
    const folder = await bytesOf(administrator, `/api/v1/editions/${desk.id}/folder.zip`);
    const county = await server.as('county', [{ role: 'administrator', area: 'lingling' }]);
    const { status, body } = await county
      .post('/api/v1/studio/folder.zip?dryRun=true')
      .set('content-type', archiveType)
      .send(folder);
    expect([status, body.type, body.base]).toEqual([403, 'urn:yimen:problem:not-allowed', undefined]);
  });
});
