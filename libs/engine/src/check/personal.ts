/** Owns the check that nothing everybody reads tells personal data: reasons of outcomes, and the names of records. */
import type { Issue } from '@yimen/config';
import { type Expression, factsOf, isExpression } from '../formula/expression.js';
import { templateFacts } from '../formula/template.js';
import { type Program, rulesOf } from '../program/program.js';
import { finding, type QuickCheck } from './subject.js';

export const checkPersonal: QuickCheck = ({ edition, program }) => {
  const personal = new Set([...edition.facts.values()].filter((fact) => fact.personal).map(({ id }) => id));
  const named = [...edition.facts.values()].filter((fact) => fact.heading && fact.personal);
  const told = rulesOf(program).filter(({ reason }) =>
    [...templateFacts(reason)].some((fact) => [...wordsOf(program, fact)].some((id) => personal.has(id))),
  );
  return [
    ...named.map((fact) =>
      issue(
        fact,
        `“${fact.title.zh}”是个人信息，不能作为记录的名称`,
        `"${fact.title.en}" is personal and cannot name records`,
      ),
    ),
    ...told.map((rule) =>
      issue(
        { document: rule.document, pointer: `${rule.pointer}/reason` },
        '理由里不能写个人信息，请改用不含个人信息的说法',
        'A reason must not hold personal data; word it without',
      ),
    ),
  ];
};

const issue = (at: { readonly document: string; readonly pointer: string }, zh: string, en: string): Issue =>
  finding('error', 'personal-data-told', at, zh, en);

/**
 * The facts whose words a fact repeats: itself, whatever a formula makes texts of, and a number or a truth that comes out
 * of a formula as it went in. What is counted or reckoned from answers repeats none.
 */
function wordsOf(program: Program, id: string): Set<string> {
  const node = program.derived.find(({ fact }) => fact.id === id);
  if (!node) return new Set([id]);
  const { expression } = node;
  const computed = expression.type.kind === 'number' || expression.type.kind === 'boolean';
  const repeated = computed ? repeatedBy(expression) : factsOf(expression);
  return new Set([...repeated].flatMap((each) => [...wordsOf(program, each)]));
}

/** The facts whose value an expression may have as it is. */
function repeatedBy(expression: Expression): string[] {
  if (expression.op === 'fact') return [expression.id];
  if (expression.op !== 'call') return [];
  const { fn, args } = expression;
  return args.flatMap((argument, place) =>
    isExpression(argument) && fn.repeats?.(placeOf(fn, place)) ? repeatedBy(argument) : [],
  );
}

/** The place of an argument among the parameters, the last of which may stand for many. */
const placeOf = ({ parameters }: Extract<Expression, { op: 'call' }>['fn'], place: number): number =>
  Math.min(place, parameters.length - 1);
