/** Owns the proof that a desk gives exactly one disposition for every input. */
import type { Issue } from '@yimen/config';
import { compileFiring } from '../compile/firing.js';
import type { Facts } from '../outcome.js';
import type { DeskNode, Program, RuleNode } from '../program/program.js';
import { documentOf, type Searched, searchAnswers } from './search.js';
import { finding, type Proof, type Subject } from './subject.js';

export const checkDisposition: Proof = (subject) => {
  const node = subject.program.desk;
  return node ? [() => prove(node, subject)] : [];
};

function prove(node: DeskNode, { program, budget, stop }: Subject): Issue[] {
  const rules = node.rules.filter(({ rule }) => rule.event.type !== 'require');
  const decided = new Decided(node, program);
  const firing = compileFiring(program, rules, node.needs);
  const searched = searchAnswers(program, { needs: node.needs, budget, stop }, (facts) => {
    const fired = firing(facts);
    decided.add(
      rules.filter((_rule, index) => fired[index]),
      facts,
    );
    return false;
  });
  const found = [...decided.issues.values()];
  if (!searched.complete) return [...found, notProven(decided, searched)];
  return [...found, ...rules.filter((rule) => !decided.winners.has(rule)).map(shadowed)];
}

/** What a desk did with the inputs it was tried with. */
class Decided {
  readonly issues = new Map<string, Issue>();
  /** Rules that decided some input. */
  readonly winners = new Set<RuleNode>();
  readonly at: { readonly document: string; readonly pointer: string };

  constructor(
    { desk }: DeskNode,
    private readonly program: Program,
  ) {
    this.at = { document: desk.document, pointer: `${desk.pointer}/rules` };
  }

  /** Takes the disposition rules that fire for an input, in order of application. */
  add(fired: readonly RuleNode[], facts: Facts): void {
    const [winner, second] = fired;
    if (!winner) {
      this.report('no-disposition', 'none', '有的情况没有处理结果', 'Some input gets no disposition', facts);
      return;
    }
    this.winners.add(winner);
    if (second?.rule.priority === winner.rule.priority) this.addRivals(fired, winner.rule.priority, facts);
  }

  private addRivals(fired: readonly RuleNode[], priority: number, facts: Facts): void {
    const rivals = fired.filter(({ rule }) => rule.priority === priority).map(({ rule }) => rule.id);
    this.report(
      'two-dispositions',
      rivals.join(),
      `优先级相同的规则同时成立：${rivals.join('、')}`,
      `Rules of the same priority fire together: ${rivals.join(', ')}`,
      facts,
    );
  }

  /** One issue for each key, with the first input that shows it. */
  private report(code: string, key: string, zh: string, en: string, facts: Facts): void {
    if (!this.issues.has(`${code} ${key}`))
      this.issues.set(`${code} ${key}`, finding('error', code, this.at, zh, en, documentOf(this.program, facts)));
  }
}

const notProven = ({ at }: Decided, { tried }: Searched): Issue =>
  finding(
    'info',
    'not-proven',
    at,
    `试了 ${tried} 种情况；未能穷尽，结论不是证明`,
    `${tried} combinations were tried; not all of them, so this is no proof`,
  );

const shadowed = (node: RuleNode): Issue =>
  finding(
    'error',
    'rule-shadowed',
    node,
    `规则“${node.rule.id}”总被前面的规则抢先`,
    `The rule "${node.rule.id}" is always preceded by another`,
  );
