/** Owns the steps of a form: which question stands in which, and in what order. */
import { insertedAt, movedAt, pointerTo, removedAt, replacedAt } from '@yimen/config';
import type { Documents } from './draft-state';
import { freeId } from './free-id';
import { gone, type QuestionEdit, refused, withForm } from './question-edit-result';
import type { Words } from './question-kinds';
import { type Json, objectIn, stepsIn, type WrittenStep } from './question-places';

const lastStep: QuestionEdit = refused(
  '表单至少要有一步；请先加一步，再移走这里的问题',
  'A form has at least one step: add one before this one goes',
);

/** Where in a form a question stands, or is to stand. */
export interface StepPlace {
  readonly step: number;
  readonly index: number;
}

export function placeInSteps(form: unknown, id: string): StepPlace | undefined {
  for (const [step, { questions }] of stepsIn(form).entries()) {
    const index = questions.indexOf(id);
    if (index >= 0) return { step, index };
  }
  return undefined;
}

const withSteps = (form: Json, steps: readonly WrittenStep[]): Json => ({ ...form, steps });

/** The steps with a question put in; beyond the last step it makes none. */
export const putInSteps = (form: Json, id: string, { step, index }: StepPlace): Json =>
  insertedAt(form, pointerTo('', 'steps', step, 'questions'), index, id) as Json;

/** The steps without a question; a step that is left empty goes too. */
export function takenFromSteps(form: Json, id: string): Json {
  const steps = stepsIn(form).map((step) =>
    step.questions.includes(id) ? { ...step, questions: step.questions.filter((each) => each !== id) } : step,
  );
  return withSteps(
    form,
    steps.filter(({ questions }) => questions.length > 0),
  );
}

/** Moves a question to a place in a step, counted as steps stand before; a step that is left empty goes. */
export function placeQuestion(documents: Documents, document: string, id: string, to: StepPlace): QuestionEdit {
  const form = objectIn(documents[document]);
  const from = placeInSteps(form, id);
  const target = stepsIn(form)[to.step];
  if (!from || !target) return gone;
  if (from.step === to.step) {
    const moved = movedAt(form, pointerTo('', 'steps', to.step, 'questions'), from.index, to.index);
    return withForm(documents, document, moved as Json, id);
  }
  const steps = stepsIn(putInSteps(form, id, to)).map((step, index) =>
    index === from.step ? { ...step, questions: step.questions.filter((each) => each !== id) } : step,
  );
  const kept = steps.filter(({ questions }) => questions.length > 0);
  return withForm(documents, document, withSteps(form, kept), id);
}

/** Adds a step behind another, beginning with a question that stands elsewhere. */
export function addStep(
  documents: Documents,
  document: string,
  { title, after, first }: { readonly title: Words; readonly after: number; readonly first: string },
): QuestionEdit {
  const form = objectIn(documents[document]);
  const from = placeInSteps(form, first);
  if (!from) return gone;
  if ((stepsIn(form)[from.step]?.questions.length ?? 0) < 2)
    return refused(
      '这个问题已经独自成为一步；请先添加别的问题',
      'This question is a step of its own already: add another question first',
    );
  const id = freeStepId(form);
  const made = insertedAt(takenFromSteps(form, first), '/steps', after + 1, { id, title, questions: [first] });
  return withForm(documents, document, made as Json, id);
}

export const freeStepId = (form: unknown): string =>
  freeId(
    'step',
    stepsIn(form).map((step) => step.id),
  );

/** Takes a step away: its questions go to the step before it, those of the first to the next. */
export function removeStep(documents: Documents, document: string, step: number): QuestionEdit {
  const form = objectIn(documents[document]);
  const steps = stepsIn(form);
  const removed = steps[step];
  if (!removed) return gone;
  if (steps.length < 2) return lastStep;
  const host = step === 0 ? 1 : step - 1;
  const { questions } = steps[host] as WrittenStep;
  const together = step === 0 ? [...removed.questions, ...questions] : [...questions, ...removed.questions];
  const joined = replacedAt(form, pointerTo('', 'steps', host, 'questions'), together);
  return withForm(documents, document, removedAt(joined, pointerTo('', 'steps', step)) as Json, removed.id);
}

export function moveStep(documents: Documents, document: string, from: number, to: number): QuestionEdit {
  const form = objectIn(documents[document]);
  const step = stepsIn(form)[from];
  if (!step) return gone;
  return withForm(documents, document, movedAt(form, '/steps', from, to) as Json, step.id);
}
