/** Owns the proof that a desk gives exactly one disposition for every input. */
import type { Issue } from '@yimen/config';
import type { DeskOutcome, Traced } from '../outcome.js';
import type { DeskNode } from '../program/program.js';
import { documentOf, searchAnswers } from './search.js';
import { type Check, finding, type Subject } from './subject.js';

export const checkDisposition: Check = (subject) => {
  const node = subject.program.desk;
  return node ? prove(node, subject) : [];
};

function prove(node: DeskNode, { program, evaluator, budget }: Subject): Issue[] {
  const issues = new Map<string, Issue>();
  const winners = new Set<string | null>();
  const at = { document: node.desk.document, pointer: `${node.desk.pointer}/rules` };
  const searched = searchAnswers(program, node.needs, budget, (facts) => {
    const outcome = evaluator.trace(facts) as Traced<DeskOutcome>;
    winners.add(outcome.rule);
    if (outcome.disposition === null) {
      add(issues, 'no-disposition', () =>
        finding(
          'error',
          'no-disposition',
          at,
          '有的情况没有处理结果',
          'Some input gets no disposition',
          documentOf(program, facts),
        ),
      );
    }
    const rivals = rivalsOf(node, outcome);
    if (rivals.length > 1) {
      const names = rivals.join('、');
      add(issues, `two ${names}`, () =>
        finding(
          'error',
          'two-dispositions',
          at,
          `优先级相同的规则同时成立：${names}`,
          `Rules of the same priority fire together: ${rivals.join(', ')}`,
          documentOf(program, facts),
        ),
      );
    }
    return false;
  });
  const shadowed = node.rules.filter(({ rule }) => rule.event.type !== 'require' && !winners.has(rule.id));
  const found = [...issues.values()];
  if (!searched.complete)
    return [
      ...found,
      finding(
        'info',
        'not-proven',
        at,
        `试了 ${searched.tried} 种情况；未能穷尽，结论不是证明`,
        `${searched.tried} combinations were tried; not all of them, so this is no proof`,
      ),
    ];
  return [
    ...found,
    ...shadowed.map((each) =>
      finding(
        'error',
        'rule-shadowed',
        each,
        `规则“${each.rule.id}”总被前面的规则抢先`,
        `The rule "${each.rule.id}" is always preceded by another`,
      ),
    ),
  ];
}

function add(issues: Map<string, Issue>, key: string, make: () => Issue): void {
  if (!issues.has(key)) issues.set(key, make());
}

/** The firing disposition rules of the priority that decides. */
function rivalsOf(node: DeskNode, outcome: Traced<DeskOutcome>): string[] {
  const fired = node.rules.filter(
    ({ rule }, index) => rule.event.type !== 'require' && outcome.trace.rules[index]?.fired,
  );
  return fired.filter(({ rule }) => rule.priority === fired[0]?.rule.priority).map(({ rule }) => rule.id);
}
