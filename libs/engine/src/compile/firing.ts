/** Owns functions that tell of some rules whether they fire, and compute nothing else: what proofs run many times. */
import type { Facts } from '../outcome.js';
import type { Program, RuleNode } from '../program/program.js';
import { conditionFacts } from '../rule/condition.js';
import * as runtime from '../runtime/runtime.js';
import { emitCondition } from './condition.js';
import { emitFacts } from './facts.js';
import { conditionNames } from './reads.js';
import { Writer } from './writer.js';

/** For given facts, whether each of some rules fires, in their order. */
export type Firing = (facts: Facts) => readonly boolean[];

/** `firing(facts)[n]` is what the trace of the same facts says of the n-th rule. */
export function compileFiring(
  program: Program,
  rules: readonly RuleNode[],
  needs = questionsOf(rules, program),
): Firing {
  const writer = new Writer(program);
  const names = new Set(rules.flatMap(({ rule }) => conditionNames(rule.conditions, program)));
  const body = [
    ...emitFacts(writer, { needs, names }),
    `return [${rules.map(({ rule }) => emitCondition(rule.conditions, writer)).join(', ')}];`,
  ].join('\n');
  const code = [...Object.values(runtime).map(String), writer.declarations()].join('\n');
  return new Function(`"use strict";\n${code}\nreturn (facts) => {\n${body}\n};`)() as Firing;
}

/** The questions behind the conditions of rules, with those that decide whether they are asked. */
export function questionsOf(rules: readonly RuleNode[], program: Program): ReadonlySet<string> {
  const derived = new Map(program.derived.map((each) => [each.fact.id, each.needs]));
  const base = new Map(program.base.map((each) => [each.fact.id, [...each.askedBy, each.fact.id]]));
  const read = rules.flatMap(({ rule }) => [...conditionFacts(rule.conditions, program.conditions)]);
  return new Set(read.flatMap((id) => [...(derived.get(id) ?? base.get(id) ?? [])]));
}
