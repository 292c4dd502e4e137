/** Owns units of work: everything that reads or writes the database runs in one. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GroupedTransactions } from './grouped-transactions.js';
import { insertWaiting } from './rows.js';
import type { Transaction } from './transaction.js';

export type { Transaction } from './transaction.js';

@Injectable()
export class UnitOfWork {
  private readonly transactions: GroupedTransactions;
  private readonly lasts = new WeakMap<Transaction, (() => Promise<void>)[]>();

  constructor(@Inject(DataSource) source: DataSource) {
    this.transactions = new GroupedTransactions(source, (transaction) => this.finish(transaction));
  }

  /** Runs `work` in a transaction: all of it is stored, or none. `work` may run again: it changes nothing but rows. */
  run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.transactions.run(work);
  }

  /** Runs `work`, which only reads, and each of its statements for itself. */
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.transactions.read(work);
  }

  /** Has `work` done when everything else in a transaction is done. */
  last(transaction: Transaction, work: () => Promise<void>): void {
    const lasts = this.lasts.get(transaction);
    if (lasts) lasts.push(work);
    else this.lasts.set(transaction, [work]);
  }

  /** Waits until nothing is under way. */
  async idle(): Promise<void> {
    await this.transactions.idle();
  }

  private async finish(transaction: Transaction): Promise<void> {
    await insertWaiting(transaction);
    for (const last of this.lasts.get(transaction) ?? []) await last();
  }
}
