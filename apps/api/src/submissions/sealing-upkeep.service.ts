/** Owns keeping every stored record sealed by the newest key, and refusing to serve without a key that is needed. */
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import { DataKeys } from '../personal/data-keys.js';
import { SealError } from '../personal/sealing.js';
import { IdentityRepository } from './identity.repository.js';
import { RevisionRepository } from './revision.repository.js';
import type { PlacedSubmission } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionVault } from './submission-vault.service.js';

/** Records looked through in one transaction: others write in between. */
const CHUNK = 200;

@Injectable()
export class SealingUpkeep {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(RevisionRepository) private readonly revisions: RevisionRepository,
    @Inject(IdentityRepository) private readonly identities: IdentityRepository,
    @Inject(SubmissionVault) private readonly vault: SubmissionVault,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Throws where records are sealed with a key that is not given. */
  async checkKeys(): Promise<void> {
    const used = await this.unitOfWork.run(async (transaction) => [
      ...(await this.submissions.keys(transaction)),
      ...(await this.revisions.keys(transaction)),
    ]);
    for (const key of used) if (!this.keys.byId(key)) throw new SealError('unknown-key', key);
  }

  /** Seals what was stored before personal data was. */
  sealEarlier(): Promise<number> {
    return this.sealAll(null);
  }

  /** Seals everything with the newest key that another one sealed; afterwards the others may be taken away. */
  async rotate(told: (done: number) => void = () => {}): Promise<number> {
    const { id } = this.keys.current;
    const done = (await this.sealAll(id, told)) + (await this.sealRevisions(id));
    await this.unitOfWork.run(async (transaction) =>
      this.audit.record(transaction, null, {
        action: 'keys-rotated',
        subject: { kind: 'keys', id },
        details: { records: done },
      }),
    );
    return done;
  }

  private async sealAll(key: string | null, told: (done: number) => void = () => {}): Promise<number> {
    for (let done = 0; ; ) {
      const sealed = await this.chunk((transaction) => this.submissions.notSealedBy(transaction, key, CHUNK));
      if (sealed === 0) return done;
      done += sealed;
      told(done);
    }
  }

  /** One that somebody corrected meanwhile was sealed by doing so. */
  private async chunk(find: (transaction: Transaction) => Promise<readonly PlacedSubmission[]>): Promise<number> {
    const found = await this.unitOfWork.run(find);
    const sealed = await Promise.all(
      found.map(async (stored) => {
        const { edition } = await this.catalogue.open(stored.edition, stored.hash);
        return this.vault.close(edition, this.vault.open(stored));
      }),
    );
    await this.unitOfWork.run(async (transaction) => {
      for (const { stored, fingerprints } of sealed)
        if (await this.submissions.update(transaction, stored, stored.version))
          await this.identities.replace(transaction, stored.id, fingerprints);
    });
    return found.length;
  }

  private async sealRevisions(key: string): Promise<number> {
    for (let done = 0; ; ) {
      const found = await this.unitOfWork.run((transaction) => this.revisions.notSealedBy(transaction, key, CHUNK));
      if (found.length === 0) return done;
      const resealed = found.map((revision) => [revision, this.vault.reseal(revision)] as const);
      await this.unitOfWork.run(async (transaction) => {
        for (const [revision, personal] of resealed) await this.revisions.reseal(transaction, revision, personal, key);
      });
      done += found.length;
    }
  }
}
