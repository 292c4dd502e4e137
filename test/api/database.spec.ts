import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from '../../apps/api/src/database/data-source.js';
import { UnitOfWork } from '../../apps/api/src/database/unit-of-work.js';
import { IdentityRepository } from '../../apps/api/src/submissions/identity.repository.js';
import { SubmissionEntity } from '../../apps/api/src/submissions/submission.entity.js';
import { SubmissionRepository } from '../../apps/api/src/submissions/submission.repository.js';
import { emptyStore, onMariadb, type Store } from './server.js';

let store: Store;
let source: DataSource;

beforeAll(async () => {
  store = await emptyStore();
  source = await new DataSource(dataSourceOptions(store.environment().database)).initialize();
});

afterAll(async () => {
  await source.destroy();
  await store.remove();
});

const submission = (id: string) => ({
  id,
  edition: 'a/b/2014',
  hash: 'h',
  kind: 'desk' as const,
  facts: { form: { text: '一门'.repeat(40_000) } },
  outcome: { status: 'complete', total: null, grade: null, lines: {}, issues: [] } as const,
  area: null,
  acceptedOn: '2014-09-26',
  dueOn: null,
  submittedAt: '2014-09-26T00:00:00.000Z',
  personal: null,
  sealedBy: 'key',
  version: 1,
});

/** The tables of the entities. */
const names = (): string[] => source.entityMetadatas.map(({ tableName }) => tableName).sort();

async function tables(): Promise<string[]> {
  const runner = source.createQueryRunner();
  const there = await Promise.all(names().map((name) => runner.hasTable(name)));
  await runner.release();
  return names().filter((_, index) => there[index]);
}

describe('Migrations', () => {
  it('go up, down and up again', async () => {
    await source.runMigrations();
    expect(await tables()).toEqual(names());
    for (const _ of source.migrations) await source.undoLastMigration();
    expect(await tables()).toEqual([]);
    await source.runMigrations();
    expect(await source.showMigrations()).toBe(false);
  });

  it('give the tables that the entities need', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const columns = upQueries
      .map(({ query }) => query)
      .filter((query) => /\b(?:ADD|DROP) COLUMN\b/iu.test(query) && !onMariadb);
    expect(columns).toEqual([]);
  });
});

describe('A unit of work', () => {
  const submissions = new SubmissionRepository();

  it('stores 1,000 transactions at once, and none of those that fail', async () => {
    const unitOfWork = new UnitOfWork(source);
    const small = { ...submission(''), facts: {} };
    const work = Array.from({ length: 1000 }, (_, index) =>
      unitOfWork.run(async (transaction) => {
        submissions.insert(transaction, { ...small, id: `work-${index}` });
        await new Promise((resolve) => setImmediate(resolve));
        if (index % 3 === 0) throw new Error('gives up');
        return index;
      }),
    );
    const results = await Promise.allSettled(work);
    const kept = results.flatMap((result) => (result.status === 'fulfilled' ? [`work-${result.value}`] : []));
    const rows = await source.manager.find(SubmissionEntity, { select: { id: true } });
    expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort());
    expect(kept).toHaveLength(666);
  });

  it('does what comes last once for all that are committed together, and not for those that fail', async () => {
    const unitOfWork = new UnitOfWork(source);
    const told: string[][] = [];
    const pending = new WeakMap<object, string[]>();
    const work = (id: string, fails: boolean) =>
      unitOfWork.run(async (transaction) => {
        const mine = pending.get(transaction);
        if (mine) mine.push(id);
        else {
          const first = [id];
          pending.set(transaction, first);
          unitOfWork.last(transaction, async () => void told.push([...first]));
        }
        if (fails) throw new Error('gives up');
      });
    await Promise.all(['a', 'b', 'c'].map((id) => work(id, false)));
    expect(told).toEqual([['a', 'b', 'c']]);
    told.length = 0;
    const results = await Promise.allSettled([work('d', false), work('e', true), work('f', false)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(told).toEqual([['d'], ['f']]);
  });

  it('that only reads sees nothing that is not committed', async () => {
    const unitOfWork = new UnitOfWork(source);
    const there = () =>
      unitOfWork.read((transaction) => transaction.exists(SubmissionEntity, { where: { id: 'halfway' } }));
    let seen: Promise<boolean> | undefined;
    const writing = unitOfWork.run(async (transaction) => {
      submissions.insert(transaction, { ...submission('halfway'), facts: {} });
      seen = there();
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('gives up');
    });
    await expect(writing).rejects.toThrow('gives up');
    expect(await seen).toBe(false);
    expect(await there()).toBe(false);
  });

  it('shares a commit with others, whichever kinds of rows each of them inserts first', async () => {
    const unitOfWork = new UnitOfWork(source);
    const identities = new IdentityRepository();
    await unitOfWork.run(async (transaction) => submissions.insert(transaction, { ...submission('old'), facts: {} }));
    let runs = 0;
    await Promise.all([
      unitOfWork.run(async (transaction) => {
        runs += 1;
        await identities.replace(transaction, 'old', ['one']);
      }),
      unitOfWork.run(async (transaction) => {
        runs += 1;
        submissions.insert(transaction, { ...submission('new'), facts: {} });
        await identities.replace(transaction, 'new', ['two']);
      }),
    ]);
    expect(runs).toBe(2);
  });

  it('keeps texts longer than 64 KB whole', async () => {
    const unitOfWork = new UnitOfWork(source);
    await unitOfWork.run(async (transaction) => submissions.insert(transaction, submission('long')));
    const read = await unitOfWork.run((transaction) => submissions.findOwn(transaction, 'long'));
    expect(read).toMatchObject(submission('long'));
  });
});

(onMariadb ? describe : describe.skip)('The database of several servers', () => {
  it('ends the session of a server that has fallen silent, and with it what that held', async () => {
    const [{ seconds }] = await source.query('SELECT @@SESSION.wait_timeout AS seconds');
    expect(Number(seconds)).toBe(20);
  });

  it('hangs at a reading without making the next ones wait', async () => {
    const unitOfWork = new UnitOfWork(source);
    const reading = (text: string) => unitOfWork.read((transaction) => transaction.query(text));
    await expect(reading('SELECT SLEEP(100)')).rejects.toMatchObject({
      driverError: { code: 'PROTOCOL_SEQUENCE_TIMEOUT' },
    });
    for (let count = 0; count < 20; count += 1) await reading('SELECT 1');
  }, 40_000);

  it('hangs at one unit of work without failing those that share its commit', async () => {
    const unitOfWork = new UnitOfWork(source);
    const works = [
      unitOfWork.run((transaction) => transaction.query('SELECT SLEEP(100)')),
      unitOfWork.run((transaction) => transaction.query('SELECT 1')),
      unitOfWork.run((transaction) => transaction.query('SELECT 1')),
    ];
    const results = await Promise.allSettled(works);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  }, 60_000);

  it('does no work again whose end was not answered: it may be stored', async () => {
    const unitOfWork = new UnitOfWork(source);
    const silence = new QueryFailedError('COMMIT', [], { code: 'PROTOCOL_SEQUENCE_TIMEOUT' } as never);
    let ran = 0;
    const work = () =>
      unitOfWork.run(async ({ queryRunner }) => {
        ran += 1;
        const runner = queryRunner as QueryRunner;
        const commit = runner.commitTransaction.bind(runner);
        runner.commitTransaction = async () => {
          await commit();
          throw silence;
        };
      });
    const results = await Promise.allSettled([work(), work()]);
    expect(results.map((each) => each.status === 'rejected' && each.reason)).toEqual([silence, silence]);
    expect(ran).toBe(2);
  });

  it('lets two servers that make the same row agree', async () => {
    const other = await new DataSource(dataSourceOptions(store.environment().database)).initialize();
    const submissions = new SubmissionRepository();
    let looking = 0;
    let both = () => undefined as unknown;
    const looked = new Promise((resolve) => (both = () => resolve(undefined)));
    const make = (unitOfWork: UnitOfWork) =>
      unitOfWork.run(async (transaction) => {
        if (await transaction.exists(SubmissionEntity, { where: { id: 'same' } })) return 'found';
        looking += 1;
        if (looking === 2) both();
        await looked;
        submissions.insert(transaction, { ...submission('same'), facts: {} });
        return 'made';
      });
    const told = await Promise.all([make(new UnitOfWork(source)), make(new UnitOfWork(other))]);
    expect(told.sort()).toEqual(['found', 'made']);
    await other.destroy();
  });
});

(onMariadb ? describe.skip : describe)('The embedded database', () => {
  it('lets no other process write between what a unit of work reads and what it writes', async () => {
    const unitOfWork = new UnitOfWork(source);
    const other = await new DataSource(dataSourceOptions(store.environment().database)).initialize();
    await other.query('PRAGMA busy_timeout = 0');
    const write = () => other.query("DELETE FROM submission WHERE id = 'nobody'");
    await unitOfWork.run(async (transaction) => {
      await transaction.count(SubmissionEntity);
      await expect(write()).rejects.toMatchObject({ driverError: { code: 'SQLITE_BUSY' } });
      new SubmissionRepository().insert(transaction, { ...submission('undisturbed'), facts: {} });
    });
    await write();
    expect(await other.manager.exists(SubmissionEntity, { where: { id: 'undisturbed' } })).toBe(true);
    await other.destroy();
  });

  it('is waited for by a unit of work, and stays usable where the wait is in vain', async () => {
    const unitOfWork = new UnitOfWork(source);
    const other = await new DataSource(dataSourceOptions(store.environment().database)).initialize();
    await source.query('PRAGMA busy_timeout = 50');
    await other.query('BEGIN IMMEDIATE');
    const count = () => unitOfWork.run((transaction) => transaction.count(SubmissionEntity));
    await expect(count()).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    await other.query('ROLLBACK');
    expect(await count()).toBeGreaterThan(0);
    await source.query('PRAGMA busy_timeout = 5000');
    await other.destroy();
  });

  it('is durable and strict after every opening', async () => {
    for (let opening = 0; opening < 2; opening += 1) {
      const again = await new DataSource(dataSourceOptions(store.environment().database)).initialize();
      const read = async (pragma: string) => Object.values((await again.query(`PRAGMA ${pragma}`))[0])[0];
      expect([await read('synchronous'), await read('journal_mode'), await read('foreign_keys')]).toEqual([
        2,
        'wal',
        1,
      ]);
      await again.destroy();
    }
  });

  it('that is full refuses, and takes the next transaction as if nothing had been', async () => {
    const unitOfWork = new UnitOfWork(source);
    const submissions = new SubmissionRepository();
    const insert = (id: string) =>
      unitOfWork.run(async (transaction) => submissions.insert(transaction, submission(id)));
    const [{ page_count }] = await source.query('PRAGMA page_count');
    await source.query(`PRAGMA max_page_count = ${page_count}`);
    for (let count = 0; count < 5; count += 1)
      await expect(insert(`full-${count}`)).rejects.toMatchObject({ driverError: { code: 'SQLITE_FULL' } });
    expect(source.createQueryRunner().isTransactionActive).toBe(false);
    const count = () => unitOfWork.run((transaction) => transaction.count(SubmissionEntity));
    const kept = await count();
    // Both who stands in line and who asks because of the refusal.
    expect(await Promise.all([insert('full-too').catch(count), count(), insert('full-again').catch(count)])).toEqual(
      Array(3).fill(kept),
    );
    await source.query('PRAGMA max_page_count = 1073741823');
    await insert('after');
    const rows = await source.query("SELECT id FROM submission WHERE id LIKE 'full-%' OR id = 'after'");
    expect(rows).toEqual([{ id: 'after' }]);
  });
});
