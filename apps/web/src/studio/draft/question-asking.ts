/** Owns the conditions under which a question is asked: which fit, and putting the question where they say. */
import type { Documents } from './draft-state';
import { gone, type QuestionEdit, type Refusal, refused, withForm } from './question-edit-result';
import { sameAsking, withoutQuestion, withQuestion } from './question-groups';
import { kindOfQuestion, type QuestionKind } from './question-kinds';
import { type Asking, listIn, objectIn, type PlacedQuestion, questionsIn } from './question-places';
import { choicesIn } from './question-uses';

/** The kinds whose answers can decide whether another question is asked. */
export const testableKinds: ReadonlySet<QuestionKind | undefined> = new Set([
  'boolean',
  'number',
  'choice',
  'text',
  'date',
  'area',
]);

/** Asks a question only under conditions, all of which must hold; always where there are none. */
export function askWhen(documents: Documents, document: string, id: string, asked: readonly Asking[]): QuestionEdit {
  const form = objectIn(documents[document]);
  const placed = questionsIn(form).find((each) => each.id === id);
  if (!placed) return gone;
  if (sameAsking(placed.asked, asked)) return withForm(documents, document, form, id);
  const wrong = faultOfAsking(documents, document, id, asked);
  if (wrong) return wrong;
  const next = withQuestion(withoutQuestion(form, placed), id, placed.question, { ...placed, asked });
  return withForm(documents, document, next, id);
}

function faultOfAsking(
  documents: Documents,
  document: string,
  id: string,
  asked: readonly Asking[],
): Refusal | undefined {
  const questions = new Map(questionsIn(documents[document]).map((each) => [each.id, each]));
  for (const asking of asked) {
    const tested = questions.get(asking.fact);
    if (!tested) return refused('条件里的问题已经没有了，请另选', 'The question of a condition is gone: pick another');
    if (!fitsTest(documents, tested, asking))
      return refused('条件与所选问题的题型或选项不符', 'A condition does not fit the kind or choices of its question');
  }
  if (!leadsBack(id, asked, questions)) return undefined;
  return refused(
    '这样会绕回来：那个问题要不要问，又取决于这个问题',
    'This goes in a circle: whether that question is asked depends on this one',
  );
}

/** Whether what is asked depends, through the conditions of other questions, on the question itself. */
export function leadsBack(
  id: string,
  asked: readonly Asking[],
  questions: ReadonlyMap<string, Pick<PlacedQuestion, 'asked'>>,
): boolean {
  const seen = new Set<string>();
  const reach = (facts: readonly Asking[]): boolean =>
    facts.some(({ fact }) => {
      if (fact === id) return true;
      if (seen.has(fact)) return false;
      seen.add(fact);
      return reach(questions.get(fact)?.asked ?? []);
    });
  return reach(asked);
}

function fitsTest(documents: Documents, { question }: PlacedQuestion, { test, value }: Asking): boolean {
  const kind = kindOfQuestion(question);
  if (!testableKinds.has(kind)) return false;
  if (test !== 'const' && test !== 'enum') return kind === 'number' && Number.isFinite(value);
  const values = test === 'enum' ? listIn(value) : [value];
  if (values.length === 0) return false;
  if (kind === 'choice') {
    const choices = choicesIn(documents, question);
    return values.every((each) => typeof each === 'string' && choices.includes(each));
  }
  const type = kind === 'boolean' || kind === 'number' ? kind : 'string';
  return values.every((each) => typeof each === type);
}
