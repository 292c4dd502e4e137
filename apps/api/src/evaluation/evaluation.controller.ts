/** Owns the addresses of evaluation. */
import { Body, Controller, HttpCode, Inject, Post, Query } from '@nestjs/common';
import {
  type EvaluateAnswer,
  type EvaluateQuery,
  type EvaluateRequest,
  evaluateQuery,
  evaluateRequest,
  type ResultAnswer,
  type ResultRequest,
  resultRequest,
} from '@yimen/contracts';
import { EvaluationService } from './evaluation.service.js';

@Controller('api/v1')
export class EvaluationController {
  constructor(@Inject(EvaluationService) private readonly evaluation: EvaluationService) {}

  @Post('evaluate')
  @HttpCode(200)
  evaluate(
    @Body({ schema: evaluateRequest }) request: EvaluateRequest,
    @Query({ schema: evaluateQuery }) query: EvaluateQuery,
  ): Promise<EvaluateAnswer> {
    return this.evaluation.evaluate(request, query);
  }

  @Post('results')
  @HttpCode(200)
  result(@Body({ schema: resultRequest }) request: ResultRequest): Promise<ResultAnswer> {
    return this.evaluation.result(request);
  }
}
