/** Owns storing submissions once each, listing them, and evaluating them again. */
import { createHash } from 'node:crypto';
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
import { DataKeys } from '../personal/data-keys.js';
import { Refusal } from '../refusal.js';
import { AnsweredFiles } from './answered-files.service.js';
import { assess, outcomeOf } from './assessment.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';
import { IdentityRepository } from './identity.repository.js';
import type { StoredSubmission } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionReader } from './submission-reader.service.js';
import { SubmissionScope } from './submission-scope.service.js';
import { type Sealed, SubmissionVault } from './submission-vault.service.js';

/** A key with the requests that may come with it, and the first of them, which is written down. */
interface SentKey {
  readonly key: string;
  readonly hashes: readonly string[];
}

@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(IdentityRepository) private readonly identities: IdentityRepository,
    @Inject(IdempotencyKeyRepository) private readonly keys: IdempotencyKeyRepository,
    @Inject(SubmissionScope) private readonly scope: SubmissionScope,
    @Inject(AnsweredFiles) private readonly files: AnsweredFiles,
    @Inject(SubmissionVault) private readonly vault: SubmissionVault,
    @Inject(SubmissionReader) private readonly reader: SubmissionReader,
    @Inject(DataKeys) private readonly dataKeys: DataKeys,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Stores a submission. The same key with the same request gives the submission that it made the first time. */
  async create(actor: Actor, request: SubmissionRequest, key?: string): Promise<SubmissionTold> {
    const sent = key === undefined ? undefined : { key, hashes: this.hashesOf(actor, request) };
    try {
      return await this.reader.tell(await this.storeNew(actor, request, sent));
    } catch (error) {
      // What was stored once stays stored, whatever the request would come to today.
      const earlier = sent && (await this.findByKey(sent));
      if (!earlier) throw error;
      return this.reader.tell(earlier);
    }
  }

  private async storeNew(actor: Actor, request: SubmissionRequest, sent?: SentKey): Promise<StoredSubmission> {
    const opened = await this.catalogue.open(request.edition);
    const now = new Date();
    const area = await this.scope.storingIn(actor, opened.edition.kind, request.area);
    const acceptedOn = request.acceptedOn ?? dayInChina(now);
    const made = assess(opened, request.facts, { area, acceptedOn, now });
    await this.files.check(opened.edition, request.facts, area);
    const sealed = this.vault.close(opened.edition, made);
    await this.unitOfWork.run(async (transaction) => this.store(transaction, actor, sealed, sent));
    return sealed.stored;
  }

  async list(actor: Actor, { cursor, limit, edition }: SubmissionQuery): Promise<SubmissionPage> {
    const scope = await this.scope.of(actor);
    const before = cursor === undefined ? undefined : numberOf(cursor);
    const found = await this.unitOfWork.run((transaction) =>
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
    sent: SentKey | undefined,
  ): void {
    const { id, edition, hash, area, submittedAt } = stored;
    this.submissions.insert(transaction, stored);
    this.identities.insert(transaction, id, fingerprints);
    const [requestHash] = sent?.hashes ?? [];
    if (sent && requestHash)
      this.keys.insert(transaction, { key: sent.key, requestHash, submissionId: id }, submittedAt);
    const details = { edition, hash, content: this.vault.digest(stored) };
    this.audit.record(transaction, actor, {
      action: 'submission-stored',
      subject: { kind: 'submission', id },
      area,
      details,
    });
  }

  /** The submission that a key made; another request with that key is refused. */
  private async findByKey({ key, hashes }: SentKey): Promise<StoredSubmission | undefined> {
    return this.unitOfWork.run(async (transaction) => {
      const used = await this.keys.find(transaction, key);
      if (!used) return undefined;
      if (!hashes.includes(used.requestHash)) throw keyReused();
      return this.submissions.findOwn(transaction, used.submissionId);
    });
  }

  /** A key belongs to who sent it. The hash is keyed: a request holds personal data, which could be guessed from a plain one. */
  private hashesOf({ account }: Actor, request: SubmissionRequest): string[] {
    const text = canonicalJson({ account: account.id, request });
    return [...this.dataKeys.fingerprints(text), createHash('sha256').update(text).digest('hex')];
  }
}

const keyReused = (): Refusal =>
  new Refusal('unacceptable', 'idempotency-key-reused', {
    zh: '这个 Idempotency-Key 已用于另一份内容，请换一个',
    en: 'This Idempotency-Key was used with other content; send a new one',
  });
