/** Owns what the Studio consists of: drafts of editions, their proof, review and publication. */
import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { EditionsModule } from '../editions/editions.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { CommentRepository } from './comment.repository.js';
import { CommentsService } from './comments.service.js';
import { DraftRepository } from './draft.repository.js';
import { DraftJobRepository } from './draft-job.repository.js';
import { DraftJobs } from './draft-jobs.service.js';
import { DraftPreview } from './draft-preview.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';
import { EditionAreas } from './edition-areas.service.js';
import { NewerVersions } from './newer-versions.service.js';
import { ProofController } from './proof.controller.js';
import { ProofService } from './proof.service.js';
import { Prover } from './prover.service.js';
import { PublishGate } from './publish-gate.service.js';
import { RebaseService } from './rebase.service.js';
import { ReviewController } from './review.controller.js';
import { ReviewService } from './review.service.js';
import { VersionsController } from './versions.controller.js';
import { VersionsService } from './versions.service.js';

@Module({
  imports: [AreasModule, AuditModule, DatabaseModule, EditionsModule, SubmissionsModule],
  controllers: [VersionsController, DraftsController, ReviewController, ProofController],
  providers: [
    VersionsService,
    DraftsService,
    DraftRepository,
    EditionAreas,
    NewerVersions,
    RebaseService,
    ReviewService,
    CommentsService,
    CommentRepository,
    ProofService,
    Prover,
    PublishGate,
    DraftPreview,
    DraftJobs,
    DraftJobRepository,
  ],
  exports: [DraftsService, DraftJobs, EditionAreas],
})
export class StudioModule {}
