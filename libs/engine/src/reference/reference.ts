/** Owns the reference evaluator: json-rules-engine decides what fires, plain steps do the rest. */
import type { EvaluateOptions, Facts, Outcome } from '../outcome.js';
import type { Program } from '../program/program.js';
import { runEngine } from './engine.js';
import { knownFacts } from './known-facts.js';
import { settleDesk, settleStandard } from './settle.js';

/** What the compiled evaluator must answer too, to the last byte. Slow: for gates and tests. */
export async function referenceEvaluate(
  program: Program,
  facts: Facts,
  options: EvaluateOptions = {},
): Promise<Outcome> {
  const known = knownFacts(program, facts);
  const run = {
    program,
    known,
    fired: await runEngine(program, known),
    language: options.lang ?? 'zh',
  } as const;
  return program.desk ? settleDesk(program.desk, run) : settleStandard(run);
}
