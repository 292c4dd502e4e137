/** Owns the bench of the impact of a draft on stored sheets, against reading and parsing the same rows, in one run. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readFacts } from '@yimen/config';
import { compile } from '@yimen/engine';
import { DataSource } from 'typeorm';
import { createApp } from '../../apps/api/dist/app.js';
import { AreasService } from '../../apps/api/dist/areas/areas.service.js';
import { readEnvironment } from '../../apps/api/dist/env/environment.js';
import { ImpactService } from '../../apps/api/dist/impact/impact.service.js';
import { DraftJobs } from '../../apps/api/dist/studio/draft-jobs.service.js';
import { DraftsService } from '../../apps/api/dist/studio/drafts.service.js';
import { StoredAnswers } from '../../apps/api/dist/submissions/stored-answers.service.js';
import { nextStandard } from '../support/next-standard.ts';
import { generator, variedSheet } from './sheets.mjs';
import { shippedEdition } from './shipped.mjs';

const SHEETS = Number(process.env.YIMEN_SHEETS ?? 100_000);
const TARGET = 1.5;
const ROUNDS = 3;
const PAGE = 200;

const edition = shippedEdition('yongzhou/acceptance/2014');
const folder = mkdtempSync(join(tmpdir(), 'yimen-bench-'));
const app = await createApp(readEnvironment({ DATA_DIR: folder, WEB_DIR: join(folder, 'none') }), { quiet: true });

/** The people of the bench have the whole city. */
const actor = {
  account: {
    id: randomUUID(),
    name: 'bench',
    title: 'bench',
    assignments: [{ role: 'administrator', area: 'yongzhou' }],
  },
};

/** Stores sheets as the product does, a thousand at a time, without its audit trail. */
async function storeSheets() {
  const source = app.get(DataSource);
  const { items } = await app.get(AreasService).list({ limit: 200, closed: false });
  const { evaluator } = compile(edition);
  const random = generator(2014);
  const columns = ['id', 'edition', 'kind', 'hash', 'facts', 'outcome', 'area', 'accepted_on', 'submitted_at'];
  for (let done = 0; done < SHEETS; done += 1000) {
    await source.transaction(async (transaction) => {
      for (let each = 0; each < 1000; each += 1) {
        const facts = variedSheet(edition, random);
        const outcome = JSON.stringify(evaluator.evaluate(readFacts(edition, facts).facts));
        const area = items[Math.floor(random() * items.length)].id;
        const row = [randomUUID(), edition.id, edition.kind, edition.hash, JSON.stringify(facts), outcome, area];
        await transaction.query(`INSERT INTO submission (${columns}) VALUES (${columns.map(() => '?')})`, [
          ...row,
          '2014-11-01',
          '2014-11-01T00:00:00.000Z',
        ]);
      }
    });
  }
}

/** Milliseconds of reading the rows page by page and parsing what they hold. */
async function readAndParse() {
  const answers = app.get(StoredAnswers);
  const start = performance.now();
  let [after, rows] = [0, 0];
  while (after !== null) {
    const { records, next } = await answers.page(edition.id, ['/yongzhou/'], after, PAGE);
    for (const { facts, outcome } of records) {
      JSON.parse(facts);
      JSON.parse(outcome);
    }
    rows += records.length;
    after = next;
    await nextTurn();
  }
  if (rows !== SHEETS) throw new Error(`${rows} rows instead of ${SHEETS}`);
  return performance.now() - start;
}

async function beginDraft() {
  const drafts = app.get(DraftsService);
  const draft = await drafts.create(actor, { kind: 'roll-over', edition: edition.id });
  await drafts.edit(actor, draft.id, 1, { documents: nextStandard(draft.documents) });
  return draft.id;
}

/** Milliseconds of a whole run, from asking for it to its stored result, and what came out. */
async function judge(draft) {
  const start = performance.now();
  await app.get(ImpactService).start(actor, draft, { edition: edition.id });
  const { state, result } = await app.get(DraftJobs).ended(draft, 'impact');
  if (state !== 'done' || result.told.units !== SHEETS) throw new Error(`the run is ${state}`);
  return { milliseconds: performance.now() - start, result };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;

/** Watches the memory in use and how long the event loop stood still, while something runs. */
async function watched(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let heap = 0;
  const timer = setInterval(() => {
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }, 20);
  delay.enable();
  const result = await work();
  delay.disable();
  clearInterval(timer);
  return { result, heap, block: delay.max / 1e6, usual: delay.percentile(99) / 1e6 };
}

try {
  await storeSheets();
  const draft = await beginDraft();
  await readAndParse();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const parse = await watched(readAndParse);
    const run = await watched(() => judge(draft));
    rounds.push({ parse, run, ratio: run.result.milliseconds / parse.result });
  }
  const [{ run, parse }] = rounds;
  const { told, units } = run.result.result;
  const seconds = (of) => `${(median(rounds.map(of)) / 1000).toFixed(2)} s`;
  console.log(
    `\nimpact of a draft on ${SHEETS} stored sheets, SQLite (target at most ${TARGET} of reading and parsing)`,
  );
  console.log(`  reading and parsing  ${seconds((round) => round.parse.result)}`);
  console.log(
    `  the impact           ${seconds((round) => round.run.result.milliseconds)}   ${median(rounds.map(({ ratio }) => ratio)).toFixed(2)}`,
  );
  console.log(
    `  event loop: longest block ${Math.max(...rounds.map(({ run }) => run.block)).toFixed(0)} ms, 99 % under ${run.usual.toFixed(0)} ms`,
  );
  console.log(
    `  memory: heap at most ${megabytes(run.heap)} (${megabytes(parse.heap)} reading and parsing), process at most ${megabytes(process.resourceUsage().maxRSS * 1024)}`,
  );
  console.log(
    `  ${told.changed} units changed, ${told.lines.length} lines cause it, kept in ${megabytes(JSON.stringify(units).length)}`,
  );
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
