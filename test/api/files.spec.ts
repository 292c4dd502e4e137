import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { evidenceFiles, evidenceForm, evidenceId, layOut } from '../support/evidence.js';
import { edited } from '../support/next-year.js';
import { bomb, docx, jpeg, pdf, png } from '../support/sample-files.js';
import { type S3, startS3 } from './s3.js';
import { type Agent, emptyStore, type Server, type Store, startServer } from './server.js';
import { deskRequest } from './submission-input.js';

const folder = mkdtempSync(join(tmpdir(), 'yimen-evidence-'));
const variables = layOut(evidenceFiles(), folder);
const here = 'lengshuitan';
let store: Store;
let server: Server;
let clerk: Agent;

const start = async (): Promise<void> => {
  server = await startServer(store.environment(variables));
  clerk = await server.as('file-clerk', [{ role: 'clerk', area: here }]);
};

beforeAll(async () => {
  store = await emptyStore();
  await start();
});
afterAll(async () => {
  await server.stop();
  await store.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  readonly agent?: Agent;
  readonly name?: string;
  readonly type?: string;
  readonly key?: string;
  readonly query?: string;
}

function upload(bytes: Buffer, { agent = clerk, name = 'a.png', type, key, query = '' }: Sent = {}) {
  const request = agent.post(`/api/v1/files${query}`);
  if (key !== undefined) request.set('idempotency-key', key);
  return request.attach('file', bytes, { filename: name, ...(type && { contentType: type }) });
}

const content = (id: string, query = '', agent = clerk) =>
  agent
    .get(`/api/v1/files/${id}/content${query}`)
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done(null, Buffer.concat(chunks)));
    });

const placeOf = (sha256: string): string => {
  const { files } = store.environment();
  if (files.kind !== 'folder') throw new Error('no folder');
  return join(files.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
};

let made = 10;

/** A picture that no other test uploads. */
function different(): Buffer {
  made += 1;
  return png(made, 5);
}

describe('A file', () => {
  it('comes back byte for byte, with what is known of it', async () => {
    const bytes = png(20, 10);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const sent = await upload(bytes, { name: '低保证 1.png' });
    expect(sent.status).toBe(201);
    expect(sent.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/u),
      name: '低保证 1.png',
      mediaType: 'image/png',
      size: bytes.length,
      sha256,
      area: here,
      uploadedAt: expect.any(String),
    });
    const read = await clerk.get(String(sent.headers.location));
    expect([read.status, read.body]).toEqual([200, sent.body]);
    const got = await content(sent.body.id);
    expect(got.status).toBe(200);
    expect((got.body as Buffer).equals(bytes)).toBe(true);
    expect(readFileSync(placeOf(sha256)).equals(bytes)).toBe(true);
  });

  it('is handed out so that it can do nothing', async () => {
    const { body } = await upload(Buffer.concat([different(), Buffer.from('<script>alert(1)</script>')]), {
      name: '甲;乙.png',
    });
    const { headers } = await content(body.id);
    expect(headers['content-type']).toBe('image/png');
    expect(headers['content-disposition']).toMatch(/^attachment; filename=/u);
    expect(headers['content-disposition']).toContain("filename*=UTF-8''%E7%94%B2%3B%E4%B9%99.png");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers.etag).toBe(`"${body.sha256}"`);
  });

  it('is shown only where it is an image or a PDF, and only when that is asked for', async () => {
    const shown = async (bytes: Buffer, name: string, query: string): Promise<string> => {
      const { body } = await upload(bytes, { name });
      return String((await content(body.id, query)).headers['content-disposition']).split(';')[0] ?? '';
    };
    expect(await shown(different(), 'a.png', '?inline=true')).toBe('inline');
    expect(await shown(different(), 'a.png', '')).toBe('attachment');
    expect(await shown(pdf(), 'a.pdf', '?inline=true')).toBe('inline');
    expect(await shown(docx(), 'a.docx', '?inline=true')).toBe('attachment');
    expect((await clerk.get('/api/v1/files/x/content?inline=maybe')).status).toBe(400);
  });

  it('of the same bytes is kept once, and is another file all the same', async () => {
    const bytes = different();
    const [one, two] = [await upload(bytes, { name: '甲.png' }), await upload(bytes, { name: '乙.png' })];
    expect(one.body.id).not.toBe(two.body.id);
    expect(one.body.sha256).toBe(two.body.sha256);
    expect(readdirSync(join(placeOf(one.body.sha256), '..'))).toEqual([one.body.sha256]);
  });

  it.each([
    ['../../../etc/passwd.png', 'passwd.png'],
    ['..\\..\\x.png', 'x.png'],
    ['a\u202Egnp.png', 'agnp.png'],
    [`${'长'.repeat(250)}.png`, `${'长'.repeat(196)}.png`],
  ])('called %j becomes %j and lies under its hash', async (name, kept) => {
    const { status, body } = await upload(different(), { name });
    expect([status, body.name]).toEqual([201, kept]);
    expect(readFileSync(placeOf(body.sha256)).length).toBe(body.size);
  });
});

describe('An upload is refused', () => {
  const kept = (): number => readdirSync(join(placeOf('0'.repeat(64)), '../../..'), { recursive: true }).length;

  it.each([
    ['when it is empty', Buffer.alloc(0), 'a.png', 'empty-file'],
    ['when it is a page', Buffer.from('<!doctype html>'), 'a.html', 'unsupported-file'],
    ['when it is called something else', jpeg(), 'a.png', 'file-type-mismatch'],
    ['when it has 10,000,000,000 pixels', png(100_000, 100_000, false), 'a.png', 'too-many-pixels'],
    ['when it unpacks to 200 MB', bomb(200 * 1024 * 1024), 'a.docx', 'document-too-large-inside'],
  ])('%s, with the place and what is taken, and nothing is kept', async (_, bytes, name, code) => {
    const before = kept();
    const { status, body } = await upload(bytes, { name });
    expect([status, body.type]).toEqual([422, 'urn:yimen:problem:unacceptable-file']);
    expect(body.issues).toEqual([expect.objectContaining({ code, pointer: '/file' })]);
    expect(body.detail).toMatch(/\p{Script=Han}/u);
    expect(kept()).toBe(before);
  });

  it('when it is over 10 MB, however much', async () => {
    for (const size of [10 * 1024 * 1024 + 1, 30 * 1024 * 1024]) {
      const { status, body } = await upload(Buffer.concat([png(), Buffer.alloc(size)]));
      expect([status, body.type]).toEqual([413, 'urn:yimen:problem:file-too-large']);
      expect(body.detail).toContain('10 MB');
    }
    const most = Buffer.concat([png(), Buffer.alloc(10 * 1024 * 1024 - png().length)]);
    expect((await upload(most)).status).toBe(201);
  });

  it('when it holds no file, several, or is no such form', async () => {
    const none = await clerk.post('/api/v1/files').field('name', 'x');
    expect([none.status, none.body.type]).toEqual([422, 'urn:yimen:problem:no-file']);
    const misnamed = await clerk.post('/api/v1/files').attach('photo', png(), 'a.png');
    expect(misnamed.body.type).toBe('urn:yimen:problem:no-file');
    const two = await clerk.post('/api/v1/files').attach('file', png(), 'a.png').attach('file', png(), 'b.png');
    expect([two.status, two.body.type]).toEqual([422, 'urn:yimen:problem:several-files']);
    expect((await clerk.post('/api/v1/files').send({})).status).toBe(415);
    expect((await clerk.post('/api/v1/submissions').attach('file', png(), 'a.png')).status).toBe(415);
    const cut = await clerk
      .post('/api/v1/files')
      .set('content-type', 'multipart/form-data; boundary=x')
      .send('--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc');
    expect([cut.status, cut.body.type]).toEqual([400, 'urn:yimen:problem:broken-upload']);
  });

  it('when it goes to a foreign area, or to none of several', async () => {
    expect((await upload(png(), { query: '?area=lingling' })).status).toBe(403);
    expect((await upload(png(), { query: '?area=__proto__' })).status).toBe(400);
    const two = await server.as('two-areas', [
      { role: 'clerk', area: 'lingling' },
      { role: 'clerk', area: 'daoxian' },
    ]);
    expect((await upload(png(), { agent: two })).body.type).toBe('urn:yimen:problem:which-area');
    expect((await upload(png(), { agent: two, query: '?area=daoxian' })).body.area).toBe('daoxian');
  });
});

describe('An idempotency key', () => {
  it('makes sends at once and across a restart one file', async () => {
    const bytes = different();
    const first = await upload(bytes, { key: 'photo-1' });
    await server.stop();
    await start();
    const rest = await Promise.all(Array.from({ length: 5 }, () => upload(bytes, { key: 'photo-1' })));
    for (const { status, body } of rest) expect([status, body]).toEqual([201, first.body]);
    const atOnce = different();
    const answers = await Promise.all(Array.from({ length: 10 }, () => upload(atOnce, { key: 'photo-2' })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  });

  it('is refused with other bytes, from somebody else, and malformed', async () => {
    const bytes = different();
    await upload(bytes, { key: 'photo-3' });
    const other = await upload(different(), { key: 'photo-3' });
    expect([other.status, other.body.type]).toEqual([422, 'urn:yimen:problem:idempotency-key-reused']);
    const colleague = await server.as('colleague', [{ role: 'clerk', area: here }]);
    expect((await upload(bytes, { key: 'photo-3', agent: colleague })).status).toBe(422);
    expect((await upload(bytes, { key: 'with space' })).status).toBe(400);
  });

  it('is not used up by a refused upload', async () => {
    expect((await upload(Buffer.from('x'), { key: 'photo-4' })).status).toBe(422);
    expect((await upload(different(), { key: 'photo-4' })).status).toBe(201);
  });
});

const submit = (answers: object, agent = clerk) => {
  const { facts, ...request } = deskRequest();
  const form = { ...(facts[evidenceForm] as object), ...answers };
  return agent.post('/api/v1/submissions').send({ ...request, edition: evidenceId, facts: { [evidenceForm]: form } });
};

describe('Somebody', () => {
  const statusesFor = async (agent: Agent, id: string): Promise<number[]> =>
    Promise.all(
      [`/api/v1/files/${id}`, `/api/v1/files/${id}/content`].map(async (path) => (await agent.get(path)).status),
    );

  it('reads the files of the records that are theirs to read, and knows of no others', async () => {
    const { body } = await upload(different());
    const above = await server.as('above', [{ role: 'city-lead', area: 'yongzhou' }]);
    const there = await server.as('there', [{ role: 'clerk', area: 'lingling' }]);
    const assessor = await server.as('assessor', [{ role: 'assessor', area: here }]);
    const operator = await server.as('operator', [{ role: 'operator', area: here }]);
    const colleague = await server.as('desk-colleague', [{ role: 'clerk', area: here }]);
    expect(await statusesFor(clerk, body.id)).toEqual([200, 200]);
    for (const agent of [above, there, assessor, colleague])
      expect(await statusesFor(agent, body.id)).toEqual([404, 404]);
    expect((await submit({ sitePhotos: [body.id] })).status).toBe(201);
    for (const [agent, status] of [
      [clerk, 200],
      [colleague, 200],
      [above, 200],
      [there, 404],
      [assessor, 404],
      [operator, 403],
    ] as const)
      expect(await statusesFor(agent, body.id)).toEqual([status, status]);
    expect((await server.anyone().get(`/api/v1/files/${body.id}`)).status).toBe(401);
    for (const id of ['none', '__proto__', '..%2f..%2fetc%2fpasswd', body.sha256])
      expect((await clerk.get(`/api/v1/files/${id}`)).body.type).toBe('urn:yimen:problem:unknown-file');
  });
});

describe('A file that a record names no more', () => {
  it('is its uploader’s alone, and another’s is not to be named', async () => {
    const [first, second] = [(await upload(different())).body.id, (await upload(different())).body.id];
    const { body } = await submit({ sitePhotos: [first] });
    const lead = await server.as('files-lead', [{ role: 'county-lead', area: here }]);
    expect((await lead.get(`/api/v1/files/${first}`)).status).toBe(200);
    const answers = { ...body.facts[evidenceForm], sitePhotos: [second] };
    const corrected = await clerk
      .put(`/api/v1/submissions/${body.id}`)
      .set('if-match', '"1"')
      .send({ facts: { [evidenceForm]: answers }, reason: '传错了人的照片' });
    expect(corrected.status).toBe(200);
    expect((await lead.get(`/api/v1/files/${second}`)).status).toBe(200);
    expect((await lead.get(`/api/v1/files/${first}`)).status).toBe(404);
    const other = await server.as('files-colleague', [{ role: 'clerk', area: here }]);
    const taken = await submit({ sitePhotos: [first] }, other);
    expect([taken.status, taken.body.type]).toEqual([422, 'urn:yimen:problem:unusable-files']);
    expect((await submit({ sitePhotos: [first] })).status).toBe(201);
  });
});

describe('A file of an earlier release', () => {
  it('is found with its record by the readers of its kind from the next start on', async () => {
    const photo = (await upload(different())).body.id;
    const { body } = await submit({ sitePhotos: [photo] });
    const source = server.app.get(DataSource);
    await source.query('DELETE FROM file_attachment');
    await source.query('UPDATE submission SET kind = NULL');
    const readers = [
      ['city-lead', 200],
      ['assessor', 404],
    ] as const;
    await server.stop();
    await start();
    for (const [role, status] of readers) {
      const agent = await server.as(`earlier-${role}`, [{ role, area: 'yongzhou' }]);
      expect((await agent.get(`/api/v1/submissions/${body.id}`)).status).toBe(status);
      expect((await agent.get(`/api/v1/files/${photo}`)).status).toBe(status);
    }
  });
});

describe('A file that answers a personal question', () => {
  it('is read by whoever may be shown personal data, and by no other reader of the record', async () => {
    const own = await emptyStore();
    const place = mkdtempSync(join(tmpdir(), 'yimen-scan-'));
    const sources = edited(evidenceFiles(), `forms/${evidenceId}/${evidenceForm}.json`, (form) => {
      form.schema.properties.sitePhotos['x-personal'] = true;
    });
    const other = await startServer(own.environment(layOut(sources, place)));
    try {
      const taker = await other.as('scan-clerk', [{ role: 'clerk', area: here }]);
      const scan = (await upload(different(), { agent: taker })).body.id;
      const { status, body, text } = await submit({ sitePhotos: [scan] }, taker);
      expect([status, text.includes(scan)]).toEqual([201, false]);
      for (const [role, area, expected] of [
        ['clerk', here, 200],
        ['county-lead', here, 200],
        ['auditor', 'yongzhou', 404],
        ['city-lead', 'yongzhou', 404],
        ['clerk', 'lingling', 404],
      ] as const) {
        const agent = await other.as(`scan-${role}-${area}`, [{ role, area }]);
        expect([role, (await agent.get(`/api/v1/files/${scan}`)).status]).toEqual([role, expected]);
        if (role === 'auditor') expect((await agent.get(`/api/v1/submissions/${body.id}`)).status).toBe(200);
      }
      const shown = async () => {
        const auditor = await other.as('scan-auditor-yongzhou', [{ role: 'auditor', area: 'yongzhou' }]);
        const { items } = (await auditor.get(`/api/v1/audit?subject=${body.id}&action=personal-data-shown`)).body;
        return items.map(({ actor, details }: any) => [actor.name, details]);
      };
      expect(await shown()).toEqual([]);
      const lead = await other.as(`scan-county-lead-${here}`, [{ role: 'county-lead', area: here }]);
      const above = await other.as('scan-city-lead-yongzhou', [{ role: 'city-lead', area: 'yongzhou' }]);
      for (const [agent, expected] of [
        [lead, 200],
        [taker, 200],
        [above, 404],
      ] as const)
        expect((await agent.get(`/api/v1/files/${scan}/content`)).status).toBe(expected);
      expect(await shown()).toEqual([
        ['scan-clerk', { file: scan }],
        [`scan-county-lead-${here}`, { file: scan }],
      ]);
    } finally {
      await other.stop();
      await own.remove();
      rmSync(place, { recursive: true, force: true });
    }
  });
});

describe('Bytes that changed where they lie', () => {
  it.each([
    ['by one bit', (bytes: Buffer) => Buffer.from(bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte)))],
    ['by their end', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['altogether', () => Buffer.alloc(0)],
  ])('%s are told and never handed out, and are mended by uploading them again', async (_, change) => {
    const bytes = different();
    const { body } = await upload(bytes);
    writeFileSync(placeOf(body.sha256), change(bytes));
    const damaged = await clerk.get(`/api/v1/files/${body.id}/content`);
    expect([damaged.status, damaged.body.type]).toEqual([500, 'urn:yimen:problem:file-damaged']);
    await upload(bytes);
    expect((await content(body.id)).status).toBe(200);
    rmSync(placeOf(body.sha256));
    expect((await clerk.get(`/api/v1/files/${body.id}/content`)).body.type).toBe('urn:yimen:problem:file-damaged');
  });
});

describe('A submission that names files', () => {
  const issuesOf = ({ body }: { readonly body: any }): string[] =>
    body.issues.map(({ code, pointer }: any) => `${code} ${pointer}`);

  it('keeps their ids and nothing else', async () => {
    const [photo, paper] = [await upload(different()), await upload(pdf(), { name: 'a.pdf' })];
    const answers = { sitePhotos: [photo.body.id], signedPaper: [paper.body.id] };
    const { status, body, headers } = await submit(answers);
    expect(status).toBe(201);
    expect(body.facts[evidenceForm]).toMatchObject(answers);
    expect((await clerk.post(`${headers.location}/re-evaluation`)).body.same).toBe(true);
  });

  it('must name such as are there, in its own area, of the kind that is asked for', async () => {
    const there = await server.as('clerk-there', [{ role: 'clerk', area: 'lingling' }]);
    const foreign = (await upload(different(), { agent: there })).body.id;
    const photo = (await upload(different())).body.id;
    const none = '00000000-0000-4000-8000-000000000000';
    const refused = await submit({ sitePhotos: [photo, foreign, none], signedPaper: [photo] });
    expect([refused.status, refused.body.type]).toEqual([422, 'urn:yimen:problem:unusable-files']);
    expect(issuesOf(refused)).toEqual([
      `unknown-file /${evidenceForm}/sitePhotos/1`,
      `unknown-file /${evidenceForm}/sitePhotos/2`,
      `wrong-file-kind /${evidenceForm}/signedPaper/0`,
    ]);
  });

  it('must name as many as its form asks for', async () => {
    const photo = (await upload(different())).body.id;
    expect(issuesOf(await submit({ sitePhotos: [] }))).toEqual([`too-few-files /${evidenceForm}/sitePhotos`]);
    expect(issuesOf(await submit({}))).toContain(`missing-answer /${evidenceForm}/sitePhotos`);
    expect(issuesOf(await submit({ sitePhotos: [photo], signedPaper: ['../x'] }))).toEqual([
      `wrong-format /${evidenceForm}/signedPaper/0`,
    ]);
  });
});

describe('A server whose folder of files cannot be written to', () => {
  it('says so to whoever watches it, and that it can again', async () => {
    const own = await emptyStore();
    const { files } = own.environment();
    if (files.kind !== 'folder') throw new Error('no folder');
    const other = await startServer(own.environment());
    const ready = async () => (await other.anyone().get('/api/health/ready')).body.files;
    rmSync(files.folder, { recursive: true, force: true });
    writeFileSync(files.folder, 'a file in the way');
    expect(await ready()).toBe('unavailable');
    rmSync(files.folder);
    let said = await ready();
    for (let tries = 0; tries < 100 && said !== 'ok'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      said = await ready();
    }
    expect(said).toBe('ok');
    await other.stop();
    await own.remove();
  });
});

describe('A server with a bucket', () => {
  let s3: S3;
  let bucketStore: Store;

  beforeAll(async () => {
    [s3, bucketStore] = await Promise.all([startS3(), emptyStore()]);
  });
  afterAll(() => bucketStore.remove());

  it('keeps files there, and says so when it does not answer', async () => {
    const other = await startServer(bucketStore.environment(s3.variables));
    const agent = await other.as('file-clerk', [{ role: 'clerk', area: here }]);
    const bytes = different();
    const { status, body } = await upload(bytes, { agent });
    expect(status).toBe(201);
    expect(((await content(body.id, '', agent)).body as Buffer).equals(bytes)).toBe(true);
    await s3.stop();
    for (const answer of [await upload(different(), { agent }), await agent.get(`/api/v1/files/${body.id}/content`)])
      expect([answer.status, answer.body.type]).toEqual([503, 'urn:yimen:problem:file-store-unavailable']);
    const ready = await agent.get('/api/health/ready');
    expect([ready.status, ready.body]).toEqual([200, { status: 'degraded', files: 'unavailable' }]);
    expect((await agent.get('/api/v1/submissions')).status).toBe(200);
    await other.stop();
  });
});
