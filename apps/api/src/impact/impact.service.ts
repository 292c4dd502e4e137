/** Owns the impact of drafts: who may ask for it, of which records, and what the last run found. */
import { Inject, Injectable } from '@nestjs/common';
import type { ImpactRequest, ImpactRun } from '@yimen/contracts';
import { AreasService } from '../areas/areas.service.js';
import type { Scope } from '../areas/scope.js';
import { WorkingAreas } from '../areas/working-areas.service.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import type { OpenedEdition } from '../editions/edition-version.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import type { WholeDraft } from '../studio/draft.js';
import type { DraftJob } from '../studio/draft-job.repository.js';
import { DraftJobs, type Running } from '../studio/draft-jobs.service.js';
import { openDraft } from '../studio/draft-preview.service.js';
import { DraftsService } from '../studio/drafts.service.js';
import { StoredAnswers } from '../submissions/stored-answers.service.js';
import { type KeptImpact, runImpact } from './impact-run.js';

/** What is kept of a request: what was asked for, and the paths below which the records lie. */
export interface KeptRequest extends ImpactRequest {
  readonly scope: Scope;
}

const PERMISSION = 'prove-drafts';

@Injectable()
export class ImpactService {
  constructor(
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(DraftJobs) private readonly jobs: DraftJobs,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(StoredAnswers) private readonly answers: StoredAnswers,
    @Inject(WorkingAreas) private readonly working: WorkingAreas,
    @Inject(AreasService) private readonly areas: AreasService,
  ) {}

  /** Begins judging the stored records of an edition by the draft as it is now, in place of a run before. */
  async start(actor: Actor, id: string, { edition, area }: ImpactRequest): Promise<ImpactRun> {
    const draft = await this.drafts.get(actor, id, PERMISSION);
    this.checkComparable(draft, edition);
    const scope = await this.scopeOf(actor, area);
    const opened = openDraft(draft);
    const request: KeptRequest = { edition, ...(area === undefined ? {} : { area }), scope };
    const begun = { draft: id, kind: 'impact', version: draft.version, request } as const;
    return toRun(await this.jobs.start(begun, (running) => this.run(opened, request, running)));
  }

  /** How far the last run is, or what came out; null where there was none. */
  async last(actor: Actor, id: string): Promise<ImpactRun | null> {
    await this.drafts.get(actor, id);
    const job = await this.jobs.last(id, 'impact');
    return job ? toRun(job) : null;
  }

  async cancel(actor: Actor, id: string): Promise<ImpactRun | null> {
    await this.drafts.get(actor, id, PERMISSION);
    const job = await this.jobs.cancel(id, 'impact');
    return job ? toRun(job) : null;
  }

  private async run(draft: OpenedEdition, { edition, scope }: KeptRequest, { progress }: Running): Promise<KeptImpact> {
    return runImpact(draft, {
      total: await this.answers.count(edition),
      page: (after, size) => this.answers.page(edition, scope, after, size),
      pinned: (hash) => this.catalogue.open(edition, hash),
      progress,
    });
  }

  /** Refuses records of other questions. Those of the draft's own year may not be there yet. */
  private checkComparable(draft: WholeDraft, edition: string): void {
    if (familyOf(edition) !== familyOf(draft.edition)) throw otherSubject();
    if (edition !== draft.edition && !this.catalogue.history().has(edition)) throw unknownEdition();
  }

  /** The area that was named, where somebody may do this there; all those where none was. */
  private async scopeOf(actor: Actor, area: string | undefined): Promise<Scope> {
    if (area === undefined) return this.working.of(actor, PERMISSION);
    if (!(await this.working.covers(actor, PERMISSION, area))) throw notThere();
    return this.areas.pathsOf([area]);
  }
}

/** Authority and subject of an edition. */
export const familyOf = (edition: string): string => edition.slice(0, edition.lastIndexOf('/'));

function toRun({ state, version, done, total, startedAt, request, result }: DraftJob): ImpactRun {
  const { edition, area } = request as KeptRequest;
  const told = (result as KeptImpact | null)?.told ?? null;
  const all = told && told.units + told.skipped;
  return {
    state,
    version,
    done: all ?? done,
    total: all ?? total,
    startedAt,
    request: { edition, ...(area === undefined ? {} : { area }) },
    result: told,
  };
}

const otherSubject = (): Refusal =>
  new Refusal('unacceptable', 'other-subject', {
    zh: '只能用同一机关、同一事项的记录比较，请换一个年份',
    en: 'Only records of the same authority and subject can be compared; choose another year',
  });

const unknownEdition = (): Refusal =>
  new Refusal('not-found', 'unknown-edition', {
    zh: '没有这一年的标准或规则，请换一个年份',
    en: 'There is no such edition; choose another year',
  });

const notThere = (): Refusal =>
  new Refusal('forbidden', 'not-allowed', {
    zh: '您的角色不能查看这个区域的影响，需要的话请联系管理员',
    en: 'Your roles do not allow this in that area; ask an administrator if you need it',
  });
