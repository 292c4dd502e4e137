/** Owns the answers of a page: what is asked now, what is flat, what is still open. */
import type { QuestionSummary } from '@yimen/contracts';
import type { Facts, Outcome } from '@yimen/engine';

/** Answers by form and question. */
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Facts of all forms in one record, as the evaluator takes them. */
export function factsOf(answers: Answers): Facts {
  const facts: Record<string, unknown> = Object.create(null);
  for (const form of Object.values(answers))
    for (const [id, answer] of Object.entries(form)) if (answer !== undefined && answer !== null) facts[id] = answer;
  return facts;
}

/** Answers as they are sent: without what was cleared. */
export function sendable(answers: Answers): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(answers).map(([form, given]) => [
      form,
      Object.fromEntries(
        Object.entries(given).filter(([, answer]) => answer !== undefined && answer !== null && answer !== ''),
      ),
    ]),
  );
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The questions whose answers differ. */
export function differing(before: Answers, after: Answers): Pick<QuestionSummary, 'form' | 'id'>[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((form) => {
    const [was, is] = [before[form] ?? {}, after[form] ?? {}];
    const ids = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return ids.filter((id) => !same(was[id], is[id])).map((id) => ({ form, id }));
  });
}

/** What I changed, on top of what somebody else made of the same answers. */
export function rebased(base: Answers, mine: Answers, theirs: Answers): Answers {
  const changed = differing(base, mine);
  const forms = new Set([...Object.keys(theirs), ...changed.map(({ form }) => form)]);
  const mineOf = (form: string) =>
    Object.fromEntries(changed.filter((each) => each.form === form).map(({ id }) => [id, mine[form]?.[id]]));
  return Object.fromEntries([...forms].map((form) => [form, { ...theirs[form], ...mineOf(form) }]));
}

/** Questions that the outcome still waits for. */
export const openQuestions = (outcome: Outcome): string[] =>
  outcome.issues.filter((issue) => issue.code === 'answer-missing').map((issue) => issue.pointer.split('/')[2] ?? '');

/** The element of a question on the page. */
export const elementId = (form: string, question: string): string => `${form}_${question}`;

/** Brings a question into view and puts the cursor into it. */
export function goToQuestion(question: Pick<QuestionSummary, 'form' | 'id'>): void {
  const field = document.getElementById(`field-${elementId(question.form, question.id)}`);
  field?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  field?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus({ preventScroll: true });
}
