import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type S3, startS3 } from '../api/s3.js';
import { deskRequest } from '../api/submission-input.js';
import { type PrivateMariadb, startPrivateMariadb } from '../support/mariadb.js';
import { seededRandom } from '../support/random.js';
import { png } from '../support/sample-files.js';
import { download, everyRole, firstOperator, type Session, send, signIn, upload } from './client.js';
import { ask, emptyPlace, onMariadb, type Place } from './place.js';
import { outcomeOf, run, type ServerProcess, startProcess, type Variables } from './server-process.js';

let place: Place;
let other: PrivateMariadb | undefined;
let server: ServerProcess;
let session: Session;
const folder = mkdtempSync(join(tmpdir(), 'yimen-backup-'));
const file = join(folder, 'yimen.backup');

beforeAll(async () => {
  place = await emptyPlace();
  if (!onMariadb) other = await startPrivateMariadb();
  server = await startProcess(place.variables);
  session = await everyRole(server.address, await firstOperator(server.address, server.invitation));
});
afterAll(async () => {
  server.signal('SIGKILL');
  await other?.stop();
  await place.remove();
  rmSync(folder, { recursive: true, force: true });
});

const operate = (variables: Variables, ...words: string[]) => outcomeOf(run('operate.js', variables, words));

let places = 0;

/** An empty place of the other kind, or of the same. */
async function emptyCopy(kind: 'sqlite' | 'mariadb'): Promise<{ variables: Variables; data: string }> {
  places += 1;
  const data = join(folder, `copy-${places}`);
  const { DATA_KEYS = '' } = place.variables;
  if (kind === 'sqlite') return { variables: { DATA_KEYS, DATA_DIR: data }, data };
  const url = await (place.mariadb ?? (other as PrivateMariadb)).url(`copy_${places}`);
  return { variables: { DATA_KEYS, DATA_DIR: data, DATABASE_URL: url }, data };
}

const request = { ...deskRequest(), area: 'lengshuitan' };
const post = (key: string) =>
  send(server.address, session, 'POST', '/api/v1/submissions', request, { 'idempotency-key': key });

/** Pictures that were acknowledged, by the ids that they were given. */
const pictures = new Map<string, Buffer>();
let width = 0;

async function uploadPicture(): Promise<void> {
  width += 1;
  const bytes = Buffer.concat([png(width, 7), Buffer.alloc(300_000, width)]);
  const { status, body } = await upload(server.address, session, 'lengshuitan', bytes);
  expect(status).toBe(201);
  pictures.set(body.id, bytes);
}

/** All records, page by page. */
async function records(address: string, who: Session, cursor = ''): Promise<any[]> {
  const { items, next } = (await send(address, who, 'GET', `/api/v1/submissions?limit=200${cursor}`)).body;
  return next === null ? items : [...items, ...(await records(address, who, `&cursor=${next}`))];
}

/** The lines that say how many rows a table has, and their hash. */
const tablesIn = (out: string): string[] => out.split('\n').filter((line) => /^ {2}\w+ \d+ [0-9a-f]{64}$/u.test(line));

describe('A backup', () => {
  let told: string;
  const acknowledged: string[] = [];
  const earlier = new Set<string>();

  it('is taken of one moment while the server goes on writing', async () => {
    const before = await Promise.all(Array.from({ length: 30 }, (_, index) => post(`before-${index}`)));
    acknowledged.push(...before.map(({ body }) => body.id));
    for (let count = 0; count < 10; count += 1) await uploadPicture();
    for (const id of pictures.keys()) earlier.add(id);
    let over = false;
    const writing = (async () => {
      let count = 0;
      for (; !over; count += 1) expect((await post(`during-${count}`)).status).toBe(201);
      return count;
    })();
    const uploading = (async () => {
      while (!over) await uploadPicture();
    })();
    // What another server is just writing grows from one look to the next.
    const growing = (async () => {
      mkdirSync(join(place.folder, 'files/unfinished'), { recursive: true });
      for (; !over; await pause(1))
        appendFileSync(join(place.folder, 'files/unfinished/growing'), Buffer.alloc(50_000));
    })();
    const { code, out, err } = await operate(place.variables, 'backup', file);
    over = true;
    expect([code, err]).toEqual([0, '']);
    expect(await writing).toBeGreaterThan(0);
    await Promise.all([uploading, growing]);
    expect(pictures.size).toBeGreaterThan(earlier.size);
    expect(statSync(file).mode & 0o077).toBe(0);
    told = out;
    const count = (table: string) => Number(new RegExp(`^  ${table} (\\d+) `, 'mu').exec(out)?.[1]);
    expect(count('submission')).toBeGreaterThanOrEqual(30);
    expect(count('idempotency_key')).toBe(count('submission'));
    expect(out).not.toMatch(/^ {2}session /mu);
  });

  it('is not written over another file', async () => {
    const { code, err } = await operate(place.variables, 'backup', file);
    expect([code, readdirSync(folder)]).toEqual([1, ['yimen.backup']]);
    expect(err).toMatch(/已存在[\s\S]*exists/u);
  });

  it('passes the drill, which leaves nothing', async () => {
    const before = readdirSync(place.folder).sort();
    const { code, out, err } = await operate(place.variables, 'drill', file);
    expect([code, err]).toEqual([0, '']);
    expect(tablesIn(out)).toEqual(tablesIn(told));
    expect(readdirSync(place.folder).sort()).toEqual(before);
    const left = onMariadb ? await place.ask("SHOW DATABASES LIKE 'yimen\\_drill%'") : [];
    expect(left).toEqual([]);
  });

  it.each(['sqlite', 'mariadb'] as const)(
    'is restored on %s: records, accounts and files, but no session',
    async (kind) => {
      const { variables, data } = await emptyCopy(kind);
      const restored = await operate(variables, 'restore', file);
      expect([restored.code, restored.err]).toEqual([0, '']);
      expect(tablesIn(restored.out)).toEqual(tablesIn(told));
      expect(existsSync(join(data, 'files/unfinished/growing'))).toBe(false);
      const copy = await startProcess(variables);
      try {
        expect(copy.invitation).toBeUndefined();
        expect((await send(copy.address, session, 'GET', '/api/v1/session')).body.account).toBeNull();
        const again = await signIn(copy.address, 'everybody');
        const ids = (await records(copy.address, again)).map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(acknowledged));
        const { body } = await send(copy.address, again, 'POST', `/api/v1/submissions/${ids[0]}/re-evaluation`);
        expect(body.same).toBe(true);
        const repeated = await send(copy.address, again, 'POST', '/api/v1/submissions', request, {
          'idempotency-key': 'before-0',
        });
        expect(repeated.body.id).toBe(acknowledged[0]);
        for (const id of earlier) expect(await download(copy.address, again, id)).toEqual(pictures.get(id));
      } finally {
        copy.signal('SIGKILL');
        await copy.ended;
      }
      const round = join(folder, `round-${kind}.backup`);
      expect((await operate(variables, 'backup', round)).code).toBe(0);
      expect((await operate(place.variables, 'drill', round)).code).toBe(0);
      const refused = await operate(variables, 'restore', file);
      expect(refused.code).toBe(1);
      expect(refused.err).toMatch(/只能恢复到空的地方[\s\S]*empty place only/u);
    },
  );

  it('is not restored beside what a database that was moved away has left', async () => {
    for (const left of ['yimen.sqlite-wal', 'yimen.sqlite-journal']) {
      const { variables, data } = await emptyCopy('sqlite');
      mkdirSync(data, { recursive: true });
      writeFileSync(join(data, left), 'pages of another database');
      const { code, err } = await operate(variables, 'restore', file);
      expect([code, readdirSync(data)]).toEqual([1, [left]]);
      expect(err).toContain(left);
    }
  });

  it('in which any byte differs, or that ends early, is refused before anything is stored', async () => {
    const { openBackup } = await import('../../apps/api/src/backup/backup-reader.js');
    const random = seededRandom('damage');
    const good = readFileSync(file);
    const bad = join(folder, 'bad.backup');
    const refused = async (bytes: Buffer): Promise<void> => {
      writeFileSync(bad, bytes);
      await expect(openBackup(bad)).rejects.toMatchObject({ code: 'damaged-backup' });
    };
    const places = [
      0,
      3,
      4,
      8,
      9,
      good.length - 1,
      good.length - 40,
      ...Array.from({ length: 300 }, () => random() * good.length),
    ];
    for (const at of places) {
      const bytes = Buffer.from(good);
      bytes[Math.floor(at)] = (bytes[Math.floor(at)] as number) ^ (1 + Math.floor(random() * 255));
      await refused(bytes);
    }
    for (const length of [0, 1, 50, 1000, good.length - 1]) await refused(good.subarray(0, length));
    await refused(Buffer.concat([good, Buffer.from('x')]));
    const { variables, data } = await emptyCopy(onMariadb ? 'mariadb' : 'sqlite');
    const { code, err } = await operate(variables, 'restore', bad);
    expect(code).toBe(1);
    expect(err).toMatch(/备份已损坏[\s\S]*damaged/u);
    expect(() => readdirSync(data)).toThrow(/ENOENT/u);
  });

  it('of a newer schema is refused before anything is stored', async () => {
    const newer = await emptyCopy(onMariadb ? 'mariadb' : 'sqlite');
    expect((await operate(newer.variables, 'restore', file)).code).toBe(0);
    await ask(newer.variables, "INSERT INTO migrations (timestamp, name) VALUES (1900000000000, 'Later1900000000000')");
    const path = join(folder, 'newer.backup');
    expect((await operate(newer.variables, 'backup', path)).code).toBe(0);
    for (const command of ['restore', 'drill']) {
      const { variables, data } = await emptyCopy(onMariadb ? 'mariadb' : 'sqlite');
      const { code, err } = await operate(variables, command, path);
      expect([command, code]).toEqual([command, 1]);
      expect(err).toMatch(/更新的版本（Later1900000000000）[\s\S]*newer version/u);
      expect(readdirSync(data)).toEqual([]);
    }
    const boot = await outcomeOf(run('main.js', newer.variables));
    expect([boot.code, /更新的版本/u.test(boot.err)]).toEqual([1, true]);
  });
});

/** Starts a server on a place of its own that keeps files in a bucket, with a picture uploaded and named by a record. */
async function servedFromBucket(s3: S3): Promise<{ variables: Variables; id: string; bytes: Buffer }> {
  const { variables: own } = await emptyCopy(onMariadb ? 'mariadb' : 'sqlite');
  const variables = { ...own, ...s3.variables };
  const other = await startProcess(variables);
  try {
    const who = await everyRole(other.address, await firstOperator(other.address, other.invitation));
    const bytes = png(300, 11);
    const { status, body } = await upload(other.address, who, 'lengshuitan', bytes);
    expect(status).toBe(201);
    return { variables, id: body.id, bytes };
  } finally {
    other.signal('SIGKILL');
    await other.ended;
  }
}

/** What a server on a restored place hands out as a file. */
async function readFrom(variables: Variables, id: string): Promise<Buffer | number> {
  const copy = await startProcess(variables);
  try {
    return await download(copy.address, await signIn(copy.address, 'everybody'), id);
  } finally {
    copy.signal('SIGKILL');
    await copy.ended;
  }
}

describe('A backup of files in a bucket', () => {
  let [one, two]: (S3 | undefined)[] = [];
  beforeAll(async () => {
    [one, two] = await Promise.all([startS3(), startS3()]);
  });
  afterAll(() => Promise.all([one?.stop(), two?.stop()]));

  it('holds them, passes the drill, and is restored into a folder or another bucket', async () => {
    const { variables, id, bytes } = await servedFromBucket(one as S3);
    const path = join(folder, 'bucket.backup');
    const taken = await operate(variables, 'backup', path);
    expect([taken.code, taken.err]).toEqual([0, '']);
    expect(taken.out).toMatch(/1 个文件[\s\S]*, 1 files/u);
    expect((await operate(variables, 'drill', path)).code).toBe(0);
    for (const settings of [{}, (two as S3).variables]) {
      const copy = await emptyCopy(onMariadb ? 'mariadb' : 'sqlite');
      const into = { ...copy.variables, ...settings };
      expect((await operate(into, 'restore', path)).code).toBe(0);
      expect(await readFrom(into, id)).toEqual(bytes);
      expect(existsSync(join(copy.data, 'files'))).toBe(!('FILES_S3_BUCKET' in settings));
    }
  });

  it('is not taken while the bucket does not answer', async () => {
    const { variables } = await servedFromBucket(two as S3);
    const path = join(folder, 'unanswered.backup');
    const taken = await operate({ ...variables, FILES_S3_ENDPOINT: 'http://127.0.0.1:1' }, 'backup', path);
    expect([taken.code, existsSync(path)]).toEqual([1, false]);
    expect(taken.err).toMatch(/失败[\s\S]*failed/u);
  });
});

describe('A backup of a place where files were lost or damaged', () => {
  it('is taken without them, names each and ends with a code of its own', async () => {
    const { variables, data } = await emptyCopy(onMariadb ? 'mariadb' : 'sqlite');
    expect((await operate(variables, 'restore', file)).code).toBe(0);
    const places = [...pictures.values()].slice(0, 2).map((bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex');
      return { hash, path: join(data, 'files', hash.slice(0, 2), hash.slice(2, 4), hash) };
    });
    const [lost, damaged] = places as [(typeof places)[number], (typeof places)[number]];
    rmSync(lost.path);
    writeFileSync(damaged.path, 'something else');
    const path = join(folder, 'partly.backup');
    const taken = await operate(variables, 'backup', path);
    expect(taken.code).toBe(3);
    expect(taken.err).toMatch(/2 个文件在存放处已丢失或损坏[\s\S]*2 files are lost or damaged/u);
    expect(taken.err).toContain(`${lost.hash} gone`);
    expect(taken.err).toContain(`${damaged.hash} damaged`);
    const copy = await emptyCopy(onMariadb ? 'mariadb' : 'sqlite');
    expect((await operate(copy.variables, 'restore', path)).code).toBe(3);
  });
});

describe('The operator’s commands', () => {
  it.each([[[]], [['unknown']], [['backup']], [['backup', 'a', 'b']]])(
    'say how they are used for %j',
    async (words) => {
      const { code, err } = await operate(place.variables, ...words);
      expect(code).toBe(2);
      expect(err).toMatch(/用法[\s\S]*backup <file>[\s\S]*restore <file>/u);
    },
  );

  it('find nothing to back up where no database is', async () => {
    const { variables } = await emptyCopy(onMariadb ? 'mariadb' : 'sqlite');
    const { code, err } = await operate(variables, 'backup', join(folder, 'none.backup'));
    expect([code, readdirSync(folder).includes('none.backup')]).toEqual([1, false]);
    expect(err).toMatch(/没有数据库[\s\S]*no database/u);
  });
});
