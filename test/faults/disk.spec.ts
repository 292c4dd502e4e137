import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deskRequest } from '../api/submission-input.js';
import { png } from '../support/sample-files.js';
import { repository } from '../support/shipped.js';
import { download, everyRole, firstOperator, type Session, send, upload } from './client.js';
import { ask, emptyPlace, onMariadb, type Place } from './place.js';
import { outcomeOf, run, type ServerProcess, startProcess, type Variables } from './server-process.js';

const AREA = 'lengshuitan';
const folder = mkdtempSync(join(tmpdir(), 'yimen-disk-'));

/** Whether this process may mount a small file system of its own. */
function mount(options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const unmount = (): void => void execFileSync('umount', [folder], { stdio: 'ignore' });
const mountable = mount('size=1m');
if (mountable) unmount();
else process.stderr.write('disk: nothing may be mounted here; the full disk of the fixture alone is tried\n');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const embedded = onMariadb ? describe.skip : describe;
const mounted = mountable ? it : it.skip;

/** Waits until something holds, not for ever: a server asks about its disk every few seconds. */
async function soon(holds: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    try {
      return await holds();
    } catch {
      await pause(250);
    }
  }
  await holds();
}

/** A place on a disk that can be filled and freed. */
interface Disk {
  readonly variables: Variables;
  readonly fill: () => void;
  readonly free: () => void;
  readonly remove: () => Promise<void>;
}

/** A small file system, filled by a file that takes what is left. */
async function smallDisk(): Promise<Disk> {
  mount('size=8m');
  const ballast = join(folder, 'ballast');
  return {
    variables: { DATA_DIR: folder },
    fill: () => expect(() => writeFileSync(ballast, Buffer.alloc(16 * 1024 * 1024))).toThrow(/ENOSPC/u),
    free: () => rmSync(ballast),
    remove: async () => unmount(),
  };
}

/** A disk of which the fixture says that it is full: nothing has to be mounted. */
async function toldDisk(): Promise<Disk> {
  const place: Place = await emptyPlace();
  const fixture = pathToFileURL(join(repository, 'test/faults/fixtures/full-disk.mjs')).href;
  const mark = join(place.folder, 'disk-is-full');
  return {
    variables: { ...place.variables, NODE_OPTIONS: `--import ${fixture}` },
    fill: () => writeFileSync(mark, ''),
    free: () => rmSync(mark),
    remove: () => place.remove(),
  };
}

const disks = [
  ['as the fixture has it', toldDisk, true],
  ['of a small file system', smallDisk, mountable && !onMariadb],
] as const;

describe.each(disks)('A server on a full disk, %s', (_, makeDisk, possible) => {
  const can = possible ? it : it.skip;
  let disk: Disk;
  let server: ServerProcess;
  let session: Session;
  let before: any;
  const picture = Buffer.concat([png(7, 7), Buffer.alloc(400_000)]);

  beforeAll(async () => {
    if (!possible) return;
    disk = await makeDisk();
    server = await startProcess(disk.variables);
    session = await everyRole(server.address, await firstOperator(server.address, server.invitation));
    before = await post('before');
    expect(before.status).toBe(201);
    expect((await upload(server.address, session, AREA, png(6, 6))).status).toBe(201);
    disk.fill();
  });
  afterAll(async () => {
    server?.signal('SIGKILL');
    await server?.ended;
    await disk?.remove();
  });

  const post = (key: string) =>
    send(
      server.address,
      session,
      'POST',
      '/api/v1/submissions',
      { ...deskRequest(), area: AREA },
      {
        'idempotency-key': key,
      },
    );
  const ready = async () => (await send(server.address, undefined, 'GET', '/api/health/ready')).body;
  const unfinished = (): string[] => readdirSync(join(String(disk.variables.DATA_DIR), 'files/unfinished'));

  can(
    'refuses uploads, keeps nothing of them, says so, and takes the same upload when there is space again',
    async () => {
      for (let time = 0; time < 3; time += 1) {
        const { status, body } = await upload(server.address, session, AREA, picture, 'picture');
        expect([status, body.type]).toEqual([503, 'urn:yimen:problem:file-store-unavailable']);
      }
      expect(unfinished()).toEqual([]);
      await soon(async () => expect(await ready()).toEqual({ status: 'degraded', files: 'unavailable' }));
      disk.free();
      const { status, body } = await upload(server.address, session, AREA, picture, 'picture');
      expect(status).toBe(201);
      expect(await download(server.address, session, body.id)).toEqual(picture);
      const again = await upload(server.address, session, AREA, picture, 'picture');
      expect(again.body).toEqual(body);
      disk.fill();
    },
  );

  (onMariadb ? it.skip : can)(
    'refuses records, stores none by halves, and goes on when there is space again',
    async () => {
      const stored: string[] = [];
      const refused: string[] = [];
      for (let count = 0; refused.length < 20 && count < 2000; count += 1) {
        const { status, body } = await post(`full-${count}`);
        (status === 201 ? stored : refused).push(`full-${count}`);
        if (status !== 201) expect([status, body.type]).toEqual([503, 'urn:yimen:problem:unavailable']);
      }
      expect(refused.length).toBe(20);
      expect((await post('before')).body).toEqual(before.body);
      const live = await send(server.address, undefined, 'GET', '/api/health/live');
      expect(live.status).toBe(200);

      disk.free();
      await soon(async () => expect((await post(refused[0] ?? '')).status).toBe(201));
      for (const key of [...stored, ...refused, ...refused]) expect((await post(key)).status).toBe(201);
      const { NODE_OPTIONS: __, ...variables } = disk.variables;
      const counted = await ask(
        variables,
        'SELECT (SELECT count(*) FROM submission) AS s, (SELECT count(*) FROM idempotency_key) AS k',
      );
      expect(counted).toEqual([{ s: stored.length + 21, k: stored.length + 21 }]);
      expect(await ask(variables, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      const { body } = await send(server.address, session, 'GET', '/api/v1/audit/report');
      expect(body.faults).toEqual([]);
    },
  );
});

embedded('The embedded database', () => {
  mounted('in a folder that may not be written to is told, and the server does not start', async () => {
    mount('ro');
    try {
      for (const file of ['main.js', 'operate.js']) {
        const { code, err } = await outcomeOf(run(file, { DATA_DIR: folder }, ['migrate']));
        expect([file, code]).toEqual([file, 1]);
        expect(err).toMatch(/数据库打不开[\s\S]*cannot be opened[\s\S]*DATA_DIR/u);
      }
    } finally {
      unmount();
    }
  });

  it('in a place that is no folder is told, and the server does not start', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'yimen-nofolder-')), 'file');
    writeFileSync(file, 'x');
    const { code, err } = await outcomeOf(run('main.js', { DATA_DIR: file }));
    expect(code).toBe(1);
    expect(err).toMatch(/数据库打不开[\s\S]*cannot be opened/u);
  });
});
