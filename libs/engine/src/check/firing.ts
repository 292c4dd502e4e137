/** Owns the check that every rule can fire, by search. */
import type { Issue } from '@yimen/config';
import type { Facts, RuleTrace } from '../outcome.js';
import { type Program, type RuleNode, rulesOf } from '../program/program.js';
import { conditionFacts } from '../rule/condition.js';
import { searchAnswers } from './search.js';
import { type Check, finding } from './subject.js';

export const checkFiring: Check = ({ program, evaluator, budget }) =>
  rulesOf(program).flatMap((node, index): Issue[] => {
    const fires = (facts: Facts): boolean => (evaluator.trace(facts).trace.rules[index] as RuleTrace).fired;
    let found = false;
    const searched = searchAnswers(program, questionsOf(node, program), budget, (facts) => {
      found = fires(facts);
      return found;
    });
    if (found) return [];
    const at = { document: node.document, pointer: `${node.pointer}/conditions` };
    if (searched.complete)
      return [
        finding(
          'error',
          'rule-never-fires',
          at,
          `规则“${node.rule.id}”的条件永远不会成立`,
          `The conditions of the rule "${node.rule.id}" can never hold`,
        ),
      ];
    return [
      finding(
        'info',
        'not-proven',
        at,
        `试了 ${searched.tried} 种情况，未能证明规则“${node.rule.id}”会起作用`,
        `After ${searched.tried} combinations it is not proven that the rule "${node.rule.id}" can fire`,
      ),
    ];
  });

/** The questions behind a rule's conditions. */
function questionsOf(node: RuleNode, program: Program): Set<string> {
  const derived = new Map(program.derived.map((each) => [each.fact.id, each.needs]));
  const base = new Map(program.base.map((each) => [each.fact.id, [...each.askedBy, each.fact.id]]));
  return new Set(
    [...conditionFacts(node.rule.conditions, program.conditions)].flatMap((id) => [
      ...(derived.get(id) ?? base.get(id) ?? []),
    ]),
  );
}
