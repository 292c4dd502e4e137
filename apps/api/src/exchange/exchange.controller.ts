/** Owns the addresses by which editions leave and come back. */
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import {
  archive,
  archiveType,
  areaWorkbook,
  draftParams,
  editionParams,
  exportQuery,
  type FolderImport,
  importQuery,
  type LanguageQuery,
  languageQuery,
  listParams,
  type WorkbookEdits,
  wordType,
  workbookType,
} from '@yimen/contracts';
import type * as z from 'zod';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { ExchangeService } from './exchange.service.js';
import { folderZip } from './folder-zip.js';

type Of<T extends z.ZodType> = z.output<T>;
type Version = Of<typeof editionParams>;

const idOf = ({ authority, subject, year }: Version): string => `${authority}/${subject}/${year}`;
const attached = (name: string): [string, string] => ['content-disposition', `attachment; filename="${name}"`];

@Controller('api/v1/editions/:authority/:subject/:year')
export class EditionExportController {
  constructor(@Inject(ExchangeService) private readonly exchange: ExchangeService) {}

  @Get('standard.docx')
  @Header('content-type', wordType)
  @Header(...attached('standard.docx'))
  async word(
    @Param({ schema: editionParams }) params: Version,
    @Query({ schema: exportQuery }) { hash, lang }: Of<typeof exportQuery>,
  ): Promise<Uint8Array> {
    return this.exchange.word(await this.exchange.version(idOf(params), hash), lang);
  }

  @Get('standard.xlsx')
  @Header('content-type', workbookType)
  @Header(...attached('standard.xlsx'))
  async workbook(
    @Param({ schema: editionParams }) params: Version,
    @Query({ schema: exportQuery }) { hash, lang }: Of<typeof exportQuery>,
  ): Promise<Uint8Array> {
    return this.exchange.workbook(await this.exchange.version(idOf(params), hash), lang);
  }

  @Get('folder.zip')
  @Header('content-type', archiveType)
  @Header(...attached('folder.zip'))
  async folder(
    @Param({ schema: editionParams }) params: Version,
    @Query({ schema: exportQuery }) { hash }: Of<typeof exportQuery>,
  ): Promise<Uint8Array> {
    return folderZip((await this.exchange.version(idOf(params), hash)).documents);
  }
}

@Controller('api/v1/studio')
export class DraftExchangeController {
  constructor(@Inject(ExchangeService) private readonly exchange: ExchangeService) {}

  @Get('drafts/:id/standard.docx')
  @Header('content-type', wordType)
  @Header(...attached('standard.docx'))
  async word(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: Of<typeof draftParams>,
    @Query({ schema: languageQuery }) { lang }: LanguageQuery,
  ): Promise<Uint8Array> {
    return this.exchange.word(await this.exchange.draft(actor, id), lang);
  }

  @Get('drafts/:id/standard.xlsx')
  @Header('content-type', workbookType)
  @Header(...attached('standard.xlsx'))
  async workbook(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: Of<typeof draftParams>,
    @Query({ schema: languageQuery }) { lang }: LanguageQuery,
  ): Promise<Uint8Array> {
    return this.exchange.workbook(await this.exchange.draft(actor, id), lang);
  }

  @Post('drafts/:id/standard.xlsx')
  @HttpCode(200)
  readWorkbook(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: Of<typeof draftParams>,
    @Body({ schema: areaWorkbook }) bytes: Uint8Array,
  ): Promise<WorkbookEdits> {
    return this.exchange.readWorkbook(actor, id, bytes);
  }

  @Get('drafts/:id/lists/:list.xlsx')
  @Header('content-type', workbookType)
  @Header(...attached('list.xlsx'))
  list(
    @Who() actor: Actor,
    @Param({ schema: listParams }) { id, list }: Of<typeof listParams>,
    @Query({ schema: languageQuery }) { lang }: LanguageQuery,
  ): Promise<Uint8Array> {
    return this.exchange.list(actor, id, list, lang);
  }

  @Post('drafts/:id/lists/:list.xlsx')
  @HttpCode(200)
  readList(
    @Who() actor: Actor,
    @Param({ schema: listParams }) { id, list }: Of<typeof listParams>,
    @Body({ schema: areaWorkbook }) bytes: Uint8Array,
  ): Promise<WorkbookEdits> {
    return this.exchange.readList(actor, id, list, bytes);
  }

  @Get('drafts/:id/folder.zip')
  @Header('content-type', archiveType)
  @Header(...attached('folder.zip'))
  folder(@Who() actor: Actor, @Param({ schema: draftParams }) { id }: Of<typeof draftParams>): Promise<Uint8Array> {
    return this.exchange.folder(actor, id);
  }

  @Post('folder.zip')
  @HttpCode(200)
  importFolder(
    @Who() actor: Actor,
    @Body({ schema: archive }) bytes: Uint8Array,
    @Query({ schema: importQuery }) { dryRun }: Of<typeof importQuery>,
  ): Promise<FolderImport> {
    return this.exchange.importFolder(actor, bytes, dryRun);
  }
}
