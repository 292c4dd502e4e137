/** Owns what the submissions feature consists of, and what it does before it serves. */
import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { EditionsModule } from '../editions/editions.module.js';
import { FilesModule } from '../files/files.module.js';
import { PersonalModule } from '../personal/personal.module.js';
import { AnsweredAreas } from './answered-areas.service.js';
import { AnsweredFiles } from './answered-files.service.js';
import { EarlierRecords } from './earlier-records.service.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';
import { IdentityRepository } from './identity.repository.js';
import { PersonalAccess } from './personal-access.service.js';
import { RevisionRepository } from './revision.repository.js';
import { SampleData } from './sample-data.service.js';
import { SealingUpkeep } from './sealing-upkeep.service.js';
import { SentRequests } from './sent-requests.service.js';
import { StoredAnswers } from './stored-answers.service.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionCorrections } from './submission-correction.service.js';
import { SubmissionReader } from './submission-reader.service.js';
import { SubmissionScope } from './submission-scope.service.js';
import { SubmissionVault } from './submission-vault.service.js';
import { SubmissionsController } from './submissions.controller.js';
import { SubmissionsService } from './submissions.service.js';

@Module({
  imports: [AreasModule, AuditModule, DatabaseModule, EditionsModule, FilesModule, PersonalModule],
  controllers: [SubmissionsController],
  providers: [
    SubmissionsService,
    SubmissionCorrections,
    AnsweredAreas,
    AnsweredFiles,
    PersonalAccess,
    SubmissionReader,
    SubmissionScope,
    SubmissionVault,
    SubmissionRepository,
    RevisionRepository,
    IdentityRepository,
    IdempotencyKeyRepository,
    SealingUpkeep,
    EarlierRecords,
    SentRequests,
    SampleData,
    StoredAnswers,
  ],
  exports: [SealingUpkeep, StoredAnswers, SubmissionReader, SubmissionScope],
})
export class SubmissionsModule implements OnApplicationBootstrap {
  constructor(
    @Inject(SealingUpkeep) private readonly sealing: SealingUpkeep,
    @Inject(EarlierRecords) private readonly earlier: EarlierRecords,
    @Inject(SampleData) private readonly samples: SampleData,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sealing.checkKeys();
    await this.sealing.sealEarlier();
    await this.earlier.learn();
    await this.samples.store();
  }
}
