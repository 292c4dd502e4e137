/** Owns the addresses of the history of editions. */
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  type EditionHistory,
  type EditionWithdrawal,
  editionParams,
  type StudioOverview,
  type VersionDocuments,
  versionParams,
  withdrawal,
} from '@yimen/contracts';
import type * as z from 'zod';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { VersionsService } from './versions.service.js';

type Of<T extends z.ZodType> = z.output<T>;

const idOf = ({ authority, subject, year }: Of<typeof editionParams>): string => `${authority}/${subject}/${year}`;

@Controller('api/v1/studio/editions')
export class VersionsController {
  constructor(@Inject(VersionsService) private readonly versions: VersionsService) {}

  @Get()
  overview(@Who() actor: Actor): Promise<StudioOverview> {
    return this.versions.overview(actor);
  }

  @Get(':authority/:subject/:year')
  history(
    @Who() actor: Actor,
    @Param({ schema: editionParams }) params: Of<typeof editionParams>,
  ): Promise<EditionHistory> {
    return this.versions.history(actor, idOf(params));
  }

  @Get(':authority/:subject/:year/versions/:version')
  documents(
    @Who() actor: Actor,
    @Param({ schema: versionParams }) params: Of<typeof versionParams>,
  ): Promise<VersionDocuments> {
    return this.versions.documents(actor, idOf(params), params.version);
  }

  @Post(':authority/:subject/:year/withdrawal')
  @HttpCode(200)
  withdraw(
    @Who() actor: Actor,
    @Param({ schema: editionParams }) params: Of<typeof editionParams>,
    @Body({ schema: withdrawal }) request: EditionWithdrawal,
  ): Promise<EditionHistory> {
    return this.versions.withdraw(actor, idOf(params), request);
  }
}
