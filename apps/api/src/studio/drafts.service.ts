/** Owns drafts: beginning, finding, editing and giving them up. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DraftCreation, DraftEdit, DraftPage, DraftQuery, Permission } from '@yimen/contracts';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { isDuplicate } from '../database/driver-error.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import { newestStanding } from '../editions/edition-version.js';
import { cursorOf, positionOf } from '../http/cursor.js';
import type { Actor } from '../identity/account.js';
import { Refusal, stale } from '../refusal.js';
import { editorOf, type StoredDraft, type WholeDraft, withEditor } from './draft.js';
import { DraftRepository } from './draft.repository.js';
import { checkDocuments } from './draft-limits.js';
import { type Begun, begin, manifestIn } from './draft-origin.js';
import { EditionAreas } from './edition-areas.service.js';
import { NewerVersions } from './newer-versions.service.js';
import { checkSame, type MadeBy, madeBy } from './request-key.js';

@Injectable()
export class DraftsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DraftRepository) private readonly drafts: DraftRepository,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(EditionAreas) private readonly areas: EditionAreas,
    @Inject(NewerVersions) private readonly newer: NewerVersions,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Begins a draft from a published version. The same key with the same request gives the draft of the first time. */
  async create(actor: Actor, creation: DraftCreation, key?: string): Promise<WholeDraft> {
    const made = madeBy(actor, creation, key);
    const before = made && (await this.madeBefore(made));
    if (before) return before;
    await this.areas.check(actor, 'edit-editions', creation.edition);
    const wanted = creation.hash ?? (await this.newest(creation));
    const { edition, hash } = await this.catalogue.open(creation.edition, wanted);
    return this.begin(actor, begin(creation, hash, edition.documents), made);
  }

  /** Begins a draft of an edition with documents from anywhere. */
  async begin(actor: Actor, begun: Begun, made?: MadeBy): Promise<WholeDraft> {
    await this.areas.check(actor, 'edit-editions', begun.edition);
    const standing = newestStanding(this.catalogue.history().get(begun.edition) ?? []);
    if (begun.origin.kind === 'roll-over' && standing) throw exists(begun.edition);
    checkDocuments(begun.edition, begun.documents);
    const draft = newDraft(actor, begun, await this.areas.areaOf(begun.edition));
    try {
      await this.unitOfWork.run((transaction) => this.insert(transaction, actor, draft, made));
    } catch (error) {
      // Sent twice at once: the other was faster, and its draft is the one under way.
      const before = made && (isDuplicate(error) || error instanceof Refusal) ? await this.madeBefore(made) : undefined;
      if (!before) throw error;
      return before;
    }
    return draft;
  }

  async list(actor: Actor, { cursor, limit, edition, state }: DraftQuery): Promise<DraftPage> {
    const scope = await this.areas.scopeOf(actor, 'read-drafts');
    const before = cursor === undefined ? undefined : positionOf(cursor);
    const states = state && [state];
    const found = await this.unitOfWork.read((transaction) =>
      this.drafts.list(transaction, { scope, edition, states, before, limit: limit + 1 }),
    );
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await this.newer.summaries(page),
      next: last && found.length > limit ? cursorOf(last.updatedAt) : null,
    };
  }

  /** One that somebody may do something with; others do not exist for them. */
  async get(actor: Actor, id: string, permission: Permission = 'read-drafts'): Promise<WholeDraft> {
    const scope = await this.areas.scopeOf(actor, permission);
    const found = await this.unitOfWork.read((transaction) => this.drafts.find(transaction, id, scope));
    if (!found) throw unknownDraft(id);
    return found;
  }

  /** Stores changed documents on the version that they were made on; whoever is slower is told. */
  async edit(actor: Actor, id: string, version: number, edit: DraftEdit): Promise<StoredDraft> {
    const read = await this.get(actor, id, 'edit-editions');
    checkDocuments(read.edition, changed(read, edit));
    return this.change(id, (draft) => {
      if (draft.state !== 'draft') throw notEditable(draft);
      if (draft.version !== version) throw stale();
      const documents = changed(draft, edit);
      return {
        ...draft,
        ...manifestIn(draft.edition, documents),
        documents,
        confirmed: edit.confirmed ?? draft.confirmed,
        version: version + 1,
        editors: withEditor(draft.editors, editorOf(actor.account)),
        updatedBy: editorOf(actor.account),
      };
    });
  }

  async discard(actor: Actor, id: string): Promise<StoredDraft> {
    await this.get(actor, id, 'edit-editions');
    return this.change(id, (draft, transaction) => {
      if (draft.state !== 'draft') throw notEditable(draft);
      this.record(transaction, actor, draft, 'draft-discarded');
      return { ...draft, state: 'discarded' };
    });
  }

  /** Changes a draft while nobody else can; what the change gives is stored. */
  change(
    id: string,
    make: (draft: WholeDraft, transaction: Transaction) => WholeDraft | Promise<WholeDraft>,
  ): Promise<WholeDraft> {
    return this.unitOfWork.run(async (transaction) => {
      const held = await this.drafts.hold(transaction, id);
      if (!held) throw unknownDraft(id);
      const next = { ...(await make(held, transaction)), updatedAt: new Date().toISOString() };
      const { documents, base, ...rest } = next;
      const changed = { ...(documents !== held.documents && { documents }), ...(base !== held.base && { base }) };
      await this.drafts.update(transaction, { ...rest, ...changed });
      return next;
    });
  }

  /** Writes down what was done to a draft. */
  record(
    transaction: Transaction,
    actor: Actor,
    { id, edition, area, title }: StoredDraft,
    action:
      | 'draft-created'
      | 'draft-discarded'
      | 'draft-rebased'
      | 'draft-submitted'
      | 'draft-recalled'
      | 'draft-returned'
      | 'draft-approved',
    details: Readonly<Record<string, unknown>> = {},
  ): void {
    this.audit.record(transaction, actor, {
      action,
      subject: { kind: 'edition', id: edition },
      area,
      details: { draft: id, title, ...details },
    });
  }

  private async insert(transaction: Transaction, actor: Actor, draft: WholeDraft, made?: MadeBy): Promise<void> {
    const [other] = await this.drafts.underWay(transaction, draft.edition);
    if (other !== undefined) throw underWay(other);
    await this.drafts.insert(transaction, draft, made);
    const { kind, edition: from, hash } = draft.origin;
    this.record(transaction, actor, draft, 'draft-created', { kind, from, hash });
  }

  private async madeBefore(made: MadeBy): Promise<WholeDraft | undefined> {
    const found = await this.unitOfWork.run((transaction) => this.drafts.findByKey(transaction, made.requestKey));
    if (found) checkSame(made, found);
    return found;
  }

  /**
   * The newest version, in effect or not: what a draft goes on from. Another server may have published it just now. Where
   * all were withdrawn, a revision puts the last of them right.
   */
  private async newest({ kind, edition }: DraftCreation): Promise<string | undefined> {
    await this.catalogue.refresh();
    const versions = this.catalogue.history().get(edition) ?? [];
    return (newestStanding(versions) ?? (kind === 'revision' ? versions.at(-1) : undefined))?.hash;
  }
}

function newDraft(actor: Actor, { edition, origin, documents, base }: Begun, area: string | null): WholeDraft {
  const now = new Date().toISOString();
  const editor = editorOf(actor.account);
  return {
    id: randomUUID(),
    edition,
    area,
    ...manifestIn(edition, documents),
    state: 'draft',
    origin,
    version: 1,
    confirmed: [],
    createdAt: now,
    createdBy: editor,
    updatedAt: now,
    updatedBy: editor,
    editors: [editor],
    submittedAt: null,
    returned: null,
    published: null,
    documents,
    base,
  };
}

/** The documents with an edit put in. */
function changed({ documents }: WholeDraft, edit: DraftEdit): WholeDraft['documents'] {
  const next = { ...documents, ...edit.documents };
  return Object.fromEntries(Object.entries(next).filter(([, document]) => document !== null));
}

const unknownDraft = (id: string): Refusal =>
  new Refusal('not-found', 'unknown-draft', { zh: `没有草稿“${id}”`, en: `There is no draft "${id}"` });

const words: Readonly<Record<StoredDraft['state'], { readonly zh: string; readonly en: string }>> = {
  draft: { zh: '正在编辑', en: 'being edited' },
  'in-review': { zh: '正在审核', en: 'in review' },
  published: { zh: '已发布', en: 'published' },
  discarded: { zh: '已放弃', en: 'given up' },
};

/** What somebody is told who wants of a draft what its state does not allow. */
export const notEditable = ({ state }: StoredDraft): Refusal =>
  new Refusal('conflict', 'wrong-state', {
    zh: `这份草稿${words[state].zh}，现在不能这样做，请刷新页面`,
    en: `This draft is ${words[state].en} and does not allow this now; load the page again`,
  });

const underWay = (draft: string): Refusal =>
  new Refusal(
    'conflict',
    'draft-under-way',
    { zh: '这个版本已有一份草稿，请接着改它', en: 'There is a draft of this edition already; go on with that one' },
    [],
    { draft },
  );

const exists = (edition: string): Refusal =>
  new Refusal('conflict', 'edition-exists', {
    zh: `“${edition}”已经发布，请直接修订它`,
    en: `"${edition}" is published already; revise it instead`,
  });
