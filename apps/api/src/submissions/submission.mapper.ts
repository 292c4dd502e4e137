/** Owns the way from stored submissions to what the API tells of them. */
import type { Edition } from '@yimen/config';
import {
  type FactsDocument,
  isDeskOutcome,
  type SubmissionSummary,
  type Submission as SubmissionTold,
} from '@yimen/contracts';
import { limitOf } from '../evaluation/due-date.js';
import type { Submission } from './submission.js';

/** All of a submission, told by the edition that it is pinned to. */
export function toSubmission(submission: Submission, pinned: Edition): SubmissionTold {
  const { version, facts, outcome } = submission;
  return { ...headOf(submission, pinned), version, facts, outcome };
}

/** Without the answers but those that name the record, which are choices: a list shows no personal data. */
export function toSummary(stored: Submission, pinned: Edition): SubmissionSummary {
  const { outcome } = stored;
  const result = isDeskOutcome(outcome)
    ? { disposition: outcome.disposition, department: outcome.department }
    : { total: outcome.total, grade: outcome.grade };
  return { ...headOf(stored, pinned), result };
}

function headOf(stored: Submission, pinned: Edition) {
  const { id, edition, hash, facts, area, acceptedOn, dueOn, submittedAt } = stored;
  const dueInWorkingDays = limitOf(stored.outcome);
  return {
    id,
    edition,
    hash,
    area,
    acceptedOn,
    dueInWorkingDays,
    dueOn,
    submittedAt,
    heading: headingOf(facts, pinned),
  };
}

/** What a record is called: the titles of the choices that its forms mark so. */
export function headingOf(facts: FactsDocument, pinned: Edition): SubmissionSummary['heading'] {
  const named = [...pinned.facts.values()].filter((fact) => fact.heading);
  return named.flatMap(({ form, id, type }) => {
    const answer = (facts[form] as Readonly<Record<string, unknown>> | undefined)?.[id];
    return type.kind === 'choice'
      ? type.choices.filter((choice) => choice.id === answer).map(({ title }) => title)
      : [];
  });
}
