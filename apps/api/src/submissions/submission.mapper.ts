/** Owns the way from stored submissions to what the API tells of them. */
import { isDeskOutcome, type Submission, type SubmissionSummary } from '@yimen/contracts';
import type { StoredSubmission } from './submission.js';

export function toSubmission(stored: StoredSubmission): Submission {
  const { id, edition, hash, facts, outcome, acceptedOn, dueOn, submittedAt } = stored;
  return { id, edition, hash, acceptedOn, dueOn, submittedAt, facts, outcome };
}

/** Without the answers: a list shows no personal data. */
export function toSummary({ facts: _, outcome, ...stored }: StoredSubmission): SubmissionSummary {
  const { id, edition, hash, acceptedOn, dueOn, submittedAt } = stored;
  const result = isDeskOutcome(outcome)
    ? { disposition: outcome.disposition, department: outcome.department }
    : { total: outcome.total, grade: outcome.grade };
  return { id, edition, hash, acceptedOn, dueOn, submittedAt, result };
}
