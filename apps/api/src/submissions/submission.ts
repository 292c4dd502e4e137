/** Owns what a submission is, and what of it is stored. */
import type { FactsDocument, Outcome } from '@yimen/contracts';
import type { RecordKind } from '../areas/record-scope.js';

export interface Submission {
  readonly id: string;
  readonly edition: string;
  readonly hash: string;
  readonly kind: RecordKind;
  readonly facts: FactsDocument;
  readonly outcome: Outcome;
  /** Where it was stored; null for what was stored before there were areas. */
  readonly area: string | null;
  readonly acceptedOn: string;
  readonly dueOn: string | null;
  readonly submittedAt: string;
  /** 1, and one more with every correction. */
  readonly version: number;
}

/** A submission as it is stored: its facts without those that are personal data. */
export interface StoredSubmission extends Submission {
  /** The personal facts, sealed; null where there are none, or they still stand among the facts. */
  readonly personal: string | null;
  /** The key that sealed them; null where nobody looked for personal facts yet. */
  readonly sealedBy: string | null;
}

/** With its place in the order of arrival. */
export interface PlacedSubmission extends StoredSubmission {
  readonly sequence: number;
}

/** What a correction replaced. */
export type Revision = Pick<StoredSubmission, 'facts' | 'personal' | 'outcome' | 'dueOn' | 'version'> & {
  readonly submissionId: string;
  readonly sealedBy: string;
  readonly replacedAt: string;
};
