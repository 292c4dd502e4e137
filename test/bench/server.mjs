/**
 * Owns the bench of storing a record over HTTP against a bare handler that inserts the same bytes, in one run, and telling
 * what the rest is spent on from a profile taken in the same run.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import autocannon from 'autocannon';
import { mariadbAvailable, startMariadb } from '../support/mariadb.ts';
import { sharesOf } from './shares.mjs';
import { shippedEdition } from './shipped.mjs';

const TARGET = 0.35;
const CONNECTIONS = 20;
const WARM_UP = 3;
const SECONDS = 5;
const ROUNDS = 3;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts a server in a process of its own and resolves with its address, which it prints. */
async function start(script, env, ...flags) {
  const child = spawn(process.execPath, [...flags, join(root, script)], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (text) => {
      told += text;
      const found = /http:\/\/\S+/u.exec(told)?.[0];
      if (found) resolve(found.replace(/\/$/u, ''));
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  const stop = async () => {
    child.removeAllListeners('exit');
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.kill();
    await gone;
  };
  return { address, stop, signal: (name) => child.kill(name) };
}

/** The cookie and the token of the sample clerk. */
async function signIn(address) {
  const { samples } = await (await fetch(`${address}/api/v1/session`)).json();
  const { name, password } = samples.find((sample) => sample.name === 'clerk');
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  const { csrf } = await answer.json();
  return { cookie: answer.headers.get('set-cookie').split(';')[0], 'x-csrf-token': csrf };
}

/** An application of the shipped desk, complete, with personal data. */
function application() {
  const edition = shippedEdition('yongzhou/intake/2014');
  const found = edition.cases.find(({ expect }) => expect.dueInWorkingDays > 0);
  return { edition: edition.id, facts: found.facts, acceptedOn: edition.effectiveFrom };
}

/** Answers a second, none of them a refusal. */
async function load(url, path, headers, seconds) {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path,
        body: JSON.stringify(application()),
        headers: { 'content-type': 'application/json', ...headers },
        setupRequest: (request) => ({
          ...request,
          headers: { ...request.headers, 'idempotency-key': randomUUID() },
        }),
      },
    ],
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed: ${path}`);
  return { rate: result['2xx'] / result.duration, p99: result.latency.p99 };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function compare(name, database) {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-bench-'));
  const own = { DATA_DIR: folder, YIMEN_SAMPLE_DATA: '1' };
  const yimen = await start('apps/api/dist/server/main.js', { ...own, ...(await database('yimen')) });
  const bare = await start('test/bench/bare-server.mjs', { ...own, ...(await database('bare')) });
  try {
    const contenders = [
      [yimen.address, '/api/v1/submissions', await signIn(yimen.address)],
      [bare.address, '/', {}],
    ];
    for (const contender of contenders) await load(...contender, WARM_UP);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push([await load(...contenders[0], SECONDS), await load(...contenders[1], SECONDS)]);
    tell(name, rounds);
  } finally {
    await Promise.all([yimen.stop(), bare.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
  tellShares(await profile(database));
}

/** What a server's time is spent on under the same load; being watched costs it a little. */
async function profile(database) {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-bench-'));
  const file = join(folder, 'profile.json');
  const own = { DATA_DIR: folder, YIMEN_SAMPLE_DATA: '1', PROFILE_TO: file, ...(await database('profiled')) };
  const watching = ['--import', pathToFileURL(join(root, 'test/bench/profiled.mjs')).href];
  // The same code before it is put into few files: its files say what a frame is about.
  const yimen = await start('apps/api/dist/main.js', own, ...watching);
  try {
    const contender = [yimen.address, '/api/v1/submissions', await signIn(yimen.address)];
    await load(...contender, WARM_UP);
    yimen.signal('SIGUSR2');
    const { rate } = await load(...contender, SECONDS);
    yimen.signal('SIGUSR2');
    while (!existsSync(file)) await pause(100);
    await pause(500);
    return { rate, shares: sharesOf(JSON.parse(readFileSync(file, 'utf8'))) };
  } finally {
    await yimen.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(name, rounds) {
  const rate = (which) => median(rounds.map((round) => round[which].rate));
  const ratio = median(rounds.map(([ours, bare]) => ours.rate / bare.rate));
  const p99 = (which) => median(rounds.map((round) => round[which].p99));
  console.log(
    `\nstoring a record over HTTP, ${name}, ${CONNECTIONS} connections (target ${TARGET} of the bare handler)`,
  );
  console.log(`  bare handler   ${rate(1).toFixed(0).padStart(6)} a second   p99 ${p99(1)} ms`);
  console.log(`  yimen          ${rate(0).toFixed(0).padStart(6)} a second   p99 ${p99(0)} ms   ${ratio.toFixed(2)}`);
  if (ratio < TARGET) console.log(`  BELOW TARGET: ${ratio.toFixed(2)} of the bare handler, not ${TARGET}`);
}

/** Shares of a hundredth and more. */
function tellShares({ rate, shares }) {
  console.log(`  what the time of yimen is spent on, profiled at ${rate.toFixed(0)} a second`);
  for (const { name, share } of shares.filter((each) => each.share >= 0.01))
    console.log(`    ${(100 * share).toFixed(0).padStart(3)} %  ${name}`);
}

await compare('SQLite', async () => ({ DATABASE_URL: '' }));
if (mariadbAvailable()) {
  const mariadb = await startMariadb();
  try {
    await compare('MariaDB', async (which) => ({ DATABASE_URL: await mariadb.url(which) }));
  } finally {
    await mariadb.stop();
  }
} else console.log('\nstoring a record, MariaDB: left out (apt-get install mariadb-server, or set TEST_MYSQL_URL)');
