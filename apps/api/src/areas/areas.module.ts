/** Owns what the areas feature consists of. */
import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { AreaRepository } from './area.repository.js';
import { AreaExchange } from './area-exchange.service.js';
import { AreaWriter } from './area-writer.service.js';
import { AreasController } from './areas.controller.js';
import { AreasService } from './areas.service.js';
import { ShippedAreas } from './shipped-areas.service.js';
import { WorkingAreas } from './working-areas.service.js';

@Module({
  imports: [AuditModule, DatabaseModule],
  controllers: [AreasController],
  providers: [AreasService, AreaExchange, AreaWriter, AreaRepository, WorkingAreas, ShippedAreas],
  exports: [AreasService, WorkingAreas, ShippedAreas],
})
export class AreasModule {}
