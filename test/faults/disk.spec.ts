import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { deskRequest } from '../api/submission-input.js';
import { everyRole, firstOperator, send } from './client.js';
import { ask, onMariadb } from './place.js';
import { outcomeOf, run, startProcess } from './server-process.js';

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

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const embedded = onMariadb ? describe.skip : describe;
const mounted = mountable ? it : it.skip;

embedded('The embedded database', () => {
  mounted('on a full disk refuses, stores nothing by halves, and goes on when there is space again', async () => {
    mount('size=6m');
    const variables = { DATA_DIR: folder };
    const server = await startProcess(variables);
    try {
      const session = await everyRole(server.address, await firstOperator(server.address, server.invitation));
      const request = { ...deskRequest(), area: 'lengshuitan' };
      const post = (key: string) =>
        send(server.address, session, 'POST', '/api/v1/submissions', request, { 'idempotency-key': key });
      const before = await post('before');
      expect(before.status).toBe(201);
      expect(() => writeFileSync(join(folder, 'ballast'), Buffer.alloc(16 * 1024 * 1024))).toThrow(/ENOSPC/u);

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

      rmSync(join(folder, 'ballast'));
      for (const key of [...stored, ...refused, ...refused]) expect((await post(key)).status).toBe(201);
      const counted = await ask(
        variables,
        'SELECT (SELECT count(*) FROM submission) AS s, (SELECT count(*) FROM idempotency_key) AS k',
      );
      expect(counted).toEqual([{ s: stored.length + 21, k: stored.length + 21 }]);
      expect(await ask(variables, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    } finally {
      server.signal('SIGKILL');
      await server.ended;
      unmount();
    }
  });

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
