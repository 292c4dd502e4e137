/** Owns walking through all combinations of representative answers, asked questions only, within a budget. */
import type { Facts } from '../outcome.js';
import type { BaseNode, Program } from '../program/program.js';
import { holds } from '../rule/holds.js';
import { cutsOf } from './cuts.js';
import { regionOfQuestion } from './examples.js';
import type { Region } from './regions.js';

export interface Search {
  /** The questions that are answered. */
  readonly needs: ReadonlySet<string>;
  /** Most combinations to try. */
  readonly budget: number;
  /** Asked now and then: whether to end here. */
  readonly stop: () => boolean;
}

export interface Searched {
  /** Combinations tried. */
  readonly tried: number;
  /** Whether what was tried stands for every possible input. */
  readonly complete: boolean;
}

/** Combinations between two questions whether to stop. */
const PATIENCE = 1024;

/**
 * Calls `visit` with combinations of answers to the questions of `needs` until it returns true, all are tried, the
 * budget is spent or `stop` says so. Questions that the answers before them leave unasked are not answered.
 */
export function searchAnswers(
  program: Program,
  { needs, budget, stop }: Search,
  visit: (facts: Facts) => boolean,
): Searched {
  const cuts = cutsOf(program);
  const questions = program.base.filter(({ fact }) => needs.has(fact.id));
  const regions = questions.map(({ fact }) => regionOfQuestion(fact, cuts));
  const facts: Record<string, unknown> = Object.create(null);
  let tried = 0;
  const step = (place: number): boolean => {
    const question = questions[place];
    if (!question) {
      if (tried % PATIENCE === 0 && stop()) return true;
      tried += 1;
      return visit(facts) || tried >= budget;
    }
    if (!isAsked(question, facts, program)) return step(place + 1);
    for (const answer of (regions[place] as Region).answers) {
      facts[question.fact.id] = answer;
      if (step(place + 1)) return true;
    }
    delete facts[question.fact.id];
    return false;
  };
  const stopped = step(0);
  return { tried, complete: !stopped && regions.every((region) => region.complete) };
}

const isAsked = ({ fact }: BaseNode, facts: Facts, program: Program): boolean =>
  fact.askedWhen.every((condition) => holds(condition, (id) => facts[id], program.conditions));

/** The facts as an input document, by form. */
export function documentOf(program: Program, facts: Facts): Record<string, Record<string, unknown>> {
  const document: Record<string, Record<string, unknown>> = {};
  for (const { fact } of program.base) {
    if (facts[fact.id] !== undefined)
      document[fact.form] = { ...document[fact.form], [fact.id]: structuredCopy(facts[fact.id]) };
  }
  return document;
}

const structuredCopy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
