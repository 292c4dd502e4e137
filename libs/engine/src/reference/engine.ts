/** Owns the use of json-rules-engine itself: one fresh engine a run, own-property paths only. */
import type { Condition } from '@yimen/config';
import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Program, RuleNode } from '../program/program.js';
import { rulesOf } from '../program/program.js';
import { ownPath } from '../runtime/runtime.js';
import type { KnownFacts } from './known-facts.js';

/** Event parameters of the rules that fired, facts in them replaced by their values, by rule id. */
export type Fired = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/**
 * Runs the rules whose questions are answered, in an engine of their own: a shared one loses rules under concurrent
 * runs, and a rule that lacks an answer cannot count.
 */
export async function runEngine(program: Program, { values, missing }: KnownFacts): Promise<Fired> {
  const answered = rulesOf(program).filter(({ needs }) => ![...needs].some((id) => missing.has(id)));
  return runWith(createEngine(program, answered), values);
}

/** An engine with rules and the program's named conditions, without facts. */
export function createEngine(program: Program, rules: readonly RuleNode[] = rulesOf(program)): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true, replaceFactsInEventParams: true, pathResolver: ownPath });
  for (const [id, condition] of program.conditions) engine.setCondition(id, topLevel(condition) as never);
  for (const node of rules) engine.addRule(ruleProperties(node));
  return engine;
}

/** Runs an engine over facts and collects what fired. */
export async function runWith(engine: Engine, values: ReadonlyMap<string, unknown>): Promise<Fired> {
  const { results } = await engine.run(Object.fromEntries(values));
  return new Map(results.map((result) => [result.name, result.event?.params ?? {}]));
}

function ruleProperties({ rule }: RuleNode): RuleProperties {
  // The library writes into what it is given.
  return JSON.parse(
    JSON.stringify({
      name: rule.id,
      priority: rule.priority,
      conditions: topLevel(rule.conditions),
      event: rule.event,
    }),
  );
}

/** json-rules-engine wants a group or a named condition at the top. */
const topLevel = (condition: Condition): Condition => ('fact' in condition ? { all: [condition] } : condition);
