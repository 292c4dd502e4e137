/** Owns what the editions feature consists of and offers. */
import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { EditionCatalogue } from './edition-catalogue.service.js';
import { EditionPublisher } from './edition-publisher.service.js';
import { EditionVersionRepository } from './edition-version.repository.js';
import { EditionWatch } from './edition-watch.service.js';
import { EditionsController } from './editions.controller.js';
import { EditionsService } from './editions.service.js';

@Module({
  imports: [AuditModule, DatabaseModule],
  controllers: [EditionsController],
  providers: [EditionsService, EditionCatalogue, EditionPublisher, EditionVersionRepository, EditionWatch],
  exports: [EditionCatalogue, EditionVersionRepository],
})
export class EditionsModule {}
