/** Owns correcting a submission: what it was is kept, and of two who correct it at once one is told. */
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '@yimen/config';
import type { FactsDocument, SubmissionCorrection, Submission as SubmissionTold } from '@yimen/contracts';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import type { Actor } from '../identity/account.js';
import { stale } from '../refusal.js';
import { AnsweredAreas } from './answered-areas.service.js';
import { AnsweredFiles, filesIn } from './answered-files.service.js';
import { judge } from './assessment.js';
import { IdentityRepository } from './identity.repository.js';
import { RevisionRepository } from './revision.repository.js';
import type { StoredSubmission } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionReader } from './submission-reader.service.js';
import { SubmissionScope } from './submission-scope.service.js';
import { type Sealed, SubmissionVault } from './submission-vault.service.js';

@Injectable()
export class SubmissionCorrections {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(IdentityRepository) private readonly identities: IdentityRepository,
    @Inject(RevisionRepository) private readonly revisions: RevisionRepository,
    @Inject(SubmissionScope) private readonly scope: SubmissionScope,
    @Inject(AnsweredAreas) private readonly areas: AnsweredAreas,
    @Inject(AnsweredFiles) private readonly files: AnsweredFiles,
    @Inject(SubmissionVault) private readonly vault: SubmissionVault,
    @Inject(SubmissionReader) private readonly reader: SubmissionReader,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Corrects the version that was read; it stays pinned to its edition and its day of acceptance. */
  async correct(
    actor: Actor,
    id: string,
    version: number,
    { facts: sent, reason }: SubmissionCorrection,
  ): Promise<SubmissionTold> {
    const before = await this.reader.find(actor, id);
    if (before.version !== version) throw stale();
    const opened = await this.catalogue.open(before.edition, before.hash);
    const areas = await this.scope.changingIn(actor, opened.edition.kind, before.area);
    const facts = this.vault.meant(opened.edition, before, sent);
    const was = this.vault.open(before);
    await this.areas.check(opened.edition, facts, was.facts);
    await this.files.check(actor, opened.edition, facts, areas, filesIn(opened.edition, was.facts));
    const judged = judge(opened, facts, before.acceptedOn);
    const sealed = this.vault.close(opened.edition, { ...was, ...judged, facts, version: version + 1 });
    const changed = changedFacts(was.facts, facts);
    const named = filesIn(opened.edition, facts);
    await this.unitOfWork.run(async (transaction) => {
      await this.replace(transaction, actor, before, sealed, { reason, changed });
      await this.files.reattach(transaction, sealed.stored, named);
    });
    return this.reader.tell(sealed.stored);
  }

  private async replace(
    transaction: Transaction,
    actor: Actor,
    before: StoredSubmission,
    { stored, fingerprints }: Sealed,
    why: { readonly reason: string; readonly changed: readonly string[] },
  ): Promise<void> {
    const { id, edition, hash, area, version } = stored;
    if (!(await this.submissions.update(transaction, stored, before.version))) throw stale();
    await this.identities.replace(transaction, id, fingerprints);
    await this.revisions.insert(transaction, {
      submissionId: id,
      version: before.version,
      facts: before.facts,
      // Anew: what it was sealed by when it was read may be on its way out.
      personal: this.vault.reseal({ submissionId: id, personal: before.personal }),
      sealedBy: stored.sealedBy,
      outcome: before.outcome,
      dueOn: before.dueOn,
      replacedAt: new Date().toISOString(),
    });
    const details = { ...why, edition, hash, version, content: this.vault.digest(stored) };
    this.audit.record(transaction, actor, {
      action: 'submission-corrected',
      subject: { kind: 'submission', id },
      area,
      details,
    });
  }
}

/** The ids of the facts whose answers differ. */
function changedFacts(before: FactsDocument, after: FactsDocument): string[] {
  const answers = (facts: FactsDocument) =>
    new Map(
      Object.values(facts).flatMap((form) =>
        typeof form === 'object' && form !== null
          ? Object.entries(form).map(([id, answer]) => [id, canonicalJson(answer)] as const)
          : [],
      ),
    );
  const [was, is] = [answers(before), answers(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id)).sort();
}
