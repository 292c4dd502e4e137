/** Owns asking the database which drafts were overtaken: another server may have published just now. */
import { Inject, Injectable } from '@nestjs/common';
import type { Draft, DraftSummary, NewerVersion } from '@yimen/contracts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { EditionVersionRepository } from '../editions/edition-version.repository.js';
import { type StoredDraft, toDraft, toSummary, type WholeDraft } from './draft.js';
import { concerned, newerVersion } from './newer-version.js';

@Injectable()
export class NewerVersions {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionVersionRepository) private readonly versions: EditionVersionRepository,
  ) {}

  /** What a draft has to go on from; null where it began with that. */
  async of(draft: StoredDraft, transaction?: Transaction): Promise<NewerVersion | null> {
    const [newer = null] = await this.ofAll([draft], transaction);
    return newer;
  }

  /** Drafts as they are told, in their order. */
  async summaries(drafts: readonly StoredDraft[]): Promise<DraftSummary[]> {
    const newer = await this.ofAll(drafts);
    return drafts.map((draft, index) => toSummary(draft, newer[index] ?? null));
  }

  async summary(draft: StoredDraft): Promise<DraftSummary> {
    return toSummary(draft, await this.of(draft));
  }

  async whole(draft: WholeDraft): Promise<Draft> {
    return toDraft(draft, await this.of(draft));
  }

  private async ofAll(drafts: readonly StoredDraft[], transaction?: Transaction): Promise<(NewerVersion | null)[]> {
    const ids = [...new Set(drafts.flatMap(concerned))];
    const read = (within: Transaction) => this.versions.ofAll(within, ids);
    const versions = await (transaction ? read(transaction) : this.unitOfWork.read(read));
    return drafts.map((draft) => newerVersion(draft, versions));
  }
}
