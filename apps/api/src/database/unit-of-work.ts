/** Owns transactions: everything that reads or writes the database runs in one. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { inTransaction, type Transaction } from './transaction.js';

export type { Transaction } from './transaction.js';

/** Times a transaction is tried when the database asks for another try. */
const MOST_TRIES = 5;

@Injectable()
export class UnitOfWork {
  /** The end of the queue. SQLite has one connection: a second transaction in it would join the first. */
  private last: Promise<unknown> = Promise.resolve();
  private readonly serial: boolean;

  constructor(@Inject(DataSource) private readonly source: DataSource) {
    this.serial = source.options.type === 'better-sqlite3';
  }

  /** Runs `work` in a transaction: all of it is stored, or none. `work` may run again after a deadlock. */
  run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.serial ? this.enqueue(() => inTransaction(this.source, work)) : this.retry(work);
  }

  /** Waits until nothing is under way. */
  async idle(): Promise<void> {
    await this.last;
  }

  private enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.catch(() => undefined);
    return result;
  }

  private async retry<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await inTransaction(this.source, work);
      } catch (error) {
        if (tries === MOST_TRIES || !isDeadlock(error)) throw error;
      }
    }
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof QueryFailedError ? (error.driverError as { code?: unknown }).code : undefined;

const isDeadlock = (error: unknown): boolean =>
  ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD'].includes(String(codeOf(error)));

/** Whether a row with the same key exists already. */
export const isDuplicate = (error: unknown): boolean =>
  ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(String(codeOf(error)));
