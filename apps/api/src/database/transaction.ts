/** Owns one transaction from begin to end, also where the database falls silent or runs out of space within it. */
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { isReadOnly, isSilence } from './driver-error.js';

/** What repositories work with; it means nothing to services. */
export type Transaction = EntityManager;

/** A statement, a connection or an end of a transaction that takes longer counts as unanswered. */
export const LONGEST_SILENCE = 6_000;

/** Runs `work` once: all of it is stored, or none. */
export async function inTransaction<T>(source: DataSource, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await connected(runner);
    await begin(runner);
    const result = await work(runner.manager);
    await commit(runner);
    return result;
  } catch (error) {
    await abandon(runner, error);
    throw error;
  } finally {
    await runner.release();
  }
}

/** Ends of transactions that were not answered: they may have happened. */
const unanswered = new WeakSet<object>();

/** Whether a transaction may be stored all the same: none of its works may be done again. */
export const isOutcomeUnknown = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && unanswered.has(error);

async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.commitTransaction();
  } catch (error) {
    if (isSilence(error)) unanswered.add(error as object);
    throw error;
  }
}

/** Runs `work`, which only reads: each statement for itself. */
export async function reading<T>(source: DataSource, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await connected(runner);
    return await work(runner.manager);
  } catch (error) {
    // It would go back to the others while it is still busy, and whoever gets it next would wait for what hangs there.
    if (isLost(error)) await discard(runner);
    throw error;
  } finally {
    await runner.release();
  }
}

/**
 * Waits for a connection, but not for ever: those that exist may all hang. One that comes late goes back. The embedded
 * database has one that is open.
 */
async function connected(runner: QueryRunner): Promise<void> {
  if (isEmbedded(runner)) return void (await runner.connect());
  const connecting = runner.connect();
  try {
    await within(LONGEST_SILENCE, connecting);
  } catch (error) {
    void connecting.then(
      () => runner.release(),
      () => undefined,
    );
    throw error;
  }
}

/**
 * Begins a transaction. The embedded database would let it read first and write later, and fail it where another process
 * has written in between: an operator's command beside the server. So it waits at the beginning, for its turn to write.
 */
async function begin(runner: QueryRunner): Promise<void> {
  await runner.startTransaction();
  if (isEmbedded(runner)) (await runner.connect()).exec('COMMIT; BEGIN IMMEDIATE');
}

const isEmbedded = (runner: QueryRunner): boolean => runner.dataSource.options.type === 'better-sqlite3';

/** Undoes the transaction; where that cannot be told to the database, no later one may meet what is left of it. */
async function abandon(runner: QueryRunner, error: unknown): Promise<void> {
  if (!runner.isTransactionActive) return;
  try {
    if (isLost(error)) throw error;
    await within(LONGEST_SILENCE, runner.rollbackTransaction());
  } catch {
    await discard(runner);
  }
}

/** A server rolls back when a connection ends. SQLite has done so by itself, and the runner does not know it. */
async function discard(runner: QueryRunner): Promise<void> {
  const connection = await runner.connect();
  const { driver } = runner.dataSource as unknown as { driver: { queryRunner?: QueryRunner | undefined } };
  if (typeof connection.destroy === 'function') connection.destroy();
  else if (connection.inTransaction) connection.exec('ROLLBACK');
  driver.queryRunner = undefined;
}

/** Whether nothing more can come of a connection: it hangs, or its server may no longer be written to. */
const isLost = (error: unknown): boolean => isSilence(error) || isReadOnly(error);

/** The result of a promise, or an error when it takes too long. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('the database does not answer'), { code: 'POOL_SILENCE' });
    timer = setTimeout(reject, milliseconds, error);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}
