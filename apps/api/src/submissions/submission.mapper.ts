/** Owns the way from stored submissions to what the API tells of them. */
import type { Edition } from '@yimen/config';
import { type FactsDocument, isDeskOutcome, type Submission, type SubmissionSummary } from '@yimen/contracts';
import type { StoredSubmission } from './submission.js';

export function toSubmission(stored: StoredSubmission): Submission {
  const { id, edition, hash, facts, outcome, acceptedOn, dueOn, submittedAt } = stored;
  return { id, edition, hash, acceptedOn, dueOn, submittedAt, facts, outcome };
}

/** Without the answers but those that name the record, which are choices: a list shows no personal data. */
export function toSummary({ facts, outcome, ...stored }: StoredSubmission, by: Edition): SubmissionSummary {
  const { id, edition, hash, acceptedOn, dueOn, submittedAt } = stored;
  const result = isDeskOutcome(outcome)
    ? { disposition: outcome.disposition, department: outcome.department }
    : { total: outcome.total, grade: outcome.grade };
  return { id, edition, hash, acceptedOn, dueOn, submittedAt, heading: headingOf(facts, by), result };
}

function headingOf(facts: FactsDocument, edition: Edition): SubmissionSummary['heading'] {
  const named = [...edition.facts.values()].filter((fact) => fact.heading);
  return named.flatMap(({ form, id, type }) => {
    const answer = (facts[form] as Readonly<Record<string, unknown>> | undefined)?.[id];
    return type.kind === 'choice'
      ? type.choices.filter((choice) => choice.id === answer).map(({ title }) => title)
      : [];
  });
}
