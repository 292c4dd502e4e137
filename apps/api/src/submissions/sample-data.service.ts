/** Owns filling an empty installation with samples: the editions' own worked cases. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AreasService } from '../areas/areas.service.js';
import { ShippedAreas } from '../areas/shipped-areas.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import type { OpenedEdition } from '../editions/edition-version.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { Refusal } from '../refusal.js';
import { assess } from './assessment.js';
import type { StoredSubmission } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';

@Injectable()
export class SampleData implements OnApplicationBootstrap {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(AreasService) private readonly areas: AreasService,
    @Inject(ShippedAreas) private readonly shipped: ShippedAreas,
  ) {}

  /** Stores the samples when they were asked for and no submission exists. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.environment.sampleData) return;
    const editions = await Promise.all(this.catalogue.list().map(({ id, hash }) => this.catalogue.open(id, hash)));
    await this.shipped.enter();
    const [county] = (await this.areas.list({ limit: 200, closed: false })).items.filter(
      ({ level }) => level === 'county',
    );
    const samples = editions.flatMap((edition) => samplesOf(edition, county?.id ?? null));
    const stored = await this.unitOfWork.run(async (transaction) => {
      if (await this.submissions.any(transaction)) return 0;
      for (const sample of samples) await this.submissions.insert(transaction, sample);
      return samples.length;
    });
    if (stored > 0) new Logger('SampleData').log(`已存入 ${stored} 份样例 / stored ${stored} samples`);
  }
}

/** The cases that can be stored, accepted on the day their edition took effect; incomplete or invalid ones are left out. */
function samplesOf(opened: OpenedEdition, area: string | null): StoredSubmission[] {
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
