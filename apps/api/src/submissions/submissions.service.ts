/** Owns storing submissions once each, listing them, and evaluating them again. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, type Language } from '@yimen/config';
import type {
  ReEvaluation,
  Submission,
  SubmissionPage,
  SubmissionQuery,
  SubmissionRequest,
  SubmissionSummary,
} from '@yimen/contracts';
import { isDuplicate, type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import { dueOnWhereKnown, limitOf } from '../evaluation/due-date.js';
import { cursorOf, numberOf } from '../http/cursor.js';
import type { Actor } from '../identity/account.js';
import { dayInChina } from '../local-day.js';
import { Refusal } from '../refusal.js';
import { AnsweredFiles } from './answered-files.service.js';
import { assess, outcomeOf } from './assessment.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';
import type { StoredSubmission } from './submission.js';
import { toSubmission, toSummary } from './submission.mapper.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionScope } from './submission-scope.service.js';

@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(IdempotencyKeyRepository) private readonly keys: IdempotencyKeyRepository,
    @Inject(SubmissionScope) private readonly scope: SubmissionScope,
    @Inject(AnsweredFiles) private readonly files: AnsweredFiles,
  ) {}

  /** Stores a submission. The same key with the same request gives the submission that it made the first time. */
  async create(actor: Actor, request: SubmissionRequest, key?: string): Promise<Submission> {
    const requestHash = hashOf(actor, request);
    const earlier = key === undefined ? undefined : await this.findByKey(key, requestHash);
    if (earlier) return this.tell(earlier);
    const opened = await this.catalogue.open(request.edition);
    const now = new Date();
    const area = await this.scope.storingIn(actor, opened.edition.kind, request.area);
    const acceptedOn = request.acceptedOn ?? dayInChina(now);
    const made = assess(opened, request.facts, { area, acceptedOn, now });
    await this.files.check(opened.edition, request.facts, area);
    try {
      await this.unitOfWork.run((transaction) => this.store(transaction, made, key, requestHash));
      return toSubmission(made, opened.edition);
    } catch (error) {
      const winner = key !== undefined && isDuplicate(error) ? await this.findByKey(key, requestHash) : undefined;
      if (!winner) throw error;
      return this.tell(winner);
    }
  }

  async list(actor: Actor, { cursor, limit, edition }: SubmissionQuery): Promise<SubmissionPage> {
    const scope = await this.scope.reading(actor);
    const before = cursor === undefined ? undefined : numberOf(cursor);
    const found = await this.unitOfWork.run((transaction) =>
      this.submissions.list(transaction, { scope, edition, before, limit: limit + 1 }),
    );
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const items = await Promise.all(page.map((stored) => this.summarize(stored)));
    return { items, next: last && found.length > limit ? cursorOf(last.sequence) : null };
  }

  /** A submission; its reasons were stored in Chinese, and are told anew under its version for another language. */
  async get(actor: Actor, id: string, lang: Language): Promise<Submission> {
    return this.tell(await this.find(actor, id), lang);
  }

  /** Evaluates a stored submission again under the version that it is pinned to. */
  async reEvaluate(actor: Actor, id: string): Promise<ReEvaluation> {
    const { edition, hash, facts, outcome: stored } = await this.find(actor, id);
    const outcome = outcomeOf(await this.catalogue.open(edition, hash), facts);
    return { same: canonicalJson(outcome) === canonicalJson(stored), outcome };
  }

  private async tell(stored: StoredSubmission, lang: Language = 'zh'): Promise<Submission> {
    const opened = await this.catalogue.open(stored.edition, stored.hash);
    const outcome = lang === 'zh' ? stored.outcome : outcomeOf(opened, stored.facts, lang);
    return toSubmission({ ...(await this.dated(stored)), outcome }, opened.edition);
  }

  private async summarize(stored: StoredSubmission): Promise<SubmissionSummary> {
    const { edition } = await this.catalogue.open(stored.edition, stored.hash);
    return toSummary(await this.dated(stored), edition);
  }

  /** Dated by the newest calendar where the year in which its limit ends was not known when it was stored. */
  private async dated(stored: StoredSubmission): Promise<StoredSubmission> {
    if (stored.dueOn !== null || limitOf(stored.outcome) === null) return stored;
    const { edition } = await this.catalogue.open(stored.edition);
    return { ...stored, dueOn: dueOnWhereKnown(stored.outcome, edition.calendar, stored.acceptedOn) };
  }

  private async store(
    transaction: Transaction,
    made: StoredSubmission,
    key: string | undefined,
    requestHash: string,
  ): Promise<void> {
    await this.submissions.insert(transaction, made);
    if (key === undefined) return;
    await this.keys.insert(transaction, { key, requestHash, submissionId: made.id }, made.submittedAt);
  }

  /** The submission that a key made; another request with that key is refused. */
  private async findByKey(key: string, requestHash: string): Promise<StoredSubmission | undefined> {
    return this.unitOfWork.run(async (transaction) => {
      const used = await this.keys.find(transaction, key);
      if (!used) return undefined;
      if (used.requestHash !== requestHash) throw keyReused();
      return this.submissions.findOwn(transaction, used.submissionId);
    });
  }

  /** What is out of scope is as unknown as what does not exist. */
  private async find(actor: Actor, id: string): Promise<StoredSubmission> {
    const scope = await this.scope.reading(actor);
    const found = await this.unitOfWork.run((transaction) => this.submissions.find(transaction, id, scope));
    if (found) return found;
    throw new Refusal('not-found', 'unknown-submission', {
      zh: '没有这份提交，请核对编号',
      en: 'There is no such submission; check its id',
    });
  }
}

/** A key belongs to who sent it. */
const hashOf = ({ account }: Actor, request: SubmissionRequest): string =>
  createHash('sha256')
    .update(canonicalJson({ account: account.id, request }))
    .digest('hex');

const keyReused = (): Refusal =>
  new Refusal('unacceptable', 'idempotency-key-reused', {
    zh: '这个 Idempotency-Key 已用于另一份内容，请换一个',
    en: 'This Idempotency-Key was used with other content; send a new one',
  });
