/** Owns the history of editions: every version and where it stands, and taking one back. */
import { Inject, Injectable } from '@nestjs/common';
import type {
  EditionHistory,
  EditionWithdrawal,
  PublishedVersion,
  StudioOverview,
  VersionDocuments,
} from '@yimen/contracts';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import { type EditionVersion, inEffect } from '../editions/edition-version.js';
import { EditionVersionRepository } from '../editions/edition-version.repository.js';
import type { Actor } from '../identity/account.js';
import { dayInChina } from '../local-day.js';
import { Refusal } from '../refusal.js';
import type { StoredDraft } from './draft.js';
import { DraftRepository } from './draft.repository.js';
import { EditionAreas } from './edition-areas.service.js';
import { NewerVersions } from './newer-versions.service.js';

@Injectable()
export class VersionsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(EditionVersionRepository) private readonly versions: EditionVersionRepository,
    @Inject(DraftRepository) private readonly drafts: DraftRepository,
    @Inject(EditionAreas) private readonly areas: EditionAreas,
    @Inject(NewerVersions) private readonly newer: NewerVersions,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Every edition in scope, published or only drafted. */
  async overview(actor: Actor): Promise<StudioOverview> {
    const drafts = await this.openDrafts(actor);
    const ids = new Set([...this.catalogue.history().keys(), ...drafts.map(({ edition }) => edition)]);
    const told: EditionHistory[] = [];
    for (const id of [...ids].sort()) {
      if (await this.areas.covers(actor, 'read-drafts', id)) told.push(await this.tell(actor, id, drafts));
    }
    return { editions: told };
  }

  async history(actor: Actor, id: string): Promise<EditionHistory> {
    await this.areas.check(actor, 'read-drafts', id);
    const drafts = await this.openDrafts(actor);
    if (!this.catalogue.history().has(id) && !drafts.some(({ edition }) => edition === id)) throw unknownVersion();
    return this.tell(actor, id, drafts);
  }

  async documents(actor: Actor, id: string, number: number): Promise<VersionDocuments> {
    await this.areas.check(actor, 'read-drafts', id);
    const version = this.find(id, number);
    const { edition } = await this.catalogue.open(id, version.hash);
    return { version: await this.toVersion(version), documents: { ...edition.documents } };
  }

  /** Takes a version back: the one before it is in effect again. Records that are pinned to it keep it. */
  async withdraw(actor: Actor, id: string, { version: number, reason }: EditionWithdrawal): Promise<EditionHistory> {
    await this.areas.check(actor, 'review-editions', id);
    const { hash } = this.find(id, number);
    const area = await this.areas.areaOf(id);
    await this.unitOfWork.run(async (transaction) => {
      const stood = await this.versions.withdraw(transaction, id, number, new Date().toISOString());
      if (!stood) throw withdrawnAlready();
      const details = { version: number, hash, reason };
      const subject = { kind: 'edition', id } as const;
      this.audit.record(transaction, actor, { action: 'edition-withdrawn', subject, area, details });
    });
    await this.catalogue.refresh();
    return this.history(actor, id);
  }

  private async tell(actor: Actor, id: string, drafts: readonly StoredDraft[]): Promise<EditionHistory> {
    const versions = [...(this.catalogue.history().get(id) ?? [])].reverse();
    const own = drafts.filter(({ edition }) => edition === id);
    const newest = versions[0] && (await this.catalogue.open(id, versions[0].hash)).edition;
    const year = id.split('/')[2];
    return {
      id,
      kind: newest?.kind ?? own[0]?.kind ?? 'standard',
      title: newest?.title ?? own[0]?.title ?? { zh: id, en: id },
      authority: newest?.authority ?? (await this.authorityOf(id)),
      year: Number(year),
      versions: await Promise.all(versions.map((version) => this.toVersion(version))),
      drafts: await this.newer.summaries(own),
      editable: await this.areas.covers(actor, 'edit-editions', id),
    };
  }

  /** The authority of an edition that is only drafted, as its other years and subjects name it. */
  private async authorityOf(id: string): Promise<EditionHistory['authority']> {
    const [authority = ''] = id.split('/');
    const other = this.catalogue
      .list()
      .filter((version) => version.id.startsWith(`${authority}/`))
      .at(-1);
    return other
      ? (await this.catalogue.open(other.id, other.hash)).edition.authority
      : { zh: authority, en: authority };
  }

  private async toVersion(stored: EditionVersion): Promise<PublishedVersion> {
    const { edition } = await this.catalogue.open(stored.id, stored.hash);
    const { version, hash, effectiveFrom, publishedAt, draft, approvedBy } = stored;
    const state = this.stateOf(stored);
    return { version, hash, title: edition.title, effectiveFrom, publishedAt, state, draft, approvedBy };
  }

  /** A year is superseded by a later year of the same authority and subject, and by its own later versions. */
  private stateOf(version: EditionVersion): PublishedVersion['state'] {
    if (version.withdrawnAt !== null) return 'withdrawn';
    const today = dayInChina(new Date());
    const { id } = version;
    const versions = this.catalogue.history().get(id) ?? [];
    // Its day brings another: one that was published later and counts by then.
    if (inEffect(versions, version.effectiveFrom)?.version !== version.version) return 'superseded';
    if (version.effectiveFrom > today) return 'upcoming';
    const current = inEffect(versions, today);
    const family = id.slice(0, id.lastIndexOf('/') + 1);
    const later = this.catalogue.list().some((other) => other.id.startsWith(family) && other.id > id);
    return current?.version === version.version && !later ? 'in-effect' : 'superseded';
  }

  private find(id: string, number: number): EditionVersion {
    const found = this.catalogue
      .history()
      .get(id)
      ?.find(({ version }) => version === number);
    if (!found) throw unknownVersion();
    return found;
  }

  private async openDrafts(actor: Actor): Promise<StoredDraft[]> {
    const scope = await this.areas.scopeOf(actor, 'read-drafts');
    return this.unitOfWork.read((transaction) => this.drafts.openIn(transaction, scope));
  }
}

const unknownVersion = (): Refusal =>
  new Refusal('not-found', 'unknown-edition', { zh: '没有这个版本', en: 'There is no such edition or version' });

const withdrawnAlready = (): Refusal =>
  new Refusal('conflict', 'withdrawn', { zh: '这一版已经撤回', en: 'This version was taken back already' });
