/** Owns the cases of a draft as they are written: finding, naming, adding, changing and removing them. Pure. */
import { insertedAt, isObject, pointerTo, removedAt, replacedAt } from '@yimen/config';
import type { Answers } from '../../form/answers';
import type { Documents } from '../draft/draft-state';
import { answersIn } from './try-answers';

export interface WrittenCase {
  readonly document: string;
  readonly pointer: string;
  /** Its name; the number of its line where it has none. */
  readonly id: string;
  readonly answers: Answers;
  readonly expect: Readonly<Record<string, unknown>>;
}

const casePaths = (documents: Documents): string[] =>
  Object.keys(documents)
    .filter((path) => path.endsWith('.jsonl'))
    .sort();

export const casesIn = (documents: Documents): WrittenCase[] =>
  casePaths(documents).flatMap((document) => {
    const all = documents[document];
    return Array.isArray(all) ? all.map((value, index) => caseOf(value, document, index)) : [];
  });

function caseOf(value: unknown, document: string, index: number): WrittenCase {
  const { id, expect } = isObject(value) ? value : {};
  return {
    document,
    pointer: pointerTo('', index),
    id: typeof id === 'string' ? id : String(index + 1),
    answers: answersIn(value),
    expect: isObject(expect) ? expect : {},
  };
}

/** A name that no case has: the one asked for, or with the next number behind it. */
export function freeName(documents: Documents, name: string): string {
  const taken = new Set(casesIn(documents).map(({ id }) => id));
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.has(`${name} ${number}`)) return `${name} ${number}`;
}

export interface NewCase {
  readonly id: string;
  readonly answers: Answers;
  readonly expect: object;
}

/** Adds a case behind those there are; the first of an edition begins their document. */
export function withCase(edition: string, documents: Documents, { id, answers, expect }: NewCase): Documents {
  const known = casePaths(documents).find((path) => Array.isArray(documents[path]));
  const document = known ?? `rules/${edition}/cases/cases.jsonl`;
  const all = documents[document] ?? [];
  return { ...documents, [document]: insertedAt(all, '', Number.POSITIVE_INFINITY, { id, ...answers, expect }) };
}

/** Puts other answers, another name or expectation in the place of a case's. */
export const withChangedCase = (
  documents: Documents,
  { document, pointer }: Pick<WrittenCase, 'document' | 'pointer'>,
  { id, answers, expect }: NewCase,
): Documents => ({
  ...documents,
  [document]: replacedAt(documents[document], pointer, { id, ...answers, expect }),
});

/** Removes a case; a document without cases goes with its last. */
export function withoutCase(
  documents: Documents,
  { document, pointer }: Pick<WrittenCase, 'document' | 'pointer'>,
): Documents {
  const left = removedAt(documents[document], pointer);
  if (Array.isArray(left) && left.length > 0) return { ...documents, [document]: left };
  const { [document]: _, ...others } = documents;
  return others;
}
