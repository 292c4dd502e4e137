/** Owns the gate before publishing: checks, cases, and the compiled edition against json-rules-engine. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { rollOverProgress } from '@yimen/config';
import type { GateReport, GateRun } from '@yimen/contracts';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import { StoredAnswers } from '../submissions/stored-answers.service.js';
import type { WholeDraft } from './draft.js';
import type { DraftJob } from './draft-job.repository.js';
import { DraftJobs, type Running } from './draft-jobs.service.js';
import { DraftsService } from './drafts.service.js';
import { Prover, withoutErrors } from './prover.service.js';

/** Generated fact sets, and stored ones at most. */
const GENERATED = 1000;
const STORED = 500;

@Injectable()
export class PublishGate {
  constructor(
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(DraftJobs) private readonly jobs: DraftJobs,
    @Inject(Prover) private readonly prover: Prover,
    @Inject(StoredAnswers) private readonly answers: StoredAnswers,
  ) {}

  /** Begins a run for the draft as it is now. */
  async start(actor: Actor, id: string): Promise<GateRun> {
    return toRun(await this.begin(await this.drafts.get(actor, id)));
  }

  /** The last run; null where there was none. */
  async last(actor: Actor, id: string): Promise<GateRun | null> {
    await this.drafts.get(actor, id);
    const job = await this.jobs.last(id, 'gate');
    return job ? toRun(job) : null;
  }

  /** Refuses a draft that does not pass; waits for a run under way, and begins one where there is none. */
  async demandPassed(draft: WholeDraft): Promise<void> {
    const last = await this.jobs.last(draft.id, 'gate');
    const usable = last?.version === draft.version && (last.state === 'running' || last.state === 'done');
    if (!usable) await this.begin(draft);
    const ended = await this.jobs.ended(draft.id, 'gate');
    const report = ended?.version === draft.version ? toRun(ended).report : null;
    if (report?.passed) return;
    throw new Refusal(
      'unacceptable',
      'gate-not-passed',
      { zh: '没有通过发布前检查，请看检查结果', en: 'The draft does not pass the gate; see its report' },
      report?.issues ?? [],
    );
  }

  private begin(draft: WholeDraft): Promise<DraftJob> {
    const { id, version } = draft;
    return this.jobs.start({ draft: id, kind: 'gate', version, request: {} }, (running) => this.run(draft, running));
  }

  private async run(draft: WholeDraft, { progress, signal }: Running): Promise<GateReport> {
    const { edition, documents, base, confirmed, origin } = draft;
    const stored = await this.answers.sample(edition, STORED);
    const told = (done: number, total: number): void => void progress(done, total).catch(() => undefined);
    const comparison = { samples: GENERATED, seed: seedOf(draft), stored };
    const proof = await this.prover.compare(edition, documents, comparison, told, signal);
    const failed = proof.cases.filter(({ passed }) => !passed).length;
    const decided = origin.kind !== 'roll-over' || !base;
    const unconfirmed = decided ? 0 : rollOverProgress(base, documents, confirmed).left;
    return {
      passed: withoutErrors(proof.issues) && failed === 0 && unconfirmed === 0 && proof.hash !== null,
      issues: proof.issues,
      unconfirmed,
      cases: { passed: proof.cases.length - failed, failed },
      compared: {
        generated: Math.max(0, proof.compared - stored.length),
        stored: Math.min(stored.length, proof.compared),
      },
    };
  }
}

/** The same draft is compared on the same facts, another on others. */
const seedOf = ({ id, version }: WholeDraft): number =>
  createHash('sha256').update(`${id} ${version}`).digest().readUInt32BE(0);

const toRun = ({ state, version, done, total, startedAt, result }: DraftJob): GateRun => ({
  state,
  version,
  done,
  total,
  startedAt,
  report: result as GateReport | null,
});
