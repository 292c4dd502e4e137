/** Owns the addresses of review: sending, taking back, returning, approving, commenting. */
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  type CommentCreation,
  commentCreation,
  commentParams,
  type DraftComment,
  type DraftComments,
  type DraftReturn,
  type DraftSummary,
  draftParams,
  draftReturn,
} from '@yimen/contracts';
import { versionIn } from '../http/edited-version.js';
import { keyIn } from '../http/idempotency-key.js';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { CommentsService } from './comments.service.js';
import { NewerVersions } from './newer-versions.service.js';
import { ReviewService } from './review.service.js';

interface Id {
  readonly id: string;
}

@Controller('api/v1/studio/drafts/:id')
export class ReviewController {
  constructor(
    @Inject(ReviewService) private readonly review: ReviewService,
    @Inject(CommentsService) private readonly comments: CommentsService,
    @Inject(NewerVersions) private readonly newer: NewerVersions,
  ) {}

  @Post('submission')
  @HttpCode(200)
  async submit(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: Id,
    @Headers() headers: unknown,
  ): Promise<DraftSummary> {
    return this.newer.summary(await this.review.submit(actor, id, versionIn(headers)));
  }

  @Post('recall')
  @HttpCode(200)
  async recall(@Who() actor: Actor, @Param({ schema: draftParams }) { id }: Id): Promise<DraftSummary> {
    return this.newer.summary(await this.review.recall(actor, id));
  }

  @Post('return')
  @HttpCode(200)
  async return(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: Id,
    @Body({ schema: draftReturn }) { note }: DraftReturn,
  ): Promise<DraftSummary> {
    return this.newer.summary(await this.review.return(actor, id, note));
  }

  @Post('approval')
  @HttpCode(200)
  async approve(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: Id,
    @Headers() headers: unknown,
  ): Promise<DraftSummary> {
    return this.newer.summary(await this.review.approve(actor, id, versionIn(headers)));
  }

  @Get('comments')
  list(@Who() actor: Actor, @Param({ schema: draftParams }) { id }: Id): Promise<DraftComments> {
    return this.comments.list(actor, id);
  }

  @Post('comments')
  comment(
    @Who() actor: Actor,
    @Param({ schema: draftParams }) { id }: Id,
    @Body({ schema: commentCreation }) creation: CommentCreation,
    @Headers() headers: unknown,
  ): Promise<DraftComment> {
    return this.comments.add(actor, id, creation, keyIn(headers));
  }

  @Post('comments/:comment/resolution')
  @HttpCode(200)
  resolve(
    @Who() actor: Actor,
    @Param({ schema: commentParams }) { id, comment }: Id & { readonly comment: string },
  ): Promise<DraftComment> {
    return this.comments.resolve(actor, id, comment);
  }
}
