/** Owns running the built command line in tests. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repository } from '../support/shipped.js';

export const executable = join(repository, 'apps/cli/bin/yimen.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output as JSON lines. */
  readonly lines: any[];
}

export interface Given {
  readonly input?: string | Buffer;
  readonly cwd?: string;
}

/** Runs `yimen` to its end. */
export function yimen(args: readonly string[], { input = '', cwd = repository }: Given = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [executable, ...args], {
    input,
    cwd,
    maxBuffer: 1 << 28,
  });
  const out = stdout.toString('utf8');
  return {
    code: status,
    out,
    err: stderr.toString('utf8'),
    get lines() {
      return out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
    },
  };
}

/** A folder of files for one test file; `remove` it afterwards. */
export function temporaryFolder(): { path: (name: string, content?: string | Buffer) => string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'yimen-cli-'));
  const path = (name: string, content?: string | Buffer): string => {
    const full = join(root, name);
    mkdirSync(dirname(full), { recursive: true });
    if (content !== undefined) writeFileSync(full, content);
    return full;
  };
  return { path, remove: () => rmSync(root, { recursive: true }) };
}
