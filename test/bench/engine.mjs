/** Owns the comparison of evaluators on the 2014 standard: how many times as fast, measured in one run. */
import { ZenEngine } from '@gorules/zen-engine';
import { readFacts } from '@yimen/config';
import { compile, knownFacts } from '@yimen/engine';
import { createEngine, runWith, settleStandard } from '@yimen/engine/reference';
import { scoreByHand } from './hand-written.mjs';
import { generator, randomSheet } from './sheets.mjs';
import { shippedEdition } from './shipped.mjs';
import { decision } from './zen-decision.mjs';

const SHEETS = 500;
const edition = shippedEdition('yongzhou/acceptance/2014');
const { evaluator, program } = compile(edition);
const random = generator(2014);
const inputs = Array.from({ length: SHEETS }, (_, index) => randomSheet(edition, random, index));
const sheets = inputs.map((input) => readFacts(edition, input).facts);
const plain = sheets.map((facts) => ({ ...facts }));
const known = sheets.map((facts) => knownFacts(program, facts));
const shared = createEngine(program);
const zen = new ZenEngine().createDecision(decision);

const contenders = {
  'json-rules-engine, one engine a run': async (index) =>
    settle(index, await runWith(createEngine(program), known[index].values)),
  'json-rules-engine, one engine reused': async (index) => settle(index, await runWith(shared, known[index].values)),
  '@gorules/zen-engine': async (index) => Math.round((await zen.evaluate(plain[index])).result.total * 100),
  'compiled, full trace': (index) => Math.round(evaluator.trace(sheets[index]).total * 100),
  'compiled, with reasons': (index) => Math.round(evaluator.evaluate(sheets[index]).total * 100),
  'compiled, without trace': (index) => evaluator.score(sheets[index]).total,
  'hand-written function': (index) => scoreByHand(sheets[index]).total,
};

const settle = (index, fired) =>
  Math.round(settleStandard({ program, known: known[index], fired, language: 'zh' }).total * 100);

/** Microseconds a sheet over whole passes for about `seconds`, after a warm-up, and a checksum of the totals. */
async function measure(run, seconds) {
  let checksum = 0;
  for (let index = 0; index < SHEETS; index += 1) checksum += await run(index);
  const asynchronous = run(0) instanceof Promise;
  const passes = [];
  const until = performance.now() + seconds * 1000;
  do {
    const start = performance.now();
    let sum = 0;
    if (asynchronous) for (let index = 0; index < SHEETS; index += 1) sum += await run(index);
    else for (let round = 0; round < 20; round += 1) for (let index = 0; index < SHEETS; index += 1) sum += run(index);
    passes.push(((performance.now() - start) * 1000) / (SHEETS * (asynchronous ? 1 : 20)));
    if (sum === Number.MIN_VALUE) throw new Error('unreachable: keeps the sums alive');
  } while (performance.now() < until);
  passes.sort((a, b) => a - b);
  return { micros: passes[Math.floor(passes.length / 2)], checksum };
}

const results = {};
for (const [name, run] of Object.entries(contenders)) results[name] = await measure(run, 3);
const checksums = new Set(Object.values(results).map((result) => result.checksum));
if (checksums.size !== 1) throw new Error(`contenders disagree: ${JSON.stringify(results)}`);

const library = results['json-rules-engine, one engine a run'].micros;
const hand = results['hand-written function'].micros;
console.log(
  `engine: ${SHEETS} sheets of ${edition.id}, ${program.lines.length} lines, identical totals (checksum ${[...checksums][0]})`,
);
for (const [name, { micros }] of Object.entries(results)) {
  const ratio = (library / micros).toFixed(micros > library / 10 ? 2 : 0);
  console.log(`  ${name.padEnd(38)} ${micros.toFixed(3).padStart(10)} µs   ${ratio.padStart(7)} × json-rules-engine`);
}
const [bulk, traced] = [results['compiled, without trace'].micros, results['compiled, full trace'].micros];
console.log(
  `  without trace: ${(library / bulk).toFixed(0)} × the library (target 500), ${(hand / bulk).toFixed(2)} of the hand-written speed (target 0.5)`,
);
console.log(`  full trace: ${(library / traced).toFixed(0)} × the library (target 50)`);
