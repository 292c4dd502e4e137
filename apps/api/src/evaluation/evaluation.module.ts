/** Owns what the evaluation feature consists of. */
import { Module } from '@nestjs/common';
import { EditionsModule } from '../editions/editions.module.js';
import { EvaluationController } from './evaluation.controller.js';
import { EvaluationService } from './evaluation.service.js';

@Module({
  imports: [EditionsModule],
  controllers: [EvaluationController],
  providers: [EvaluationService],
})
export class EvaluationModule {}
