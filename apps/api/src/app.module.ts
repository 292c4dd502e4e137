/** Owns which features the server consists of. */
import { type DynamicModule, Module } from '@nestjs/common';
import { AreasModule } from './areas/areas.module.js';
import { AuditReadingModule } from './audit/audit-reading.module.js';
import { EditionsModule } from './editions/editions.module.js';
import type { Environment } from './env/environment.js';
import { environmentModule } from './env/environment.module.js';
import { EvaluationModule } from './evaluation/evaluation.module.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { FilesModule } from './files/files.module.js';
import { HealthModule } from './health/health.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { ImpactModule } from './impact/impact.module.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { SingleSignOnModule } from './single-sign-on/single-sign-on.module.js';
import { StudioModule } from './studio/studio.module.js';
import { SubmissionsModule } from './submissions/submissions.module.js';

@Module({
  imports: [
    IdentityModule,
    SingleSignOnModule,
    AreasModule,
    AuditReadingModule,
    EditionsModule,
    EvaluationModule,
    SubmissionsModule,
    FilesModule,
    StudioModule,
    ImpactModule,
    ExchangeModule,
    HealthModule,
  ],
  controllers: [OpenApiController],
})
class AppModule {}

export const appModule = (environment: Environment): DynamicModule => ({
  module: AppModule,
  imports: [environmentModule(environment)],
});
