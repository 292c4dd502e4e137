/** Owns the rows of idempotency keys. */
import { Injectable } from '@nestjs/common';
import { findRow, insertLast } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';

/** What a key stands for: the request it came with and the submission that the request made. */
export interface UsedKey {
  readonly key: string;
  readonly requestHash: string;
  readonly submissionId: string;
}

@Injectable()
export class IdempotencyKeyRepository {
  async find(transaction: Transaction, key: string): Promise<UsedKey | undefined> {
    return findRow(transaction, IdempotencyKeyEntity, { key: String(key) });
  }

  insert(transaction: Transaction, used: UsedKey, createdAt: string): void {
    insertLast(transaction, IdempotencyKeyEntity, { ...used, createdAt });
  }
}
