/** Owns what a submission must have answered beyond what evaluation needs: the required questions of its forms. */
import type { BaseFact, Issue } from '@yimen/config';
import { type Facts, knownFacts, type Program } from '@yimen/engine';

/** An error for each required question that is asked and not answered. */
export function missingAnswers(program: Program, facts: Facts): Issue[] {
  const { edition } = program;
  const { missing } = knownFacts(program, facts);
  const required = new Set(edition.forms.flatMap((form) => requiredQuestions(form.schema as Group)));
  return [...edition.facts.values()].filter(({ id }) => missing.has(id) && required.has(id)).map(missingAnswer);
}

interface Group {
  readonly required?: readonly string[];
  readonly allOf?: readonly { readonly then?: Group }[];
}

/** Required questions of a form and of its conditional parts: whether one is asked is another matter. */
const requiredQuestions = ({ required = [], allOf = [] }: Group): readonly string[] => [
  ...required,
  ...allOf.flatMap(({ then }) => (then ? requiredQuestions(then) : [])),
];

const missingAnswer = ({ form, id, title }: BaseFact): Issue => ({
  code: 'missing-answer',
  severity: 'error',
  document: 'input',
  pointer: `/${form}/${id}`,
  message: { zh: `请回答“${title.zh}”`, en: `Answer "${title.en}"` },
});
