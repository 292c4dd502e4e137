/** Owns the rows of what corrections replaced. */
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.js';
import type { Revision } from './submission.js';
import { SubmissionRevisionEntity } from './submission-revision.entity.js';

@Injectable()
export class RevisionRepository {
  async insert(transaction: Transaction, { facts, outcome, ...rest }: Revision): Promise<void> {
    await transaction.insert(SubmissionRevisionEntity, {
      ...rest,
      facts: JSON.stringify(facts),
      outcome: JSON.stringify(outcome),
    });
  }

  /** What a version of a submission was, where a correction replaced it. */
  async find(transaction: Transaction, submissionId: string, version: number): Promise<Revision | undefined> {
    const row = await transaction.findOne(SubmissionRevisionEntity, {
      where: { submissionId: String(submissionId), version: Number(version) },
    });
    return row ? revisionOf(row) : undefined;
  }

  /** Of one submission, oldest first. */
  async of(transaction: Transaction, submissionId: string): Promise<Revision[]> {
    const rows = await transaction.find(SubmissionRevisionEntity, {
      where: { submissionId: String(submissionId) },
      order: { version: 'ASC' },
    });
    return rows.map(revisionOf);
  }

  /** Some that another key sealed. */
  async notSealedBy(transaction: Transaction, key: string, limit: number): Promise<Revision[]> {
    const rows = await transaction.find(SubmissionRevisionEntity, {
      where: { sealedBy: Not(String(key)) },
      take: Number(limit),
    });
    return rows.map(revisionOf);
  }

  async reseal(
    transaction: Transaction,
    { submissionId, version }: Revision,
    personal: string | null,
    sealedBy: string,
  ): Promise<void> {
    await transaction.update(SubmissionRevisionEntity, { submissionId, version }, { personal, sealedBy });
  }

  /** Every key that sealed one. */
  async keys(transaction: Transaction): Promise<string[]> {
    const rows = await transaction
      .createQueryBuilder(SubmissionRevisionEntity, 'revision')
      .select('DISTINCT revision.sealed_by', 'key')
      .getRawMany<{ key: string }>();
    return rows.map(({ key }) => key);
  }
}

const revisionOf = ({ facts, outcome, ...rest }: SubmissionRevisionEntity): Revision => ({
  ...rest,
  facts: JSON.parse(facts) as Revision['facts'],
  outcome: JSON.parse(outcome) as Revision['outcome'],
});
