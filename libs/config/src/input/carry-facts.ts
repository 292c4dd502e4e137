/** Owns reading answers that were given to other questions than those of an edition: what it does not ask is passed over. */
import type { Question } from '../document/form.js';
import type { Edition } from '../edition.js';
import type { BaseFact, FactType } from '../fact.js';
import { valueAt } from '../json/pointer.js';
import type { Report } from '../report.js';
import { answerCheck, isRecord } from './answer.js';
import type { Facts } from './read-facts.js';

/** An answer as the edition takes it; undefined where it does not. */
type Carry = (answer: unknown) => unknown;

const silent: Report = () => undefined;

/**
 * A reader of documents `{ <form>: { <fact>: answer } }` of another version or year. Ids keep their meaning: an answer
 * counts for the question of its id in whatever form it stands. Questions, columns and items of checklists that the
 * edition no longer knows are passed over; an answer that may not stand counts as not given, as `readFacts` has it, but
 * for patterns, which are not asked.
 * A document that is no object gives undefined. For many documents: nothing is reported, nothing copied that fits, and a
 * question without an answer is undefined instead of absent.
 */
export function factCarrier(edition: Edition): (document: unknown) => Facts | undefined {
  const carries = new Map([...edition.facts.values()].map((fact) => [fact.id, carryOf(edition, fact)]));
  // Every question has its place from the start: nothing is inherited, and objects of one shape are quick to read.
  const unanswered = Object.fromEntries([...carries.keys()].map((id) => [id, undefined]));
  return (document) => {
    if (!isRecord(document)) return undefined;
    const facts: Record<string, unknown> = { ...unanswered };
    for (const form of Object.keys(document)) if (form !== 'expect') carryForm(document[form], carries, facts);
    return facts;
  };
}

function carryForm(answers: unknown, carries: ReadonlyMap<string, Carry>, facts: Record<string, unknown>): void {
  if (!isRecord(answers)) return;
  for (const id of Object.keys(answers)) {
    const answer = carries.get(id)?.(answers[id]);
    if (answer !== undefined) facts[id] = answer;
  }
}

function carryOf({ documents }: Edition, { type, document, pointer }: BaseFact): Carry {
  const check = answerCheck(type, withoutPatterns(valueAt(documents[document], pointer)) as Question);
  const known = knownPart(type);
  const stands = (answer: unknown): boolean => check(answer, '', silent);
  if (!known) return (answer) => (stands(answer) ? answer : undefined);
  return (answer) => {
    if (stands(answer)) return answer;
    const rest = known(answer);
    return stands(rest) ? rest : undefined;
  };
}

/**
 * A question that asks for no way of writing. What was stored kept to its own edition's; the pattern of an edition that
 * nobody has checked yet could be made to run for ever on it.
 */
function withoutPatterns(question: unknown): unknown {
  if (!isRecord(question)) return question;
  const { pattern: _, ...rest } = question as { readonly pattern?: unknown };
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === 'items' || key === 'properties' ? withoutPatternsBelow(key, value) : value,
    ]),
  );
}

const withoutPatternsBelow = (key: string, value: unknown): unknown =>
  key === 'items' || !isRecord(value)
    ? withoutPatterns(value)
    : Object.fromEntries(Object.entries(value).map(([id, cell]) => [id, withoutPatterns(cell)]));

/** What is left of an answer without items and columns that the edition does not know; none where there are none. */
function knownPart(type: FactType): ((answer: unknown) => unknown) | undefined {
  if (type.kind === 'checklist') {
    const ids = new Set<unknown>(type.choices.map(({ id }) => id));
    return (answer) => (Array.isArray(answer) ? answer.filter((item) => ids.has(item)) : answer);
  }
  if (type.kind !== 'rows') return undefined;
  const cells = new Map([...type.columns].map(([id, column]) => [id, knownPart(column.type) ?? same]));
  return (answer) => (Array.isArray(answer) ? answer.map((row) => knownCells(row, cells)) : answer);
}

const same = (answer: unknown): unknown => answer;

function knownCells(row: unknown, cells: ReadonlyMap<string, (answer: unknown) => unknown>): unknown {
  if (!isRecord(row)) return row;
  return Object.fromEntries(
    Object.entries(row).flatMap(([id, answer]) => {
      const known = cells.get(id);
      return known ? [[id, known(answer)]] : [];
    }),
  );
}
