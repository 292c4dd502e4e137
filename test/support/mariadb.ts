/** Owns a private MariaDB or MySQL server for tests: its own folder, port and account, gone afterwards. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port.js';

export interface Mariadb {
  /** The URL of a database, made when it is not there. */
  readonly url: (database: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const folders = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/libexec'];
const find = (...names: string[]): string | undefined =>
  names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));

const server = (): string | undefined => find('mariadbd', 'mysqld');

/** Whether a server can be started or is named by `TEST_MYSQL_URL`. */
export const mariadbAvailable = (): boolean => process.env.TEST_MYSQL_URL !== undefined || server() !== undefined;

/** Starts a server, or uses the one of `TEST_MYSQL_URL`. */
export async function startMariadb(): Promise<Mariadb> {
  const given = process.env.TEST_MYSQL_URL;
  if (given) return { url: (database) => createDatabase(given, database), stop: async () => {} };
  return startPrivateMariadb();
}

/** A server of our own, which may be stopped, killed and started again; further settings win. */
export interface PrivateMariadb extends Mariadb {
  /** `SIGSTOP` makes it fall silent, `SIGCONT` lets it go on, `SIGKILL` ends it. */
  readonly signal: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts it again on the same data and port. */
  readonly start: () => Promise<void>;
}

export async function startPrivateMariadb(...more: readonly string[]): Promise<PrivateMariadb> {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-mariadb-'));
  const port = await freePort();
  const base = `mysql://root@127.0.0.1:${port}/`;
  install(folder);
  let child = run(folder, port, more);
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(name);
    if (name === 'SIGKILL' || name === 'SIGTERM') await gone;
  };
  await untilReady(base);
  return {
    url: (database) => createDatabase(base, database),
    signal,
    start: async () => {
      child = run(folder, port, more);
      await untilReady(base);
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGCONT');
        await signal('SIGTERM');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const user = (): readonly string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

/** Servers that share a folder for temporary tables take each other's. */
const environment = (folder: string) => ({ ...process.env, TMPDIR: folder });

const dataIn = (folder: string): string => `--datadir=${join(folder, 'data')}`;

function install(folder: string): void {
  execFileSync(
    find('mariadb-install-db', 'mysql_install_db') ?? 'mariadb-install-db',
    ['--no-defaults', dataIn(folder), '--auth-root-authentication-method=normal', '--skip-test-db', ...user()],
    { stdio: 'ignore', env: environment(folder) },
  );
}

const settings = ['--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=64M', '--max-connections=200'];

function run(folder: string, port: number, more: readonly string[]): ChildProcess {
  const binary = server();
  if (!binary) throw new Error('No MariaDB found: install mariadb-server or set TEST_MYSQL_URL');
  const place = [`--socket=${join(folder, 's.sock')}`, `--port=${port}`, '--bind-address=127.0.0.1'];
  return spawn(binary, ['--no-defaults', dataIn(folder), ...place, ...settings, ...more, ...user()], {
    stdio: 'ignore',
    env: environment(folder),
  });
}

async function createDatabase(base: string, database: string): Promise<string> {
  const connection = await createConnection(base);
  await connection.query(`CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4`);
  await connection.end();
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.href;
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    try {
      await (await createConnection(url)).end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  throw new Error('MariaDB did not start within 30 seconds');
}
