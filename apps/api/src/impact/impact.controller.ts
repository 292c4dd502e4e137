/** Owns the addresses of the impact of a draft. */
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import {
  draftParams,
  type ImpactRequest,
  type ImpactRun,
  type ImpactTraces,
  type ImpactUnitPage,
  type ImpactUnitQuery,
  impactRequest,
  impactUnitParams,
  impactUnitQuery,
  type LanguageQuery,
  languageQuery,
} from '@yimen/contracts';
import type * as z from 'zod';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { ImpactService } from './impact.service.js';
import { ImpactUnits } from './impact-units.service.js';

type Of<T extends z.ZodType> = z.output<T>;

@Controller('api/v1/studio/drafts/:id/impact')
export class ImpactController {
  constructor(
    @Inject(ImpactService) private readonly impact: ImpactService,
    @Inject(ImpactUnits) private readonly units: ImpactUnits,
  ) {}

  @Post()
  @HttpCode(200)
  start(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: Of<typeof draftParams>,
    @Body({ schema: impactRequest }) request: ImpactRequest,
  ): Promise<ImpactRun> {
    return this.impact.start(actor, id, request);
  }

  @Get()
  last(@Who() actor: Actor, @Param({ schema: draftParams }) { id }: Of<typeof draftParams>): Promise<ImpactRun | null> {
    return this.impact.last(actor, id);
  }

  @Delete()
  cancel(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: Of<typeof draftParams>,
  ): Promise<ImpactRun | null> {
    return this.impact.cancel(actor, id);
  }

  @Get('units')
  page(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: Of<typeof draftParams>,
    @Query({ schema: impactUnitQuery }) query: ImpactUnitQuery,
  ): Promise<ImpactUnitPage> {
    return this.units.page(actor, id, query);
  }

  @Get('units/:submission')
  traces(
    @Who() actor: Actor,
    @Param({ schema: impactUnitParams }) { id, submission }: Of<typeof impactUnitParams>,
    @Query({ schema: languageQuery }) { lang }: LanguageQuery,
  ): Promise<ImpactTraces> {
    return this.units.traces(actor, id, submission, lang);
  }
}
