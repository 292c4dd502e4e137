/** Owns the way of a draft through review to publication. Nobody reviews what they edited. */
import { Inject, Injectable } from '@nestjs/common';
import { editionFromDocuments, rollOverProgress } from '@yimen/config';
import type { NewerVersion, Permission } from '@yimen/contracts';
import type { Transaction } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import { EditionVersionRepository } from '../editions/edition-version.repository.js';
import type { Actor } from '../identity/account.js';
import { Refusal, stale } from '../refusal.js';
import { type Editor, editorOf, personOf, type StoredDraft, type WholeDraft } from './draft.js';
import { DraftsService, notEditable } from './drafts.service.js';
import { NewerVersions } from './newer-versions.service.js';
import { PublishGate } from './publish-gate.service.js';

@Injectable()
export class ReviewService {
  constructor(
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(PublishGate) private readonly gate: PublishGate,
    @Inject(EditionVersionRepository) private readonly versions: EditionVersionRepository,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(NewerVersions) private readonly newer: NewerVersions,
  ) {}

  /** Sends a draft to review; what is unconfirmed or cannot be read is not sent. The gate runs meanwhile. */
  async submit(actor: Actor, id: string, version: number): Promise<StoredDraft> {
    const read = await this.inState(actor, id, 'edit-editions', 'draft');
    checkDecided(read);
    checkReadable(read);
    const submitted = await this.drafts.change(id, async (draft, transaction) => {
      if (draft.state !== 'draft') throw notEditable(draft);
      if (draft.version !== version) throw stale();
      await this.checkUpToDate(draft, transaction);
      this.drafts.record(transaction, actor, draft, 'draft-submitted', { version });
      return { ...draft, state: 'in-review', submittedAt: new Date().toISOString() };
    });
    await this.gate.start(actor, id);
    return submitted;
  }

  /** Takes a draft back from review, to go on editing it. */
  async recall(actor: Actor, id: string): Promise<StoredDraft> {
    await this.inState(actor, id, 'edit-editions', 'in-review');
    return this.drafts.change(id, (draft, transaction) => {
      if (draft.state !== 'in-review') throw notEditable(draft);
      this.drafts.record(transaction, actor, draft, 'draft-recalled');
      return { ...draft, state: 'draft', submittedAt: null };
    });
  }

  /** Sends a draft back to who edits it, with what is to be changed. */
  async return(actor: Actor, id: string, note: string): Promise<StoredDraft> {
    await this.inState(actor, id, 'review-editions', 'in-review');
    return this.drafts.change(id, (draft, transaction) => {
      if (draft.state !== 'in-review') throw notEditable(draft);
      checkSecondPerson(draft, editorOf(actor.account));
      this.drafts.record(transaction, actor, draft, 'draft-returned', { note });
      const returned = { at: new Date().toISOString(), by: personOf(actor.account), note };
      return { ...draft, state: 'draft', submittedAt: null, returned };
    });
  }

  /** Publishes a draft that passed the gate: an immutable version, in effect from its day on every server. */
  async approve(actor: Actor, id: string, version: number): Promise<StoredDraft> {
    const read = await this.inState(actor, id, 'review-editions', 'in-review');
    checkSecondPerson(read, editorOf(actor.account));
    checkDecided(read);
    if (read.version !== version) throw stale();
    await this.checkUpToDate(read);
    await this.gate.demandPassed(read);
    const published = await this.drafts.change(id, (draft, transaction) => {
      if (draft.state !== 'in-review') throw notEditable(draft);
      if (draft.version !== version) throw stale();
      return this.publish(transaction, actor, draft);
    });
    await this.catalogue.refresh();
    return published;
  }

  private async publish(transaction: Transaction, actor: Actor, draft: WholeDraft): Promise<WholeDraft> {
    const read = editionFromDocuments(draft.edition, draft.documents);
    if (!read.ok) throw new Error(`the draft ${draft.id} passed the gate and cannot be read`);
    const { hash, effectiveFrom, documents } = read.edition;
    await this.checkUpToDate(draft, transaction);
    const known = await this.versions.of(transaction, draft.edition);
    const version = (known.at(-1)?.version ?? 0) + 1;
    const [at, by] = [new Date().toISOString(), personOf(actor.account)];
    const row = { id: draft.edition, version, hash, publishedAt: at, effectiveFrom };
    await this.versions.insert(transaction, { ...row, draft: draft.id, approvedBy: by, withdrawnAt: null }, documents);
    this.drafts.record(transaction, actor, draft, 'draft-approved', { version, hash, effectiveFrom });
    return { ...draft, state: 'published', published: { at, by, hash, version } };
  }

  /** Nothing is published over a version that its editors have not seen. */
  private async checkUpToDate(draft: StoredDraft, transaction?: Transaction): Promise<void> {
    const newer = await this.newer.of(draft, transaction);
    if (newer?.needed) throw outdated(newer, draft.state);
  }

  private async inState(
    actor: Actor,
    id: string,
    permission: Permission,
    state: StoredDraft['state'],
  ): Promise<WholeDraft> {
    const draft = await this.drafts.get(actor, id, permission);
    if (draft.state !== state) throw notEditable(draft);
    return draft;
  }
}

/** Whoever edited a draft cannot also review it. */
function checkSecondPerson({ editors }: StoredDraft, { id }: Editor): void {
  if (!editors.some((editor) => editor.id === id)) return;
  throw new Refusal('forbidden', 'own-draft', {
    zh: '您改过这份草稿，须由另一人审核',
    en: 'You edited this draft; somebody else has to review it',
  });
}

/** Of a roll-over everything must be confirmed, changed or retired. */
function checkDecided({ origin, base, documents, confirmed }: WholeDraft): void {
  const left = origin.kind === 'roll-over' && base ? rollOverProgress(base, documents, confirmed).left : 0;
  if (left === 0) return;
  throw new Refusal('unacceptable', 'unconfirmed-items', {
    zh: `还有 ${left} 项没有确认，请逐项确认、修改或停用`,
    en: `${left} items are not confirmed; confirm, change or retire each`,
  });
}

function checkReadable({ edition, documents }: WholeDraft): void {
  const read = editionFromDocuments(edition, documents);
  if (read.ok) return;
  throw new Refusal(
    'unacceptable',
    'unreadable-draft',
    { zh: '草稿有错误，请先按检查结果修改', en: 'The draft has errors; see its checks' },
    read.issues,
  );
}

function outdated({ version, because }: NewerVersion, state: StoredDraft['state']): Refusal {
  const zh =
    because === 'published' ? `起草以后，第 ${version} 版已经发布` : `起草时依据的版本已经撤回，现在是第 ${version} 版`;
  const en =
    because === 'published'
      ? `Version ${version} was published since this draft began`
      : `The version that this draft began with was taken back; version ${version} stands now`;
  const first = state === 'in-review' ? { zh: '退回或收回，', en: 'return it or take it back, ' } : { zh: '', en: '' };
  return new Refusal('conflict', 'outdated-base', {
    zh: `${zh}。请先${first.zh}合入最新版本，再送审`,
    en: `${en}; ${first.en}take that version in, and send it to review then`,
  });
}
