/** Owns telling personal answers that are shown masked from those written anew. */
import type { QuestionSummary } from '@yimen/contracts';
import type { Answers } from './answers';

type Given = Readonly<Record<string, unknown>>;

/** The personal answers of a record, as it shows them, by form. */
export function masksIn(facts: Answers, questions: readonly QuestionSummary[]): Answers {
  const personal = new Set(questions.filter((each) => each.personal).map(({ form, id }) => `${form} ${id}`));
  return Object.fromEntries(
    Object.entries(facts).map(([form, given]) => [
      form,
      Object.fromEntries(
        Object.entries(given).filter(([id, answer]) => answer !== undefined && personal.has(`${form} ${id}`)),
      ),
    ]),
  );
}

/** Whether an answer is what was shown: sent back like that, it stays as it is stored. */
export const isMasked = (question: string, answers: Given, masks: Given): boolean =>
  masks[question] !== undefined && answers[question] === masks[question];
