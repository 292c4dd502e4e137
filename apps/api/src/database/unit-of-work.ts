/** Owns transactions: everything that reads or writes the database runs in one. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';

/** What repositories work with; it means nothing to services. */
export type Transaction = EntityManager;

/** Times a transaction is tried when the database asks for another try. */
const MOST_TRIES = 5;

@Injectable()
export class UnitOfWork {
  /** The end of the queue. SQLite has one connection: a second transaction in it would join the first. */
  private end: Promise<unknown> = Promise.resolve();
  private readonly serial: boolean;
  private readonly lasts = new WeakMap<Transaction, (() => Promise<void>)[]>();

  constructor(@Inject(DataSource) private readonly source: DataSource) {
    this.serial = source.options.type === 'better-sqlite3';
  }

  /** Runs `work` in a transaction: all of it is stored, or none. `work` may run again after a deadlock. */
  run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transact = (): Promise<T> => this.source.transaction((transaction) => this.complete(transaction, work));
    return this.serial ? this.enqueue(transact) : this.retry(transact);
  }

  /** Has `work` done in a transaction when everything else in it is done. */
  last(transaction: Transaction, work: () => Promise<void>): void {
    const lasts = this.lasts.get(transaction);
    if (lasts) lasts.push(work);
    else this.lasts.set(transaction, [work]);
  }

  /** Waits until nothing is under way. */
  async idle(): Promise<void> {
    await this.end;
  }

  private async complete<T>(transaction: Transaction, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const result = await work(transaction);
    for (const last of this.lasts.get(transaction) ?? []) await last();
    return result;
  }

  private enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.end.then(task);
    this.end = result.catch(() => undefined);
    return result;
  }

  private async retry<T>(transact: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await transact();
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
