/** Owns the gate that publishing passes: the compiled evaluator answers what json-rules-engine answers. */
import type { Edition, Issue } from '@yimen/config';
import { documentOf } from '../check/search.js';
import { finding } from '../check/subject.js';
import type { EvaluateOptions, Evaluator, Facts } from '../outcome.js';
import type { Program } from '../program/program.js';
import { differenceBetween, type Mismatch } from './difference.js';
import { generatedFacts } from './generated-facts.js';
import { referenceEvaluate } from './reference.js';

interface Compiled {
  readonly program: Program;
  readonly evaluator: Evaluator;
}

export interface AgreementOptions {
  /** Fact sets to make up. */
  readonly samples?: number;
  /** The same seed makes up the same fact sets. */
  readonly seed?: number;
  /** Fact sets to compare besides, those of stored records perhaps. */
  readonly facts?: Iterable<Facts> | AsyncIterable<Facts>;
  /** Told and awaited every now and then: a caller lets other work run in it. */
  readonly onProgress?: (compared: number) => void | Promise<void>;
  /** Once aborted, the comparison fails with its reason. */
  readonly signal?: { readonly aborted: boolean; readonly reason?: unknown };
}

export interface Agreement {
  /** Fact sets compared. */
  readonly compared: number;
  /** One for each fact set that is answered differently, at the place of the difference, with the answers. */
  readonly issues: Issue[];
}

const SAMPLES = 2000;
const MOST_ISSUES = 20;
/** Fact sets between two reports of progress. */
const PACE = 50;

/**
 * Runs made-up and given facts through the compiled evaluator and through json-rules-engine and reports where they
 * differ, at most twenty times. Takes seconds and waits for nothing: run it beside what must keep answering.
 */
export async function compareWithReference(
  edition: Edition,
  compiled: Compiled,
  { samples = SAMPLES, seed = 1, facts = [], onProgress = () => {}, signal }: AgreementOptions = {},
): Promise<Agreement> {
  const issues: Issue[] = [];
  let compared = 0;
  for await (const each of chained(compiled.program, samples, seed, facts)) {
    if (signal?.aborted) throw signal.reason ?? new Error('the comparison was cancelled');
    const mismatch = await compare(compiled, each, { lang: compared % 2 === 0 ? 'zh' : 'en' });
    compared += 1;
    if (mismatch) issues.push(issueOf(mismatch, edition, compiled.program, each));
    if (issues.length >= MOST_ISSUES) break;
    if (compared % PACE === 0) await onProgress(compared);
  }
  await onProgress(compared);
  return { compared, issues };
}

async function* chained(
  program: Program,
  samples: number,
  seed: number,
  more: Iterable<Facts> | AsyncIterable<Facts>,
): AsyncGenerator<Facts> {
  const generated = generatedFacts(program, seed);
  for (let sample = 0; sample < samples; sample += 1) yield generated.next().value as Facts;
  yield* more;
}

/** What the two say differently of one fact set. An evaluator that fails differs too. */
async function compare(
  { program, evaluator }: Compiled,
  facts: Facts,
  options: EvaluateOptions,
): Promise<Mismatch | undefined> {
  try {
    return differenceBetween(program, evaluator, facts, options, await referenceEvaluate(program, facts, options));
  } catch (error) {
    return { what: { zh: '计算中断', en: 'evaluation failed' }, got: null, expected: String(error) };
  }
}

function issueOf({ what, got, expected, at }: Mismatch, edition: Edition, program: Program, facts: Facts): Issue {
  const told = (value: unknown): string => JSON.stringify(value) ?? 'null';
  return finding(
    'error',
    'engines-differ',
    at ?? { document: `rules/${edition.id}/edition.json`, pointer: '' },
    `两种计算方法对同一组答案的结果不同（${what.zh}：${told(got)} 与 ${told(expected)}），请勿发布，并把这组答案交给系统维护人员`,
    `Two ways of calculating give different results for the same answers (${what.en}: ${told(got)} and ${told(expected)}); do not publish, and hand these answers to whoever maintains the system`,
    documentOf(program, impersonal(program, facts)),
  );
}

/** The facts without personal ones, which a counterexample must not spread. */
function impersonal(program: Program, facts: Facts): Facts {
  const personal = new Set(program.base.filter(({ fact }) => fact.personal).map(({ fact }) => fact.id));
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !personal.has(id)));
}
