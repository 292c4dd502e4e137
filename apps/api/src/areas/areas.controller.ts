/** Owns the addresses of areas. */
import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  type AreaChange,
  type AreaCreation,
  type AreaDetail,
  type AreaImport,
  type AreaPage,
  type AreaQuery,
  areaChange,
  areaCreation,
  areaParams,
  areaQuery,
  areaTable,
  areaWorkbook,
  editHeaders,
  importQuery,
  workbookQuery,
  workbookType,
} from '@yimen/contracts';
import type { FastifyReply } from 'fastify';
import type * as z from 'zod';
import { parseInput } from '../http/input.pipe.js';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { AreaExchange } from './area-exchange.service.js';
import { AreaScope } from './area-scope.js';
import { AreasService, type Versioned } from './areas.service.js';

@Controller('api/v1')
export class AreasController {
  constructor(
    @Inject(AreasService) private readonly areas: AreasService,
    @Inject(AreaExchange) private readonly exchange: AreaExchange,
  ) {}

  @Get('areas')
  list(@Query({ schema: areaQuery }) query: AreaQuery): Promise<AreaPage> {
    return this.areas.list(query);
  }

  @Get('areas.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="areas.csv"')
  csv(): Promise<string> {
    return this.exchange.csv();
  }

  @Get('areas.xlsx')
  @Header('content-type', workbookType)
  @Header('content-disposition', 'attachment; filename="areas.xlsx"')
  workbook(@Query({ schema: workbookQuery }) { lang }: z.output<typeof workbookQuery>): Promise<Uint8Array> {
    return this.exchange.workbook(lang);
  }

  @Post('areas.csv')
  @HttpCode(200)
  importCsv(
    @Body({ schema: areaTable }) text: string,
    @Query({ schema: importQuery }) { dryRun }: z.output<typeof importQuery>,
    @Who() who: Actor,
  ): Promise<AreaImport> {
    return this.exchange.importCsv(text, { scope: AreaScope.of(who), dryRun });
  }

  @Post('areas.xlsx')
  @HttpCode(200)
  importWorkbook(
    @Body({ schema: areaWorkbook }) bytes: Uint8Array,
    @Query({ schema: importQuery }) { dryRun }: z.output<typeof importQuery>,
    @Who() who: Actor,
  ): Promise<AreaImport> {
    return this.exchange.importWorkbook(bytes, { scope: AreaScope.of(who), dryRun });
  }

  @Get('areas/:id')
  async get(
    @Param({ schema: areaParams }) { id }: z.output<typeof areaParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AreaDetail> {
    return told(await this.areas.get(id), reply);
  }

  @Put('areas/:id')
  async create(
    @Param({ schema: areaParams }) { id }: z.output<typeof areaParams>,
    @Body({ schema: areaCreation }) creation: AreaCreation,
    @Who() who: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AreaDetail> {
    const made = await this.areas.create(id, creation, AreaScope.of(who));
    reply.code(made.created ? 201 : 200);
    return told(made, reply);
  }

  @Post('areas/:id/changes')
  @HttpCode(200)
  async change(
    @Param({ schema: areaParams }) { id }: z.output<typeof areaParams>,
    @Body({ schema: areaChange }) change: AreaChange,
    @Headers() headers: unknown,
    @Who() who: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AreaDetail> {
    const { 'if-match': version } = parseInput(editHeaders, headers, false) as z.output<typeof editHeaders>;
    return told(await this.areas.change(id, version, change, AreaScope.of(who)), reply);
  }
}

/** The version goes out as the tag that an edit sends back in `If-Match`. */
function told({ detail, version }: Versioned, reply: FastifyReply): AreaDetail {
  reply.header('etag', `"${version}"`);
  return detail;
}
