/** Owns what the areas feature consists of. */
import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.js';
import { AreaRepository } from './area.repository.js';
import { AreaScope } from './area-scope.service.js';
import { AreasController } from './areas.controller.js';
import { AreasService } from './areas.service.js';
import { ShippedAreas } from './shipped-areas.service.js';

@Module({
  imports: [DatabaseModule],
  controllers: [AreasController],
  providers: [AreasService, AreaScope, AreaRepository, ShippedAreas],
  exports: [AreasService, AreaScope, ShippedAreas],
})
export class AreasModule {}
