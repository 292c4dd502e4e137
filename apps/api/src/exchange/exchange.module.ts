/** Owns what taking editions out and back in consists of. */
import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module.js';
import { EditionsModule } from '../editions/editions.module.js';
import { StudioModule } from '../studio/studio.module.js';
import { DraftExchangeController, EditionExportController } from './exchange.controller.js';
import { ExchangeService } from './exchange.service.js';

@Module({
  imports: [AreasModule, EditionsModule, StudioModule],
  controllers: [EditionExportController, DraftExchangeController],
  providers: [ExchangeService],
})
export class ExchangeModule {}
