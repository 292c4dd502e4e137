/** Owns finding answers because of which a question is asked. */
import type { Asking, PlacedQuestion } from '../draft/question-places';

/** Answers that meet the conditions of a question, and of the questions those ask about. */
export function meetingAnswers(
  id: string,
  questions: ReadonlyMap<string, PlacedQuestion>,
  seen: ReadonlySet<string> = new Set(),
): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  if (seen.has(id)) return answers;
  for (const asking of questions.get(id)?.asked ?? []) {
    Object.assign(answers, meetingAnswers(asking.fact, questions, new Set([...seen, id])));
    answers[asking.fact] = answerTo(asking, questions.get(asking.fact));
  }
  return answers;
}

function answerTo({ test, value }: Asking, question: PlacedQuestion | undefined): unknown {
  const { multipleOf, type } = question?.question ?? {};
  const step = typeof multipleOf === 'number' ? multipleOf : type === 'integer' ? 1 : 0.01;
  switch (test) {
    case 'enum':
      return Array.isArray(value) ? value[0] : value;
    case 'exclusiveMinimum':
      return Number(value) + step;
    case 'exclusiveMaximum':
      return Number(value) - step;
    default:
      return value;
  }
}
