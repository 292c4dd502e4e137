/** Owns the rows by which records of a person are found. */
import { Injectable } from '@nestjs/common';
import { insertRows } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { SubmissionIdentityEntity } from './submission-identity.entity.js';

@Injectable()
export class IdentityRepository {
  /** Makes a submission findable by these fingerprints and no others. */
  async replace(transaction: Transaction, submissionId: string, fingerprints: readonly string[]): Promise<void> {
    await transaction.delete(SubmissionIdentityEntity, { submissionId: String(submissionId) });
    await this.insert(transaction, submissionId, fingerprints);
  }

  async insert(transaction: Transaction, submissionId: string, fingerprints: readonly string[]): Promise<void> {
    const rows = [...new Set(fingerprints)].map((fingerprint) => ({ fingerprint, submissionId }));
    await insertRows(transaction, SubmissionIdentityEntity, rows);
  }
}
