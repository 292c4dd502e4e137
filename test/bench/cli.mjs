/** Owns the bench of `yimen evaluate` over many lines: time against parsing and printing them, and memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generator, randomSheet } from './sheets.mjs';
import { shippedEdition } from './shipped.mjs';

const LINES = 100_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const edition = shippedEdition('yongzhou/acceptance/2014');
const folder = mkdtempSync(join(tmpdir(), 'yimen-bench-'));

/** Parses and prints every line and does nothing else, with the same kind of streaming. */
const baseline = `
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
let out = '';
for await (const line of createInterface({ input: createReadStream(process.argv[2]), crlfDelay: Infinity })) {
  out += JSON.stringify(JSON.parse(line)) + '\\n';
  if (out.length > 65536) { if (!process.stdout.write(out)) await new Promise((done) => process.stdout.once('drain', done)); out = ''; }
}
process.stdout.write(out);
`;

/** Writes `count` random sheets, one a line. */
async function writeLines(path, count) {
  const random = generator(97);
  const stream = createWriteStream(path);
  for (let index = 0; index < count; index += 1) {
    if (!stream.write(`${JSON.stringify(randomSheet(edition, random, index))}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

/** Seconds and peak memory (MiB) of a command whose output is thrown away. */
async function run(args) {
  const start = performance.now();
  const child = spawn('/bin/sh', ['-c', 'exec "$0" "$@" > /dev/null', process.execPath, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let peak = 0;
  child.on('message', (message) => {
    peak = message.maxRSS / 1024;
  });
  await once(child, 'exit');
  return { seconds: (performance.now() - start) / 1000, peak };
}

/** Reports the process's peak memory to the bench when it ends. */
const reporter = join(folder, 'report.mjs');
writeFileSync(
  reporter,
  `process.on('exit', () => process.send?.({ maxRSS: process.resourceUsage().maxRSS }));\nprocess.channel?.unref();\n`,
);
const parsePrint = join(folder, 'baseline.mjs');
writeFileSync(parsePrint, baseline);

try {
  const [few, many] = [join(folder, 'few.jsonl'), join(folder, 'many.jsonl')];
  await writeLines(few, LINES / 10);
  await writeLines(many, LINES);
  const yimen = (path) => ['--import', reporter, 'apps/cli/bin/yimen.js', 'evaluate', edition.id, path];
  const plain = [];
  const evaluated = [];
  for (let round = 0; round < 3; round += 1) {
    plain.push(await run(['--import', reporter, parsePrint, many]));
    evaluated.push(await run(yimen(many)));
  }
  const best = (runs) => Math.min(...runs.map((each) => each.seconds));
  const small = await run(yimen(few));
  console.log(`cli: yimen evaluate of ${LINES} lines`);
  console.log(`  parsing and printing alone  ${best(plain).toFixed(2)} s`);
  console.log(
    `  yimen evaluate              ${best(evaluated).toFixed(2)} s   ${(best(evaluated) / best(plain)).toFixed(2)} × (target at most 3)`,
  );
  console.log(
    `  peak memory                 ${small.peak.toFixed(0)} MiB at ${LINES / 10} lines, ${evaluated[0].peak.toFixed(0)} MiB at ${LINES}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
