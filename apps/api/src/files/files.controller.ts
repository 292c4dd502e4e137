/** Owns the addresses of files. */
import { Controller, Get, Headers, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  type ContentQuery,
  contentQuery,
  fileParams,
  type StoredFile,
  type UploadQuery,
  uploadQuery,
} from '@yimen/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { keyIn } from '../http/idempotency-key.js';
import { receiveFile } from '../http/upload.js';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { contentHeaders } from './content-headers.js';
import { FilesService } from './files.service.js';

@Controller('api/v1/files')
export class FilesController {
  constructor(@Inject(FilesService) private readonly files: FilesService) {}

  @Post()
  async create(
    @Who() actor: Actor,
    @Query({ schema: uploadQuery }) { area: named }: UploadQuery,
    @Headers() headers: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StoredFile> {
    const key = keyIn(headers);
    const area = await this.files.areaFor(actor, named);
    const file = await this.files.store(actor, await receiveFile(request), area, key);
    reply.header('location', `/api/v1/files/${file.id}`);
    return file;
  }

  @Get(':id')
  get(@Who() actor: Actor, @Param({ schema: fileParams }) { id }: z.output<typeof fileParams>): Promise<StoredFile> {
    return this.files.get(actor, id);
  }

  @Get(':id/content')
  async content(
    @Who() actor: Actor,
    @Param({ schema: fileParams }) { id }: z.output<typeof fileParams>,
    @Query({ schema: contentQuery }) { inline }: ContentQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, bytes } = await this.files.open(actor, id);
    await reply.headers(contentHeaders(file, inline)).send(bytes);
  }
}
