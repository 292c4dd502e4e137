/** Owns putting questions in, taking them out and making others of them: schema, steps, hints, words and cases together. */
import { pointerTo, removedAt, replacedAt, valueAt } from '@yimen/config';
import type { Documents } from './draft-state';
import { gone, type QuestionEdit, refused, withForm } from './question-edit-result';
import { withoutQuestion, withQuestion, withRequired } from './question-groups';
import { freeQuestionId } from './question-id';
import { kindOfQuestion, type NewQuestion, newAnswer, type Words } from './question-kinds';
import { type Json, listIn, objectIn, type PlacedQuestion, questionsIn, stepsIn } from './question-places';
import { freeStepId, putInSteps, takenFromSteps } from './question-steps';
import { withEnglish, withoutHints, withoutInnerTexts, withoutTexts } from './question-texts';
import { usesOf } from './question-uses';

/** Where a new question goes: the end of the last step where nothing is said. */
export interface QuestionTarget {
  /** The path of the form. */
  readonly document: string;
  /** The id of a step of the form. */
  readonly step?: string;
  readonly index?: number;
  /** Makes a step behind the others for it. */
  readonly newStep?: Words;
}

/** Puts a question in; `avoid` are ids that meant something else before. The answer's `id` is that of the question. */
export function insertQuestion(
  documents: Documents,
  { document, step, index = Number.POSITIVE_INFINITY, newStep }: QuestionTarget,
  asked: NewQuestion,
  avoid: Iterable<string> = [],
): QuestionEdit {
  const form = objectIn(documents[document]);
  const steps = stepsIn(form);
  const at = step === undefined ? steps.length - 1 : steps.findIndex((each) => each.id === step);
  if (at < 0 && !newStep) return gone;
  const { title, kind, unit, required = true } = asked;
  if (title.zh.trim() === '') return refused('请写问题的名称', 'Give the question a title');
  const id = freeQuestionId(documents, kind, title.en, avoid);
  const put = withQuestion(form, id, { title: title.zh, ...newAnswer(asked) }, { required, asked: [] });
  const placed = newStep
    ? { ...put, steps: [...steps, { id: freeStepId(form), title: newStep, questions: [id] }] }
    : putInSteps(put, id, { step: at, index });
  const named = withEnglish(placed, id, 'title', title.en);
  const measured = kind === 'number' && unit ? withEnglish(named, id, 'unit', unit.en) : named;
  return withForm(documents, document, measured, id);
}

const placedIn = (documents: Documents, document: string, id: string): PlacedQuestion | undefined =>
  questionsIn(documents[document]).find((each) => each.id === id);

/** Takes a question away, its answers in the cases too; refused while something uses it. */
export function deleteQuestion(documents: Documents, document: string, id: string): QuestionEdit {
  const form = objectIn(documents[document]);
  const placed = placedIn(documents, document, id);
  if (!placed) return gone;
  const uses = usesOf(documents, id);
  if (uses.length > 0)
    return refused('还有地方用到这个问题，请先改掉', 'Something still uses this question: change that first', uses);
  const left = takenFromSteps(form, id);
  if (stepsIn(left).length === 0) return refused('表单至少要有一个问题', 'A form has at least one question');
  const words = withoutTexts(withoutInnerTexts(left, id), (key) => key === id);
  const next = withoutQuestion(withoutHints(words, id), placed);
  return withForm(withoutAnswers(documents, form.id, id), document, next, id);
}

/** Makes a question one of another kind; title, help and conditions stay. Refused while something uses it. */
export function changeKind(
  documents: Documents,
  document: string,
  id: string,
  next: Pick<NewQuestion, 'kind' | 'list'>,
): QuestionEdit {
  const form = objectIn(documents[document]);
  const placed = placedIn(documents, document, id);
  if (!placed) return gone;
  if (kindOfQuestion(placed.question) === next.kind) return withForm(documents, document, form, id);
  const uses = usesOf(documents, id);
  if (uses.length > 0)
    return refused(
      '还有地方用到这个问题，换题型会让它们失效，请先改掉',
      'Something still uses this question and would no longer fit: change that first',
      uses,
    );
  const { title, description } = placed.question;
  const kept = { title, ...(description === undefined ? {} : { description }) };
  const put = replacedAt(form, placed.pointer, { ...kept, ...newAnswer(next) }) as Json;
  const plain = withEnglish(withoutHints(withoutInnerTexts(put, id), id), id, 'unit', undefined);
  return withForm(withoutAnswers(documents, form.id, id), document, plain, id);
}

/** The cases without answers to a question. */
function withoutAnswers(documents: Documents, form: unknown, id: string): Documents {
  const pointer = pointerTo('', String(form), id);
  const entries = Object.entries(documents).map(([path, value]) => {
    if (!path.endsWith('.jsonl') || !Array.isArray(value)) return [path, value] as const;
    const cases = value.map((each) => removedAt(each, pointer));
    return [path, cases.some((each, index) => each !== value[index]) ? cases : value] as const;
  });
  return Object.fromEntries(entries);
}

/** In how many cases a question is answered. */
export const casesAnswering = (documents: Documents, form: unknown, id: string): number =>
  Object.entries(documents)
    .filter(([path]) => path.endsWith('.jsonl'))
    .flatMap(([, value]) => listIn(value))
    .filter((each) => valueAt(each, pointerTo('', String(form), id)) !== undefined).length;

export function setRequired(documents: Documents, document: string, id: string, required: boolean): QuestionEdit {
  const placed = placedIn(documents, document, id);
  if (!placed) return gone;
  return withForm(documents, document, withRequired(objectIn(documents[document]), placed, required), id);
}
