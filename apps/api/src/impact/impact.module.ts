/** Owns what the impact feature consists of. */
import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module.js';
import { EditionsModule } from '../editions/editions.module.js';
import { StudioModule } from '../studio/studio.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { ImpactController } from './impact.controller.js';
import { ImpactService } from './impact.service.js';
import { ImpactUnits } from './impact-units.service.js';

@Module({
  imports: [AreasModule, EditionsModule, StudioModule, SubmissionsModule],
  controllers: [ImpactController],
  providers: [ImpactService, ImpactUnits],
})
export class ImpactModule {}
