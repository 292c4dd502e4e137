/** Owns the rows of sign-ins under way. */
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.js';
import { PendingSignInEntity } from './pending-sign-in.entity.js';

export interface StoredPending {
  readonly id: string;
  readonly browser: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page asked for, as a path of this site. */
  readonly page: string;
  readonly endsAt: string;
}

@Injectable()
export class PendingSignInRepository {
  async insert(transaction: Transaction, pending: StoredPending): Promise<void> {
    await transaction.insert(PendingSignInEntity, pending);
  }

  /** Takes one out. Whoever comes second, on whatever server, finds nothing. */
  async take(transaction: Transaction, id: string, browser: string): Promise<StoredPending | undefined> {
    const where = { id: String(id), browser: String(browser) };
    const found = await transaction.findOne(PendingSignInEntity, { where });
    const { affected } = await transaction.delete(PendingSignInEntity, where);
    return found && affected === 1 ? found : undefined;
  }

  /** Removes those that ended before an instant. */
  async sweep(transaction: Transaction, endedBefore: string): Promise<void> {
    await transaction.delete(PendingSignInEntity, { endsAt: LessThan(endedBefore) });
  }
}
