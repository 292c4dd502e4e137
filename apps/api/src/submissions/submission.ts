/** Owns what a stored submission is. */
import type { FactsDocument, Outcome } from '@yimen/contracts';

export interface StoredSubmission {
  readonly id: string;
  readonly edition: string;
  readonly hash: string;
  readonly facts: FactsDocument;
  readonly outcome: Outcome;
  /** Where it was stored; null for what was stored before there were areas. */
  readonly area: string | null;
  readonly acceptedOn: string;
  readonly dueOn: string | null;
  readonly submittedAt: string;
}

/** A submission with its place in the order of arrival. */
export interface PlacedSubmission extends StoredSubmission {
  readonly sequence: number;
}
