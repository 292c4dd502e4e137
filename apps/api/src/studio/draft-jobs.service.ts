/** Owns long work about drafts: started in this process, followed and cancelled from any. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type DraftJob, DraftJobRepository, type JobKind } from './draft-job.repository.js';

/** How often a run tells how far it is and learns whether it is still wanted. */
const BEAT_MS = 500;

/** A run whose process said nothing for so long has ended with it. */
const LONGEST_SILENCE_MS = 30_000;

export interface Begun {
  readonly draft: string;
  readonly kind: JobKind;
  readonly version: number;
  readonly request: unknown;
}

/** What the work is given to tell and to ask. */
export interface Running {
  /** Tells how far the work is; throws when it is no longer wanted. */
  readonly progress: (done: number, total: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** A run of this process. */
interface Here {
  readonly draft: string;
  readonly kind: JobKind;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

@Injectable()
export class DraftJobs implements OnModuleDestroy {
  private readonly logger = new Logger('Studio');
  private readonly here = new Map<string, Here>();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DraftJobRepository) private readonly jobs: DraftJobRepository,
  ) {}

  /** What is under way here ends with the process. */
  async onModuleDestroy(): Promise<void> {
    for (const { controller } of this.here.values()) controller.abort();
    await Promise.all([...this.here.values()].map(({ ended }) => ended));
  }

  /** Begins work in place of a run before, and answers at once. */
  async start(begun: Begun, work: (running: Running) => Promise<unknown>): Promise<DraftJob> {
    const now = new Date().toISOString();
    const job: DraftJob = {
      ...begun,
      run: randomUUID(),
      state: 'running',
      done: 0,
      total: 0,
      result: null,
      startedAt: now,
      beatAt: now,
    };
    await this.unitOfWork.run((transaction) => this.jobs.begin(transaction, job));
    for (const other of this.here.values())
      if (other.draft === job.draft && other.kind === job.kind) other.controller.abort();
    const controller = new AbortController();
    const ended = this.run(job, controller, work).finally(() => this.here.delete(job.run));
    this.here.set(job.run, { draft: job.draft, kind: job.kind, controller, ended });
    return job;
  }

  /** The last run of a kind; one whose process has ended is failed. */
  async last(draft: string, kind: JobKind): Promise<DraftJob | undefined> {
    const found = await this.unitOfWork.run((transaction) => this.jobs.find(transaction, draft, kind));
    const silent = found && Date.now() - Date.parse(found.beatAt) > LONGEST_SILENCE_MS;
    return found && found.state === 'running' && silent ? { ...found, state: 'failed' } : found;
  }

  /** Stops a run wherever it is. */
  async cancel(draft: string, kind: JobKind): Promise<DraftJob | undefined> {
    await this.unitOfWork.run(async (transaction) => {
      const found = await this.jobs.find(transaction, draft, kind);
      if (found) await this.jobs.update(transaction, found, { state: 'cancelled' });
      if (found) this.here.get(found.run)?.controller.abort();
    });
    return this.last(draft, kind);
  }

  /** The result of the work when it ends, of whatever process; undefined when it came to nothing. */
  async ended(draft: string, kind: JobKind): Promise<DraftJob | undefined> {
    for (;;) {
      const job = await this.last(draft, kind);
      if (job?.state !== 'running') return job;
      await (this.here.get(job.run)?.ended ?? new Promise((resolve) => setTimeout(resolve, BEAT_MS)));
    }
  }

  private async run(job: DraftJob, controller: AbortController, work: (running: Running) => Promise<unknown>) {
    let told = Date.now();
    const beat = async (change: Partial<DraftJob>): Promise<void> => {
      told = Date.now();
      if (!(await this.update(job, { ...change, beatAt: new Date(told).toISOString() }))) controller.abort();
    };
    const progress = async (done: number, total: number): Promise<void> => {
      controller.signal.throwIfAborted();
      if (Date.now() - told < BEAT_MS) return;
      await beat({ done, total });
      controller.signal.throwIfAborted();
    };
    // Work that waits for its turn, or cannot say how far it is, is under way all the same.
    const alive = setInterval(() => void beat({}).catch(() => undefined), LONGEST_SILENCE_MS / 6);
    try {
      const result = await work({ progress, signal: controller.signal });
      await this.update(job, { state: 'done', result });
    } catch (error) {
      if (!controller.signal.aborted) this.logger.error(`${job.kind} of the draft ${job.draft}: ${String(error)}`);
      const state = controller.signal.aborted ? 'cancelled' : 'failed';
      await this.update(job, { state }).catch(() => undefined);
    } finally {
      clearInterval(alive);
    }
  }

  private update(job: DraftJob, change: Partial<DraftJob>): Promise<boolean> {
    return this.unitOfWork.run((transaction) => this.jobs.update(transaction, job, change));
  }
}
