/** Owns the check that questions and derived facts are used by something. */
import type { Issue } from '@yimen/config';
import { factsOf } from '../formula/expression.js';
import { templateFacts } from '../formula/template.js';
import { eventFacts } from '../program/build.js';
import { type Program, rulesOf } from '../program/program.js';
import { conditionFacts } from '../rule/condition.js';
import { finding, type QuickCheck } from './subject.js';

export const checkUsage: QuickCheck = ({ edition, program }) => {
  const read = namesRead(program);
  const needed = new Set(
    [...program.lines, ...(program.desk ? [program.desk] : [])].flatMap((node) => [
      ...node.needs,
      ...('appliesNeeds' in node ? node.appliesNeeds : []),
    ]),
  );
  const derived = [...edition.derived.values()]
    .filter((fact) => !read.has(fact.id))
    .map(
      (fact): Issue =>
        finding(
          'warning',
          'fact-unused',
          fact,
          `推导量“${fact.title.zh}”没有被使用`,
          `The derived fact "${fact.title.en}" is not used`,
        ),
    );
  const asked = [...edition.facts.values()]
    .filter((fact) => !fact.personal && !fact.heading && !needed.has(fact.id))
    .map(
      (fact): Issue =>
        finding(
          'info',
          'fact-only-recorded',
          fact,
          `问题“${fact.title.zh}”只作记录，没有规则使用`,
          `The question "${fact.title.en}" is only recorded; no rule uses it`,
        ),
    );
  return [...derived, ...asked];
};

/** Every fact that a rule, a formula, a condition or a desk names. */
function namesRead(program: Program): Set<string> {
  const rules = rulesOf(program).flatMap((node) => [
    ...conditionFacts(node.rule.conditions, program.conditions),
    ...eventFacts(node.rule),
    ...templateFacts(node.reason),
  ]);
  const formulas = program.derived.flatMap((node) => [...factsOf(node.expression)]);
  const lines = program.lines.flatMap(({ line }) => [
    ...line.needs,
    ...(line.appliesWhen ? conditionFacts(line.appliesWhen, program.conditions) : []),
  ]);
  const desk = program.desk ? [program.desk.desk.department, program.desk.desk.handedIn] : [];
  return new Set([...rules, ...formulas, ...lines, ...desk]);
}
