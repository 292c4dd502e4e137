/** Owns JavaScript for the warnings about questions not answered. */
import type { Writer } from './writer.js';

/** An expression: one warning for each needed question that is asked and not answered. */
export function answerIssues(writer: Writer, needs: ReadonlySet<string>): string {
  const questions = writer.program.base
    .filter(({ fact }) => needs.has(fact.id))
    .map(({ fact }) => {
      const place = { pointer: `/${fact.form}/${fact.id}`, zh: fact.title.zh, en: fact.title.en };
      return `${writer.missing(fact.id)} && ${writer.constant(place)}`;
    });
  return `any ? missingAnswers([${questions.join(', ')}].filter(Boolean)) : []`;
}
