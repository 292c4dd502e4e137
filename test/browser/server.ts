/** Owns the real server for browser tests: a process of its own on a free port, on the database of `TEST_DATABASE`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.js';
import { type Mariadb, startMariadb } from '../support/mariadb.js';
import { repository } from '../support/shipped.js';

export interface RunningServer {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** The variables that name where its data is. */
  readonly place: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Starts the built server; `environment` adds to its variables. */
export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-browser-'));
  const own = process.env.TEST_DATABASE === 'mariadb' && environment.DATABASE_URL === undefined;
  const mariadb: Mariadb | undefined = own ? await startMariadb() : undefined;
  const port = environment.PORT ?? String(await freePort());
  const place = { DATA_DIR: folder, ...(mariadb && { DATABASE_URL: await mariadb.url(`yimen_${port}`) }) };
  const child = spawn(process.execPath, [join(repository, 'apps/api/dist/server/main.js')], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      PORT: port,
      HOST: '127.0.0.1',
      ...place,
      ...environment,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, url);
  return {
    url,
    place,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      await mariadb?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  for (let attempt = 0; attempt < 240; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${output}`);
    const ready = await fetch(`${url}/api/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the server did not get ready: ${output}`);
}
