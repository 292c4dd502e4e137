/** Owns taking the version that overtook a draft over into it: a three-way merge in which people settle what differs. */
import { Inject, Injectable } from '@nestjs/common';
import {
  type Conflict,
  confirmedStill,
  type Issue,
  type Merged,
  mergeDocuments,
  rollOverProgress,
} from '@yimen/config';
import type { DraftConflict, DraftRebase, NewerVersion } from '@yimen/contracts';
import { type AreaNames, describeConflicts } from '@yimen/engine/editing';
import { AreasService } from '../areas/areas.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EditionVersionRepository } from '../editions/edition-version.repository.js';
import type { Actor } from '../identity/account.js';
import { Refusal, stale } from '../refusal.js';
import { type Documents, editorOf, type WholeDraft, withEditor } from './draft.js';
import { checkDocuments } from './draft-limits.js';
import { begunWith, manifestIn } from './draft-origin.js';
import { DraftsService, notEditable } from './drafts.service.js';
import { NewerVersions } from './newer-versions.service.js';

type Rebased = Pick<WholeDraft, 'origin' | 'documents' | 'base' | 'confirmed'>;

@Injectable()
export class RebaseService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(NewerVersions) private readonly newer: NewerVersions,
    @Inject(EditionVersionRepository) private readonly versions: EditionVersionRepository,
    @Inject(AreasService) private readonly areas: AreasService,
  ) {}

  /** Stores the draft as if it had begun with the newer version; nothing is stored while a conflict is open. */
  async rebase(actor: Actor, id: string, version: number, { hash, choices }: DraftRebase): Promise<WholeDraft> {
    const read = await this.drafts.get(actor, id, 'edit-editions');
    checkHead(read, version);
    const newer = await this.newer.of(read);
    if (!newer) throw nothingNewer();
    if (hash !== undefined && hash !== newer.hash) throw anotherVersion();
    const { base, origin } = begunWith(read, newer, await this.documentsOf(newer));
    // A draft that began with nothing has nothing in common with a version but what both say.
    const { documents, conflicts, sides } = mergeDocuments(read.base ?? {}, read.documents, base, choices);
    const open = conflicts.filter(({ key }) => !Object.hasOwn(choices, key));
    if (open.length > 0) throw openConflicts(open, sides, await this.areas.names());
    const rebased: Rebased = { origin, base, documents, confirmed: confirmedAfter(read, documents) };
    checkDocuments(read.edition, rebased.documents);
    return this.drafts.change(id, async (draft, transaction) => {
      checkHead(draft, version);
      if ((await this.newer.of(draft, transaction))?.hash !== newer.hash) throw anotherVersion();
      const { edition, version: number, hash: taken } = newer;
      this.drafts.record(transaction, actor, draft, 'draft-rebased', { from: edition, version: number, hash: taken });
      const editor = editorOf(actor.account);
      return {
        ...draft,
        ...rebased,
        ...manifestIn(draft.edition, rebased.documents),
        version: version + 1,
        editors: withEditor(draft.editors, editor),
        updatedBy: editor,
      };
    });
  }

  private async documentsOf({ edition, hash }: NewerVersion): Promise<Documents> {
    const found = await this.unitOfWork.read((transaction) => this.versions.pinned(transaction, edition, hash));
    if (!found) throw new Error(`the version ${hash} of ${edition} is gone`);
    return found.documents;
  }
}

function checkHead(draft: WholeDraft, version: number): void {
  if (draft.state !== 'draft') throw notEditable(draft);
  if (draft.version !== version) throw stale();
}

/** What was confirmed and did not change with it; a key that an edit had made idle confirms nothing anew. */
function confirmedAfter({ base, documents, confirmed }: WholeDraft, merged: Documents): string[] {
  if (!base || confirmed.length === 0) return [];
  const { items } = rollOverProgress(base, documents, confirmed);
  const keys = items.flatMap(({ key, state }) => (state === 'confirmed' ? [key] : []));
  return confirmedStill(keys, documents, merged);
}

function openConflicts(open: readonly Conflict[], sides: Merged['sides'], areas: AreaNames): Refusal {
  const worded = describeConflicts(open, sides, areas);
  const conflicts = worded.map(
    ({ key, subject, mine: own, theirs: other }): DraftConflict => ({ key, subject, mine: own, theirs: other }),
  );
  const issues = worded.map(
    ({ conflict, subject, mine: own, theirs: other }): Issue => ({
      code: 'both-changed',
      severity: 'error',
      document: conflict.document,
      pointer: conflict.pointer,
      message: {
        zh: `${subject.zh}：草稿为“${own.zh}”，最新版本为“${other.zh}”，请选一个`,
        en: `${subject.en}: the draft has "${own.en}", the newer version "${other.en}"; choose one`,
      },
    }),
  );
  const text = {
    zh: `有 ${open.length} 处，草稿和最新版本都改过，请逐处选用哪一边`,
    en: `The draft and the newer version both changed ${open.length} places; choose a side for each`,
  };
  return new Refusal('conflict', 'open-conflicts', text, issues, { conflicts });
}

const nothingNewer = (): Refusal =>
  new Refusal('conflict', 'nothing-newer', {
    zh: '这份草稿依据的就是最新版本，不需要合入',
    en: 'This draft goes on from the newest version already; there is nothing to take in',
  });

const anotherVersion = (): Refusal =>
  new Refusal('conflict', 'another-version', {
    zh: '最新版本刚刚又变了，请刷新页面，看过以后再合入',
    en: 'The newest version has just become another one; load the page again and look before taking it in',
  });
