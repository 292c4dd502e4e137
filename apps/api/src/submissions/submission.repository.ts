/** Owns the rows of submissions. */
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.js';
import { SubmissionEntity } from './submission.entity.js';
import type { PlacedSubmission, StoredSubmission } from './submission.js';

export interface SubmissionFilter {
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

  async find(transaction: Transaction, id: string): Promise<StoredSubmission | undefined> {
    const row = await transaction.findOne(SubmissionEntity, { where: { id: String(id) } });
    return row ? placed(row) : undefined;
  }

  /** Newest first. */
  async list(transaction: Transaction, { edition, before, limit }: SubmissionFilter): Promise<PlacedSubmission[]> {
    const rows = await transaction.find(SubmissionEntity, {
      where: {
        ...(edition !== undefined && { edition: String(edition) }),
        ...(before !== undefined && { sequence: LessThan(Number(before)) }),
      },
      order: { sequence: 'DESC' },
      take: Number(limit),
    });
    return rows.map(placed);
  }

  async any(transaction: Transaction): Promise<boolean> {
    return transaction.exists(SubmissionEntity);
  }
}

const placed = ({ facts, outcome, ...rest }: SubmissionEntity): PlacedSubmission => ({
  ...rest,
  facts: JSON.parse(facts) as PlacedSubmission['facts'],
  outcome: JSON.parse(outcome) as PlacedSubmission['outcome'],
});
