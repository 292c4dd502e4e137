/** Owns what the npm commands share before anything is installed: installing, building, running a step. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const stamp = join(root, 'node_modules', '.yimen-lock');

/** Runs a command in the repository and ends the process with its code when it fails. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs a file of an installed package. */
export const runInstalled = (file, args, env) =>
  run(process.execPath, [join(root, 'node_modules', file), ...args], env);

/** Starts a long-lived command that gets this process's signals. */
export function start(file, env) {
  const child = spawn(process.execPath, [join(root, file)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
}

/** Installs the locked packages unless they are there. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('› installing packages');
  run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

const libraries = ['libs/config/src', 'libs/engine/src', 'libs/contracts/src', 'package-lock.json'];

/** Compiles libraries and apps, and builds the web app unless its output is newer than its sources. */
export function build() {
  console.log('› building');
  runInstalled('typescript/bin/tsc', ['-b', 'apps/cli', 'apps/web']);
  buildServer();
  if (outdated('apps/web/dist/index.html', ['apps/web', ...libraries]))
    runInstalled('vite/bin/vite.js', ['build', '--logLevel', 'warn', 'apps/web']);
}

/** Compiles the server, and puts it into few files unless these are newer than its sources. */
export function buildServer() {
  runInstalled('typescript/bin/tsc', ['-b', 'apps/api']);
  if (outdated('apps/api/dist/server/main.js', ['apps/api', ...libraries]))
    run(process.execPath, [join(root, 'apps/api/bundle.mjs')]);
}

/** Whether an output is older than what it is made of. */
const outdated = (output, sources) =>
  newest(join(root, output)) <= Math.max(...sources.map((path) => newest(join(root, path))));

/** The latest time at which something below a path changed; 0 where it does not exist. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const entries = readdirSync(path).filter(
    (name) => name !== 'dist' && name !== 'node_modules' && !name.endsWith('.tsbuildinfo'),
  );
  return Math.max(0, ...entries.map((name) => newest(join(path, name))));
}
