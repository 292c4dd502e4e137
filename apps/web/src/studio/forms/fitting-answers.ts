/** Owns which answers typed into a preview still fit the form after it was changed. */
import type { RJSFSchema } from '@rjsf/utils';
import { formats } from '@yimen/config';
import { isArea, questionsOf } from '../../form/questions';

export type Answers = Readonly<Record<string, unknown>>;

const types: Readonly<Record<string, (answer: unknown) => boolean>> = {
  boolean: (answer) => typeof answer === 'boolean',
  integer: (answer) => typeof answer === 'number',
  number: (answer) => typeof answer === 'number',
  string: (answer) => typeof answer === 'string',
  array: Array.isArray,
};

/** The answers to questions that are still there and of the same kind; choices that are gone are taken out. */
export function fittingAnswers(schema: RJSFSchema, answers: Answers): Record<string, unknown> {
  const questions = questionsOf(schema);
  const kept = Object.entries(answers).filter(([id, answer]) => {
    const question = questions[id];
    if (!question || answer === undefined) return false;
    if (isArea(question) && !formats.area.check(String(answer))) return false;
    return (types[String(question.type)]?.(answer) ?? true) && isAmong(question, answer);
  });
  return Object.fromEntries(kept);
}

function isAmong({ oneOf, items }: RJSFSchema, answer: unknown): boolean {
  const inside = typeof items === 'object' && !Array.isArray(items) ? items : undefined;
  const choices = (oneOf ?? inside?.oneOf) as readonly { readonly const?: unknown }[] | undefined;
  if (inside?.type === 'object') return (answer as unknown[]).every((row) => typeof row === 'object');
  if (!choices) return true;
  return [answer].flat().every((each) => choices.some((choice) => choice.const === each));
}
