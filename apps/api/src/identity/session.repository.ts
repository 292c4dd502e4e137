/** Owns the rows of sessions. */
import { Injectable } from '@nestjs/common';
import { LessThan, Not } from 'typeorm';
import { findRow } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import type { Through } from './account.js';
import { SessionEntity } from './session.entity.js';

export interface StoredSession {
  readonly id: string;
  readonly account: string;
  readonly csrf: string;
  readonly through: Through;
  readonly openedAt: string;
  readonly seenAt: string;
}

@Injectable()
export class SessionRepository {
  async find(transaction: Transaction, id: string): Promise<StoredSession | undefined> {
    return findRow(transaction, SessionEntity, { id: String(id) });
  }

  async insert(transaction: Transaction, session: StoredSession): Promise<void> {
    await transaction.insert(SessionEntity, session);
  }

  async touch(transaction: Transaction, id: string, seenAt: string): Promise<void> {
    await transaction.update(SessionEntity, { id: String(id) }, { seenAt });
  }

  async end(transaction: Transaction, id: string): Promise<void> {
    await transaction.delete(SessionEntity, { id: String(id) });
  }

  /** Ends the sessions of an account, all of them or all but one. */
  async endAll(transaction: Transaction, account: string, but?: string): Promise<void> {
    await transaction.delete(SessionEntity, { account: String(account), ...(but && { id: Not(but) }) });
  }

  /** Removes those opened before an instant. */
  async sweep(transaction: Transaction, openedBefore: string): Promise<void> {
    await transaction.delete(SessionEntity, { openedAt: LessThan(openedBefore) });
  }
}
