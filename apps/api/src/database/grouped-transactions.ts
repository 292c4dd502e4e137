/**
 * Owns transactions. Works that ask within one turn of the event loop are committed together: many writers share the
 * price of one durable commit, and of whatever is done once at its end.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isUnavailable } from './database-fault.js';
import { isDeadlock, isDuplicate, isFull, isVainWait } from './driver-error.js';
import { inTransaction, isOutcomeUnknown, reading, type Transaction } from './transaction.js';

/** Works that share a commit at most: the first of them waits for the last. */
const MOST_IN_GROUP = 50;

/** Times a work is tried by itself when the database asks for another try. */
const MOST_TRIES = 5;

/** Groups under way at once where the database has connections for them. The embedded one has a single one. */
const LANES = 2;

type Work<T = unknown> = (transaction: Transaction) => Promise<T>;

interface Waiting {
  readonly work: Work;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export class GroupedTransactions {
  private readonly reading: Waiting[] = [];
  private readonly writing: Waiting[] = [];
  private readonly embedded: boolean;
  private readonly running = new Set<Promise<void>>();

  /** `finish` is done last in every transaction. */
  constructor(
    private readonly source: DataSource,
    private readonly finish: (transaction: Transaction) => Promise<void>,
  ) {
    this.embedded = source.options.type === 'better-sqlite3';
  }

  /** Runs a work in a transaction: all of it is stored, or none. It may run again when a group that it was in fails. */
  run<T>(work: Work<T>): Promise<T> {
    return this.enqueue(this.writing, work);
  }

  /** Runs a work that only reads. It never sees what is not committed. */
  read<T>(work: Work<T>): Promise<T> {
    // A second work on the only connection would stand in the transaction of the first.
    return this.embedded ? this.enqueue(this.reading, work) : reading(this.source, work);
  }

  /** Waits until nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.running);
  }

  private enqueue<T>(line: Waiting[], work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      line.push({ work, resolve: resolve as Waiting['resolve'], reject });
      if (this.running.size < (this.embedded ? 1 : LANES)) this.open();
    });
  }

  private open(): void {
    const lane = this.drain(() => this.running.delete(lane));
    this.running.add(lane);
  }

  private async drain(closed: () => void): Promise<void> {
    await this.readAll();
    while (this.reading.length + this.writing.length > 0) {
      await nextTurn();
      await this.readAll();
      await this.commit(this.writing.splice(0, MOST_IN_GROUP));
    }
    closed();
  }

  private async readAll(): Promise<void> {
    for (let next = this.reading.shift(); next; next = this.reading.shift())
      await reading(this.source, next.work).then(next.resolve, next.reject);
  }

  /** Commits a group. Where that fails, each is tried by itself, so that nobody fails for another's sake. */
  private async commit(group: readonly Waiting[]): Promise<void> {
    const left = [...group];
    if (left.length > 1 && (await this.together(left))) return;
    let inVain = 0;
    for (let each = left.shift(); each; each = left.shift()) {
      const error = await this.alone(each);
      if (error === undefined) continue;
      if (isVainWait(error)) inVain += 1;
      // What one waits for in vain another may not need; a second one shows that all would wait.
      const forAll = inVain > 1 || (await this.isAway(error));
      each.reject(error);
      // At once: what is asked for because of this error has not failed.
      if (forAll) this.turnAway(error, left);
    }
  }

  /** Whether a group is settled: done, or the database was not there for any of them. */
  private async together(group: readonly Waiting[]): Promise<boolean> {
    try {
      const results = await this.transact(group.map(({ work }) => work));
      for (const [index, { resolve }] of group.entries()) resolve(results[index]);
      return true;
    } catch (error) {
      if (isOutcomeUnknown(error)) {
        for (const { reject } of group) reject(error);
        return true;
      }
      if (!(await this.isAway(error))) return false;
      this.turnAway(error, [...group]);
      return true;
    }
  }

  /** Whether the database is there for nobody: a wait in vain, or a write without space, tells of that one alone. */
  private async isAway(error: unknown): Promise<boolean> {
    if (!isUnavailable(error)) return false;
    if (!isVainWait(error) && !isFull(error)) return true;
    const answers = reading(this.source, (transaction) => transaction.query('SELECT 1'));
    return answers.then(
      () => false,
      () => true,
    );
  }

  /** Resolves one that succeeds; the error of one that does not. */
  private async alone({ work, resolve }: Waiting): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      try {
        resolve((await this.transact([work]))[0]);
        return undefined;
      } catch (error) {
        if (tries < MOST_TRIES && isDeadlock(error)) continue;
        // Another server may have made the same row meanwhile: the work finds it, or fails as before.
        if (tries === 1 && isDuplicate(error)) continue;
        return error;
      }
    }
  }

  /** Tells those who stand in line that the database is not there: waiting for it one by one would take minutes. */
  private turnAway(error: unknown, group: Waiting[]): void {
    for (const { reject } of [...group.splice(0), ...this.writing.splice(0)]) reject(error);
  }

  private transact(works: readonly Work[]): Promise<unknown[]> {
    return inTransaction(this.source, async (transaction) => {
      const results: unknown[] = [];
      for (const work of works) results.push(await work(transaction));
      await this.finish(transaction);
      return results;
    });
  }
}
