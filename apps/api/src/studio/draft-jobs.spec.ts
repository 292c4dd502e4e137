import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { DraftJob, DraftJobRepository } from './draft-job.repository.js';
import { DraftJobs, type Running } from './draft-jobs.service.js';

let row: DraftJob | undefined;
let jobs: DraftJobs;

beforeEach(() => {
  jest.useFakeTimers();
  const unitOfWork = { run: async (work: (transaction: object) => unknown) => work({}) };
  const repository = {
    begin: async (_: object, job: DraftJob) => {
      row = job;
    },
    find: async () => row,
    update: async (_: object, job: DraftJob, change: Partial<DraftJob>) => {
      if (row?.run !== job.run || row.state !== 'running') return false;
      row = { ...row, ...change };
      return true;
    },
  };
  jobs = new DraftJobs(unitOfWork as unknown as UnitOfWork, repository as unknown as DraftJobRepository);
});
afterEach(() => {
  jest.useRealTimers();
});

const begun = { draft: 'draft', kind: 'gate', version: 1, request: {} } as const;

/** Work that goes on until nobody wants it. */
const endless = ({ signal }: Running): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe('Long work about a draft', () => {
  it('is under way as long as its process lives, also where it cannot tell how far it is', async () => {
    await jobs.start(begun, endless);
    await jest.advanceTimersByTimeAsync(600_000);
    expect((await jobs.last('draft', 'gate'))?.state).toBe('running');
    await jobs.onModuleDestroy();
    expect((await jobs.last('draft', 'gate'))?.state).toBe('cancelled');
  });

  it('ends where the same is begun anew', async () => {
    let first: AbortSignal | undefined;
    await jobs.start(begun, (running) => {
      first = running.signal;
      return endless(running);
    });
    await jobs.start(begun, async () => 'done');
    await jest.advanceTimersByTimeAsync(0);
    expect([first?.aborted, row?.state, row?.result]).toEqual([true, 'done', 'done']);
  });
});
