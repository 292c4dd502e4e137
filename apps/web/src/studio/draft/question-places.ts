/** Owns finding the questions of a form as it is written: where each stands, and when it is asked. */
import { isObject, pointerTo, valueAt } from '@yimen/config';
import type { Documents } from './draft-state';

export type Json = Readonly<Record<string, unknown>>;

/** How an answer is tested, by the words of JSON Schema. */
export type TestKey = 'const' | 'enum' | 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum';

/** One condition under which a question is asked. */
export interface Asking {
  readonly fact: string;
  readonly test: TestKey;
  readonly value: unknown;
}

export interface PlacedQuestion {
  readonly id: string;
  readonly question: Json;
  /** Of the properties and the required ones that it stands among. */
  readonly group: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly asked: readonly Asking[];
}

export interface WrittenStep {
  readonly id: string;
  readonly title: Readonly<{ zh: string; en?: string }>;
  readonly questions: readonly string[];
}

/** A question's place in the draft. */
export interface FoundQuestion extends PlacedQuestion {
  readonly document: string;
  readonly form: Json;
}

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const objectIn = (value: unknown): Json => (isObject(value) ? value : {});
export const idsIn = (value: unknown): string[] => listIn(value).filter((each) => typeof each === 'string');

/** The questions of a form, conditional ones among them, in the order of its schema. */
export const questionsIn = (form: unknown): PlacedQuestion[] => visit(valueAt(form, '/schema'), '/schema', []);

function visit(group: unknown, pointer: string, asked: readonly Asking[]): PlacedQuestion[] {
  const { properties, required, allOf } = objectIn(group);
  const own = Object.entries(objectIn(properties)).map(([id, question]) => ({
    id,
    question: objectIn(question),
    group: pointer,
    pointer: pointerTo(pointer, 'properties', id),
    required: idsIn(required).includes(id),
    asked,
  }));
  const conditional = listIn(allOf).flatMap((branch, index) =>
    visit(valueAt(branch, '/then'), pointerTo(pointer, 'allOf', index, 'then'), [
      ...asked,
      ...testsIn(objectIn(branch).if),
    ]),
  );
  return [...own, ...conditional];
}

/** What an `if` tests. */
const testsIn = (tests: unknown): Asking[] =>
  Object.entries(objectIn(objectIn(tests).properties)).flatMap(([fact, test]) =>
    Object.entries(objectIn(test)).map(([key, value]) => ({ fact, test: key as TestKey, value })),
  );

export const stepsIn = (form: unknown): readonly WrittenStep[] =>
  listIn(objectIn(form).steps).filter((step): step is WrittenStep => isObject(step) && Array.isArray(step.questions));

/** The paths of the forms of a draft. */
export const formPaths = (documents: Documents): string[] =>
  Object.keys(documents)
    .filter((path) => path.startsWith('forms/') && isObject(documents[path]))
    .sort();

/** Every question of every form. */
export const everyQuestion = (documents: Documents): FoundQuestion[] =>
  formPaths(documents).flatMap((document) => {
    const form = objectIn(documents[document]);
    return questionsIn(form).map((placed) => ({ ...placed, document, form }));
  });

/** The question's words in a language: English ones stand beside the schema. */
export function wordsOf(form: unknown, key: string, word: 'title' | 'description' | 'unit'): string | undefined {
  const text = valueAt(form, pointerTo('', 'texts', key, 'en', word));
  return typeof text === 'string' ? text : undefined;
}

/** The title of a question of a form, its id where none is written. */
export function titleOf(form: unknown, id: string, question: Json): { readonly zh: string; readonly en: string } {
  const zh = typeof question.title === 'string' && question.title !== '' ? question.title : id;
  return { zh, en: wordsOf(form, id, 'title') ?? zh };
}
