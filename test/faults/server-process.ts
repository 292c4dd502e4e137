/** Owns the real built server as a process of its own, which tests kill, stop and start again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/shipped.js';

export type Variables = Readonly<Record<string, string>>;

export interface ServerProcess {
  readonly address: string;
  /** The token of the first operator's link, where one was printed. */
  readonly invitation: string | undefined;
  /**
   * From the start to the first answer that it is ready, in milliseconds, without what it stood in line for a processor:
   * what else this machine does says nothing about the server.
   */
  readonly readyAfter: number;
  /** What was written to standard error so far. */
  readonly complaints: () => string;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Resolves to the exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

const clean = { NODE_OPTIONS: '', DATABASE_URL: '', PORT: '0', DRAIN_SECONDS: '0', WEB_DIR: join(repository, 'none') };

/** Runs a built file of the server with a clean environment. */
export function run(file: string, variables: Variables, words: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [join(repository, 'apps/api/dist/server', file), ...words], {
    env: { ...process.env, ...clean, ...variables },
  });
}

/** What a process printed and how it ended. */
export async function outcomeOf(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const told = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (told.out += chunk));
  child.stderr?.on('data', (chunk) => (told.err += chunk));
  const [code] = await once(child, 'close');
  return { code, ...told };
}

/** How long a process stood in line for a processor, where the system tells. */
function inLine(pid: number | undefined): number {
  try {
    const [, waited] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(waited) / 1e6;
  } catch {
    return 0;
  }
}

/** Starts the server and waits until it is ready. */
export async function startProcess(variables: Variables): Promise<ServerProcess> {
  const started = performance.now();
  const child = run('main.js', variables);
  const told = { out: '', err: '' };
  child.stderr?.on('data', (chunk) => (told.err += chunk));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      told.out += chunk;
      if (/Yimen: http:\/\/\S+\n/u.test(told.out)) resolve();
    });
    void ended.then((code) => reject(new Error(`the server ended with ${code}: ${told.err}`)));
  });
  const address = /Yimen: (http:\/\/\S+)/u.exec(told.out)?.[1] ?? '';
  const { status } = await fetch(`${address}/api/health/ready`);
  if (status !== 200) throw new Error(`not ready: ${status}`);
  return {
    address,
    invitation: /\/welcome#(\S+)/u.exec(told.out)?.[1],
    readyAfter: performance.now() - started - inLine(child.pid),
    complaints: () => told.err,
    signal: (signal) => void child.kill(signal),
    ended,
  };
}
