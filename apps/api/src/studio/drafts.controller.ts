/** Owns the addresses of drafts. */
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  type Draft,
  type DraftCreation,
  type DraftEdit,
  type DraftPage,
  type DraftQuery,
  type DraftRebase,
  type DraftSummary,
  draftCreation,
  draftEdit,
  draftParams,
  draftQuery,
  draftRebase,
} from '@yimen/contracts';
import type { FastifyReply } from 'fastify';
import { versionIn } from '../http/edited-version.js';
import { keyIn } from '../http/idempotency-key.js';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { DraftsService } from './drafts.service.js';
import { NewerVersions } from './newer-versions.service.js';
import { RebaseService } from './rebase.service.js';

@Controller('api/v1/studio/drafts')
export class DraftsController {
  constructor(
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(RebaseService) private readonly rebases: RebaseService,
    @Inject(NewerVersions) private readonly newer: NewerVersions,
  ) {}

  @Get()
  list(@Who() actor: Actor, @Query({ schema: draftQuery }) query: DraftQuery): Promise<DraftPage> {
    return this.drafts.list(actor, query);
  }

  @Post()
  async create(
    @Who() actor: Actor,
    @Body({ schema: draftCreation }) creation: DraftCreation,
    @Headers() headers: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Draft> {
    const draft = await this.newer.whole(await this.drafts.create(actor, creation, keyIn(headers)));
    reply.header('location', `/api/v1/studio/drafts/${draft.id}`);
    return tagged(draft, reply);
  }

  @Get(':id')
  async get(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: { id: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Draft> {
    return tagged(await this.newer.whole(await this.drafts.get(actor, id)), reply);
  }

  @Put(':id')
  async edit(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: { id: string },
    @Body({ schema: draftEdit }) edit: DraftEdit,
    @Headers() headers: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftSummary> {
    return tagged(await this.newer.summary(await this.drafts.edit(actor, id, versionIn(headers), edit)), reply);
  }

  @Post(':id/rebase')
  @HttpCode(200)
  async rebase(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: { id: string },
    @Body({ schema: draftRebase }) rebase: DraftRebase,
    @Headers() headers: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Draft> {
    const draft = await this.rebases.rebase(actor, id, versionIn(headers), rebase);
    return tagged(await this.newer.whole(draft), reply);
  }

  @Post(':id/discard')
  @HttpCode(200)
  async discard(@Who() actor: Actor, @Param({ schema: draftParams }) { id }: { id: string }): Promise<DraftSummary> {
    return this.newer.summary(await this.drafts.discard(actor, id));
  }
}

/** The version goes out as the tag that an edit sends back in `If-Match`. */
function tagged<T extends DraftSummary>(draft: T, reply: FastifyReply): T {
  reply.header('etag', `"${draft.version}"`);
  return draft;
}
