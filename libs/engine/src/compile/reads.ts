/** Owns finding out what the code of rules names: facts and named conditions. */
import type { Condition } from '@yimen/config';
import { templateFacts } from '../formula/template.js';
import { eventFacts } from '../program/build.js';
import type { Program, RuleNode } from '../program/program.js';
import { conditionFacts, walkCondition } from '../rule/condition.js';

/** Names in a condition: facts, also behind named conditions, and `condition <id>`. */
export function conditionNames(condition: Condition, program: Program): string[] {
  const names = [...conditionFacts(condition, program.conditions)];
  walkCondition(condition, '', (inner) => {
    if ('condition' in inner) names.push(`condition ${inner.condition}`);
  });
  return names;
}

/** Names in a rule: its conditions, its event and, where texts are written, its reason. */
export function ruleNames(node: RuleNode, program: Program, withReason: boolean): string[] {
  const reason = withReason ? [...templateFacts(node.reason)] : [];
  return [...conditionNames(node.rule.conditions, program), ...eventFacts(node.rule), ...reason];
}
