/** Owns the check that every rule can fire, by search. */
import type { Issue } from '@yimen/config';
import { compileFiring, questionsOf } from '../compile/firing.js';
import { type RuleNode, rulesOf } from '../program/program.js';
import { searchAnswers } from './search.js';
import { finding, type Part, type Proof, type Subject } from './subject.js';

export const checkFiring: Proof = (subject) =>
  rulesOf(subject.program).map(
    (node): Part =>
      () =>
        prove(node, subject),
  );

function prove(node: RuleNode, { program, budget, stop }: Subject): Issue[] {
  const firing = compileFiring(program, [node]);
  let found = false;
  const searched = searchAnswers(program, { needs: questionsOf([node], program), budget, stop }, (facts) => {
    found = firing(facts)[0] === true;
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
}
