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
  editHeaders,
  importQuery,
} from '@yimen/contracts';
import type { FastifyReply } from 'fastify';
import type * as z from 'zod';
import { parseInput } from '../http/input.pipe.js';
import { AreasService, type Versioned } from './areas.service.js';

@Controller('api/v1')
export class AreasController {
  constructor(@Inject(AreasService) private readonly areas: AreasService) {}

  @Get('areas')
  list(@Query({ schema: areaQuery }) query: AreaQuery): Promise<AreaPage> {
    return this.areas.list(query);
  }

  @Get('areas.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="areas.csv"')
  table(): Promise<string> {
    return this.areas.table();
  }

  @Post('areas.csv')
  @HttpCode(200)
  importTable(
    @Body({ schema: areaTable }) text: string,
    @Query({ schema: importQuery }) { dryRun }: z.output<typeof importQuery>,
  ): Promise<AreaImport> {
    return this.areas.importTable(text, dryRun);
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
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AreaDetail> {
    const made = await this.areas.create(id, creation);
    reply.code(made.created ? 201 : 200);
    return told(made, reply);
  }

  @Post('areas/:id/changes')
  @HttpCode(200)
  async change(
    @Param({ schema: areaParams }) { id }: z.output<typeof areaParams>,
    @Body({ schema: areaChange }) change: AreaChange,
    @Headers() headers: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AreaDetail> {
    const { 'if-match': version } = parseInput(editHeaders, headers, false) as z.output<typeof editHeaders>;
    return told(await this.areas.change(id, version, change), reply);
  }
}

/** The version goes out as the tag that an edit sends back in `If-Match`. */
function told({ detail, version }: Versioned, reply: FastifyReply): AreaDetail {
  reply.header('etag', `"${version}"`);
  return detail;
}
