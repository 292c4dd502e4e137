/** Owns filling an empty installation with samples: the editions' own worked cases. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { AreasService } from '../areas/areas.service.js';
import { ShippedAreas } from '../areas/shipped-areas.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import type { OpenedEdition } from '../editions/edition-version.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { Refusal } from '../refusal.js';
import { assess } from './assessment.js';
import { IdentityRepository } from './identity.repository.js';
import type { Submission } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionVault } from './submission-vault.service.js';

@Injectable()
export class SampleData {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(IdentityRepository) private readonly identities: IdentityRepository,
    @Inject(SubmissionVault) private readonly vault: SubmissionVault,
    @Inject(AreasService) private readonly areas: AreasService,
    @Inject(ShippedAreas) private readonly shipped: ShippedAreas,
  ) {}

  /** Stores the samples when they were asked for and no submission exists. */
  async store(): Promise<void> {
    if (!this.environment.sampleData) return;
    const editions = await Promise.all(this.catalogue.list().map(({ id, hash }) => this.catalogue.open(id, hash)));
    await this.shipped.enter();
    const [county] = (await this.areas.list({ limit: 200, closed: false })).items.filter(
      ({ level }) => level === 'county',
    );
    const samples = editions.flatMap((opened) =>
      samplesOf(opened, county?.id ?? null).map((sample) => this.vault.close(opened.edition, sample)),
    );
    const stored = await this.unitOfWork.run(async (transaction) => {
      if (await this.submissions.any(transaction)) return 0;
      for (const { stored, fingerprints } of samples) {
        this.submissions.insert(transaction, stored);
        this.identities.insert(transaction, stored.id, fingerprints);
      }
      return samples.length;
    });
    if (stored > 0) new Logger('SampleData').log(`已存入 ${stored} 份样例 / stored ${stored} samples`);
  }
}

/** The cases that can be stored, accepted on the day their edition took effect; incomplete or invalid ones are left out. */
function samplesOf(opened: OpenedEdition, area: string | null): Submission[] {
  const now = new Date();
  return opened.edition.cases.flatMap(({ facts }) => {
    try {
      return [assess(opened, { ...facts }, { area, acceptedOn: opened.effectiveFrom, now })];
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
}
