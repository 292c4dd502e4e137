/** Owns reading submissions as those who may read them see them: in scope, masked, dated, in their language. */
import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@yimen/config';
import type { Permission, SubmissionPage, Submission as SubmissionTold } from '@yimen/contracts';
import type { RecordScope } from '../areas/record-scope.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import { dueOnWhereKnown, limitOf } from '../evaluation/due-date.js';
import { cursorOf } from '../http/cursor.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import { outcomeOf } from './assessment.js';
import type { PlacedSubmission, StoredSubmission } from './submission.js';
import { toSubmission, toSummary } from './submission.mapper.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionScope } from './submission-scope.service.js';
import { SubmissionVault } from './submission-vault.service.js';

@Injectable()
export class SubmissionReader {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(SubmissionScope) private readonly scope: SubmissionScope,
    @Inject(SubmissionVault) private readonly vault: SubmissionVault,
  ) {}

  /** What is out of scope is as unknown as what does not exist. */
  async find(actor: Actor, id: string, ...more: readonly Permission[]): Promise<StoredSubmission> {
    return this.findIn(await this.scope.of(actor, ...more), id);
  }

  /** The same for whoever may do something that shows records of any kind. */
  async findThrough(actor: Actor, id: string, permission: Permission): Promise<StoredSubmission> {
    const scope = await this.scope.through(actor, permission);
    return this.findIn({ desk: scope, standard: scope }, id);
  }

  private async findIn(scope: RecordScope, id: string): Promise<StoredSubmission> {
    const found = await this.unitOfWork.read((transaction) => this.submissions.find(transaction, id, scope));
    if (found) return found;
    throw new Refusal('not-found', 'unknown-submission', {
      zh: '没有这份提交，请核对编号',
      en: 'There is no such submission; check its id',
    });
  }

  /** A submission; its reasons were stored in Chinese, and are told anew under its version for another language. */
  async tell(stored: StoredSubmission, lang: Language = 'zh'): Promise<SubmissionTold> {
    const opened = await this.catalogue.open(stored.edition, stored.hash);
    const outcome = lang === 'zh' ? stored.outcome : outcomeOf(opened, this.vault.open(stored).facts, lang);
    const shown = this.vault.mask(opened.edition, await this.dated(stored));
    return toSubmission({ ...shown, outcome }, opened.edition);
  }

  /** The first of those found as a page; one more than fit tells that there are more. */
  async page(found: readonly PlacedSubmission[], limit: number): Promise<SubmissionPage> {
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const items = await Promise.all(
      page.map(async (stored) => {
        const { edition } = await this.catalogue.open(stored.edition, stored.hash);
        return toSummary(await this.dated(stored), edition);
      }),
    );
    return { items, next: last && found.length > limit ? cursorOf(last.sequence) : null };
  }

  /** Dated by the newest calendar where the year in which its limit ends was not known when it was stored. */
  private async dated(stored: StoredSubmission): Promise<StoredSubmission> {
    if (stored.dueOn !== null || limitOf(stored.outcome) === null) return stored;
    try {
      const { edition } = await this.catalogue.open(stored.edition);
      return { ...stored, dueOn: dueOnWhereKnown(stored.outcome, edition.calendar, stored.acceptedOn) };
    } catch (error) {
      // No version counts today, or its calendar does not know the day either: the record stays without its date.
      if (error instanceof Refusal) return stored;
      throw error;
    }
  }
}
