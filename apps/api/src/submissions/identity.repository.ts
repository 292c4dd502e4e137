/** Owns the rows by which records of a person are found. */
import { Injectable } from '@nestjs/common';
import { insertLast } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { SubmissionIdentityEntity } from './submission-identity.entity.js';

@Injectable()
export class IdentityRepository {
  /** Makes a submission findable by these fingerprints and no others. */
  async replace(transaction: Transaction, submissionId: string, fingerprints: readonly string[]): Promise<void> {
    await transaction.delete(SubmissionIdentityEntity, { submissionId: String(submissionId) });
    this.insert(transaction, submissionId, fingerprints);
  }

  insert(transaction: Transaction, submissionId: string, fingerprints: readonly string[]): void {
    for (const fingerprint of new Set(fingerprints))
      insertLast(transaction, SubmissionIdentityEntity, { fingerprint, submissionId });
  }
}
