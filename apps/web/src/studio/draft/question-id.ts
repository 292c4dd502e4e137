/** Owns the ids of new questions: formulas may name them, so that they are one word. */
import type { Documents } from './draft-state';
import type { QuestionKind } from './question-kinds';
import { everyQuestion, listIn, objectIn } from './question-places';

const stems: Readonly<Record<QuestionKind, string>> = {
  text: 'text',
  number: 'amount',
  boolean: 'answer',
  choice: 'choice',
  checklist: 'items',
  date: 'day',
  area: 'place',
  rows: 'rows',
  files: 'files',
  'id-number': 'idNumber',
  phone: 'phone',
};

/** Words that formulas and records of answers have for themselves. */
const reserved = ['true', 'false', 'null', 'undefined', 'this', 'constructor', 'prototype', 'id', 'expect', 'required'];

const LONGEST = 40;

/** An id for a question, from its English title where it has one; `avoid` are names that mean something else. */
export function freeQuestionId(
  documents: Documents,
  kind: QuestionKind,
  english: string | undefined,
  avoid: Iterable<string> = [],
): string {
  const taken = new Set([...reserved, ...namesIn(documents), ...avoid]);
  const stem = (english === undefined ? '' : oneWord(english)) || stems[kind];
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}${number}`;
    if (!taken.has(id)) return id;
  }
}

/** `Area of the hall` as `areaOfTheHall`. */
export function oneWord(english: string): string {
  const words = english.normalize('NFKD').match(/[A-Za-z0-9]+/gu) ?? [];
  const joined = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('')
    .replace(/^\d+/u, '')
    .slice(0, LONGEST);
  return joined.slice(0, 1).toLowerCase() + joined.slice(1);
}

/** Every name that a formula may mean: questions, their columns, what is computed, lists and their columns. */
function namesIn(documents: Documents): string[] {
  const questions = everyQuestion(documents).flatMap(({ id, question }) => [
    id,
    ...Object.keys(objectIn(objectIn(question.items).properties)),
  ]);
  const declared = Object.entries(documents)
    .filter(([path]) => path.startsWith('rules/') && !path.endsWith('.jsonl'))
    .flatMap(([, value]) => {
      const { facts, lists } = objectIn(value);
      const columns = listIn(lists).flatMap((list) => listIn(objectIn(list).columns));
      return [...listIn(facts), ...listIn(lists), ...columns].map((each) => String(objectIn(each).id));
    });
  return [...questions, ...declared];
}

/** The questions that documents ask: what their ids meant is not to mean something else. */
export const questionIdsOf = (documents: Documents): string[] => everyQuestion(documents).map(({ id }) => id);
