/** Owns the units of an impact: pages of those that a draft judges otherwise, and one of them in full. */
import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@yimen/config';
import type { FactsDocument, ImpactTraces, ImpactUnit, ImpactUnitPage, ImpactUnitQuery } from '@yimen/contracts';
import { AreasService } from '../areas/areas.service.js';
import { holds, type Scope } from '../areas/scope.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import type { OpenedEdition } from '../editions/edition-version.js';
import { cursorOf, numberOf } from '../http/cursor.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import { DraftJobs } from '../studio/draft-jobs.service.js';
import { openDraft } from '../studio/draft-preview.service.js';
import { DraftsService } from '../studio/drafts.service.js';
import { StoredAnswers, type StoredRecord } from '../submissions/stored-answers.service.js';
import { headingOf } from '../submissions/submission.mapper.js';
import { SubmissionReader } from '../submissions/submission-reader.service.js';
import { SubmissionScope } from '../submissions/submission-scope.service.js';
import { factsReader } from './facts-reader.js';
import { familyOf, type KeptRequest } from './impact.service.js';
import type { KeptImpact } from './impact-run.js';
import type { Judged } from './judged.js';
import { keptUnits, type Unit, type UnitFilter } from './kept-units.js';

/** What a draft would change is seen in the areas for which somebody may. */
const PERMISSION = 'read-impact';

/** How a query names a result that is open. */
const OPEN = 'open';

@Injectable()
export class ImpactUnits {
  constructor(
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(DraftJobs) private readonly jobs: DraftJobs,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(AreasService) private readonly areas: AreasService,
    @Inject(StoredAnswers) private readonly answers: StoredAnswers,
    @Inject(SubmissionReader) private readonly reader: SubmissionReader,
    @Inject(SubmissionScope) private readonly scopes: SubmissionScope,
  ) {}

  /** Units of the last run in the order of their arrival; none before it is done. */
  async page(actor: Actor, id: string, query: ImpactUnitQuery): Promise<ImpactUnitPage> {
    await this.drafts.get(actor, id, PERMISSION);
    const job = await this.jobs.last(id, 'impact');
    const kept = job?.result as KeptImpact | null | undefined;
    if (!job || !kept) return { items: [], next: null, total: 0 };
    const { edition, scope: judged } = job.request as KeptRequest;
    const scope = await this.scopes.through(actor, PERMISSION);
    const units = await keptUnits(kept.units);
    const seen = await this.seenOf(scope, judged, kept.units.areas);
    const places = units.matching({ ...filterOf(query), seen });
    const after = query.cursor === undefined ? -1 : numberOf(query.cursor);
    const rest = places.filter((place) => place > after);
    const page = rest.slice(0, query.limit);
    const next = rest.length > page.length ? cursorOf(page.at(-1) as number) : null;
    return { items: await this.tell(page.map(units.at), edition, scope), next, total: places.length };
  }

  /** One record with both traces; personal answers are masked, and take part in neither. */
  async traces(actor: Actor, id: string, submission: string, lang: Language): Promise<ImpactTraces> {
    const draft = await this.drafts.get(actor, id, PERMISSION);
    const stored = await this.reader.findThrough(actor, submission, PERMISSION);
    if (familyOf(stored.edition) !== familyOf(draft.edition)) throw otherSubject();
    const [opened, pinned] = [openDraft(draft), await this.catalogue.open(stored.edition, stored.hash)];
    const { facts, outcome } = await this.reader.tell(stored, lang);
    const before = { ...outcome, trace: traceOf(pinned, pinned, stored.facts, lang).trace };
    return {
      submission: stored.id,
      facts,
      before: { edition: stored.edition, hash: stored.hash, outcome: before },
      after: { edition: draft.edition, outcome: traceOf(opened, pinned, stored.facts, lang) },
    };
  }

  /** Whether areas are in scope; nobody asks where all that was judged is. */
  private async seenOf(scope: Scope, judged: Scope, areas: readonly string[]): Promise<UnitFilter['seen']> {
    if (judged.every((path) => holds(scope, path))) return undefined;
    const paths = await this.areas.pathsOf(areas);
    const within = new Set(paths.filter((path) => holds(scope, path)).map((path) => path.split('/').at(-2)));
    const whole = await this.areas.isWhole(scope);
    return (area) => (area === null ? whole : within.has(area));
  }

  private async tell(units: readonly Unit[], edition: string, scope: Scope): Promise<ImpactUnit[]> {
    const sequences = units.map(({ sequence }) => sequence);
    const records = new Map((await this.answers.named(sequences, scope)).map((each) => [each.sequence, each]));
    const told = units.map((unit) => {
      const record = records.get(unit.sequence);
      return record ? this.tellOne(unit, edition, record) : undefined;
    });
    return (await Promise.all(told)).filter((unit) => unit !== undefined);
  }

  private async tellOne(unit: Unit, edition: string, record: StoredRecord): Promise<ImpactUnit> {
    const pinned = await this.catalogue.open(edition, record.hash);
    return {
      submission: record.id,
      area: record.area,
      submittedAt: record.submittedAt,
      heading: headingOf(JSON.parse(record.facts) as FactsDocument, pinned.edition),
      before: inPoints(unit.before),
      after: inPoints(unit.after),
      lines: [...unit.causes],
    };
  }
}

const filterOf = ({ before, after, line }: ImpactUnitQuery): UnitFilter => ({
  before: before === OPEN ? null : before,
  after: after === OPEN ? null : after,
  cause: line,
});

const inPoints = ({ low, high, result }: Judged['before']): ImpactUnit['before'] => ({
  low: low === null ? null : low / 100,
  high: high === null ? null : high / 100,
  result,
});

function traceOf(opened: OpenedEdition, pinned: OpenedEdition, facts: FactsDocument, lang: Language) {
  const read = factsReader(opened, pinned.edition)(facts);
  return opened.evaluator.trace(read ?? {}, { lang });
}

const otherSubject = (): Refusal =>
  new Refusal('not-found', 'unknown-submission', {
    zh: '这份记录不属于本标准或事项',
    en: 'This record is of another standard or desk',
  });
