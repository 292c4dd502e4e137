/** Owns the way from an input document to facts: each answer checked against the fact dictionary. */
import type { Question } from '../document/form.js';
import type { Edition } from '../edition.js';
import type { Issue } from '../issue.js';
import { valueAt } from '../json/pointer.js';
import { type Report, reportOn } from '../report.js';
import { type AnswerCheck, answerCheck, isRecord, unknownName, wrongType } from './answer.js';

/** Base facts by id; without a prototype. A fact without an answer is not there. */
export type Facts = Readonly<Record<string, unknown>>;

/** What an input document holds; the answers that may stand, and an issue for each that may not. */
export interface ReadFacts {
  readonly id?: string | number;
  readonly facts: Facts;
  readonly issues: readonly Issue[];
}

/** The checks of each form's facts. */
type Checker = ReadonlyMap<string, ReadonlyMap<string, AnswerCheck>>;

const checkers = new WeakMap<Edition, Checker>();

/**
 * Reads an input document `{ id?, <form>: { <fact>: answer } }` (or a case, with `expect`).
 * Missing answers are not issues here. Never throws.
 *
 * @example readFacts(edition, { unit: { windows: [{ staff: -1 }] } }).issues[0].pointer // '/unit/windows/0/staff'
 */
export function readFacts(edition: Edition, input: unknown): ReadFacts {
  const checker = checkerOf(edition);
  const facts: Record<string, unknown> = Object.create(null);
  const issues: Issue[] = [];
  const report = reportOn('input', issues);
  if (!isRecord(input)) {
    wrongType('', report, '以表单为键的对象', 'an object keyed by form');
    return { facts, issues };
  }
  for (const key of Object.keys(input)) {
    if (key === 'id' || key === 'expect') continue;
    const form = checker.get(key);
    if (form) readForm(form, input[key], `/${key}`, facts, report);
    else unknownName(key, '', report);
  }
  const id = readId(input, report);
  return id === undefined ? { facts, issues } : { id, facts, issues };
}

function readId(input: Readonly<Record<string, unknown>>, report: Report): string | number | undefined {
  if (!Object.hasOwn(input, 'id')) return undefined;
  const { id } = input;
  if (typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id))) return id;
  wrongType('/id', report, '文字或数字', 'a text or a number');
  return undefined;
}

function readForm(
  form: ReadonlyMap<string, AnswerCheck>,
  answers: unknown,
  pointer: string,
  facts: Record<string, unknown>,
  report: Report,
): void {
  if (!isRecord(answers)) {
    wrongType(pointer, report, '以问题为键的对象', 'an object keyed by question');
    return;
  }
  for (const key of Object.keys(answers)) {
    const check = form.get(key);
    if (!check) unknownName(key, pointer, report);
    else if (check(answers[key], `${pointer}/${key}`, report)) facts[key] = answers[key];
  }
}

function checkerOf(edition: Edition): Checker {
  const known = checkers.get(edition);
  if (known) return known;
  const checker = new Map(edition.forms.map(({ id }) => [id, formChecker(edition, id)]));
  checkers.set(edition, checker);
  return checker;
}

const formChecker = (edition: Edition, form: string): ReadonlyMap<string, AnswerCheck> =>
  new Map(
    [...edition.facts.values()]
      .filter((fact) => fact.form === form)
      .map((fact) => {
        const question = valueAt(edition.documents[fact.document], fact.pointer);
        return [fact.id, answerCheck(fact.type, question as Question)];
      }),
  );
