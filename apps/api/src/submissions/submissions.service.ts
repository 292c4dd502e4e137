/** Owns storing submissions once each, listing them, and evaluating them again. */
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, type Language } from '@yimen/config';
import type {
  ReEvaluation,
  SubmissionPage,
  SubmissionQuery,
  SubmissionRequest,
  Submission as SubmissionTold,
} from '@yimen/contracts';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import { numberOf } from '../http/cursor.js';
import type { Actor } from '../identity/account.js';
import { dayInChina } from '../local-day.js';
import { AnsweredAreas } from './answered-areas.service.js';
import { AnsweredFiles, filesIn } from './answered-files.service.js';
import { assess, outcomeOf } from './assessment.js';
import { IdentityRepository } from './identity.repository.js';
import { type SentRequest, SentRequests } from './sent-requests.service.js';
import type { StoredSubmission } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionReader } from './submission-reader.service.js';
import { SubmissionScope } from './submission-scope.service.js';
import { type Sealed, SubmissionVault } from './submission-vault.service.js';

@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(IdentityRepository) private readonly identities: IdentityRepository,
    @Inject(SentRequests) private readonly requests: SentRequests,
    @Inject(SubmissionScope) private readonly scope: SubmissionScope,
    @Inject(AnsweredAreas) private readonly areas: AnsweredAreas,
    @Inject(AnsweredFiles) private readonly files: AnsweredFiles,
    @Inject(SubmissionVault) private readonly vault: SubmissionVault,
    @Inject(SubmissionReader) private readonly reader: SubmissionReader,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Stores a submission. The same key with the same request gives the submission that it made the first time. */
  async create(actor: Actor, request: SubmissionRequest, key?: string): Promise<SubmissionTold> {
    const sent = key === undefined ? undefined : { key, account: actor.account.id, request };
    try {
      return await this.reader.tell(await this.storeNew(actor, request, sent));
    } catch (error) {
      // What was stored once stays stored, whatever the request would come to today.
      const earlier = sent && (await this.requests.find(sent));
      if (!earlier) throw error;
      return this.reader.tell(earlier);
    }
  }

  private async storeNew(actor: Actor, request: SubmissionRequest, sent?: SentRequest): Promise<StoredSubmission> {
    const opened = await this.catalogue.open(request.edition);
    const now = new Date();
    const area = await this.scope.storingIn(actor, opened.edition.kind, request.area);
    const acceptedOn = request.acceptedOn ?? dayInChina(now);
    const made = assess(opened, request.facts, { area, acceptedOn, now });
    await this.areas.check(opened.edition, request.facts);
    await this.files.check(actor, opened.edition, request.facts, [area]);
    const sealed = this.vault.close(opened.edition, made);
    const named = filesIn(opened.edition, made.facts);
    await this.unitOfWork.run(async (transaction) => {
      this.store(transaction, actor, sealed, sent);
      this.files.attach(transaction, sealed.stored, named);
    });
    return sealed.stored;
  }

  async list(actor: Actor, { cursor, limit, edition }: SubmissionQuery): Promise<SubmissionPage> {
    const scope = await this.scope.of(actor);
    const before = cursor === undefined ? undefined : numberOf(cursor);
    const found = await this.unitOfWork.read((transaction) =>
      this.submissions.list(transaction, { scope, edition, before, limit: limit + 1 }),
    );
    return this.reader.page(found, limit);
  }

  async get(actor: Actor, id: string, lang: Language): Promise<SubmissionTold> {
    return this.reader.tell(await this.reader.find(actor, id), lang);
  }

  /** Evaluates a stored submission again under the version that it is pinned to. */
  async reEvaluate(actor: Actor, id: string): Promise<ReEvaluation> {
    const { edition, hash, facts, outcome: stored } = this.vault.open(await this.reader.find(actor, id));
    const outcome = outcomeOf(await this.catalogue.open(edition, hash), facts);
    return { same: canonicalJson(outcome) === canonicalJson(stored), outcome };
  }

  private store(
    transaction: Transaction,
    actor: Actor,
    { stored, fingerprints }: Sealed,
    sent: SentRequest | undefined,
  ): void {
    const { id, edition, hash, area, submittedAt } = stored;
    this.submissions.insert(transaction, stored);
    this.identities.insert(transaction, id, fingerprints);
    if (sent) this.requests.remember(transaction, sent, id, submittedAt);
    const details = { edition, hash, content: this.vault.digest(stored) };
    this.audit.record(transaction, actor, {
      action: 'submission-stored',
      subject: { kind: 'submission', id },
      area,
      details,
    });
  }
}
