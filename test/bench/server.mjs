/** Owns the bench of storing a record over HTTP against a bare handler that inserts the same bytes, in one run. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { mariadbAvailable, startMariadb } from '../support/mariadb.ts';
import { shippedEdition } from './shipped.mjs';

const TARGET = 0.35;
const CONNECTIONS = 20;
const WARM_UP = 3;
const SECONDS = 5;
const ROUNDS = 3;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts a server in a process of its own and resolves with its address, which it prints. */
async function start(script, env) {
  const child = spawn(process.execPath, [join(root, script)], {
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
  return { address, stop };
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
  const yimen = await start('apps/api/dist/main.js', { ...own, ...(await database('yimen')) });
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
