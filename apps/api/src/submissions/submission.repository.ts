/** Owns the rows of submissions. */
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { below, type Scope } from '../areas/scope.js';
import type { Transaction } from '../database/unit-of-work.js';
import { SubmissionEntity } from './submission.entity.js';
import type { PlacedSubmission, StoredSubmission } from './submission.js';

export interface SubmissionFilter {
  /** Paths of the areas whose records may be read. */
  readonly scope: Scope;
  readonly edition?: string | undefined;
  /** Only those that arrived before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

@Injectable()
export class SubmissionRepository {
  async insert(transaction: Transaction, submission: StoredSubmission): Promise<void> {
    const { facts, outcome, ...rest } = submission;
    await transaction.insert(SubmissionEntity, {
      ...rest,
      facts: JSON.stringify(facts),
      outcome: JSON.stringify(outcome),
    });
  }

  /** One that is in scope. */
  async find(transaction: Transaction, id: string, scope: Scope): Promise<StoredSubmission | undefined> {
    const row = await inScope(transaction, scope)
      .andWhere('submission.id = :id', { id: String(id) })
      .getOne();
    return row ? placed(row) : undefined;
  }

  /** One that the caller may read because it stored it. */
  async findOwn(transaction: Transaction, id: string): Promise<StoredSubmission | undefined> {
    const row = await transaction.findOne(SubmissionEntity, { where: { id: String(id) } });
    return row ? placed(row) : undefined;
  }

  /** Newest first. */
  async list(
    transaction: Transaction,
    { scope, edition, before, limit }: SubmissionFilter,
  ): Promise<PlacedSubmission[]> {
    const query = inScope(transaction, scope);
    if (edition !== undefined) query.andWhere('submission.edition = :edition', { edition: String(edition) });
    if (before !== undefined) query.andWhere('submission.sequence < :before', { before: Number(before) });
    const rows = await query.orderBy('submission.sequence', 'DESC').take(Number(limit)).getMany();
    return rows.map(placed);
  }

  async any(transaction: Transaction): Promise<boolean> {
    return transaction.exists(SubmissionEntity);
  }
}

const inScope = (transaction: Transaction, scope: Scope): SelectQueryBuilder<SubmissionEntity> =>
  below(transaction.createQueryBuilder(SubmissionEntity, 'submission'), scope);

const placed = ({ facts, outcome, ...rest }: SubmissionEntity): PlacedSubmission => ({
  ...rest,
  facts: JSON.parse(facts) as PlacedSubmission['facts'],
  outcome: JSON.parse(outcome) as PlacedSubmission['outcome'],
});
