/** Owns what the submissions feature consists of. */
import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { EditionsModule } from '../editions/editions.module.js';
import { FilesModule } from '../files/files.module.js';
import { AnsweredFiles } from './answered-files.service.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';
import { SampleData } from './sample-data.service.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionScope } from './submission-scope.service.js';
import { SubmissionsController } from './submissions.controller.js';
import { SubmissionsService } from './submissions.service.js';

@Module({
  imports: [AreasModule, DatabaseModule, EditionsModule, FilesModule],
  controllers: [SubmissionsController],
  providers: [
    SubmissionsService,
    AnsweredFiles,
    SubmissionScope,
    SubmissionRepository,
    IdempotencyKeyRepository,
    SampleData,
  ],
})
export class SubmissionsModule {}
