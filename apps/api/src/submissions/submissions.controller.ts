/** Owns the addresses of submissions. */
import { createHash } from 'node:crypto';
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  type LanguageQuery,
  languageQuery,
  type ReEvaluation,
  type Submission,
  type SubmissionPage,
  type SubmissionQuery,
  type SubmissionRequest,
  submissionQuery,
  submissionRequest,
} from '@yimen/contracts';
import type { FastifyReply } from 'fastify';
import { keyIn } from '../http/idempotency-key.js';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { SubmissionsService } from './submissions.service.js';

@Controller('api/v1/submissions')
export class SubmissionsController {
  constructor(@Inject(SubmissionsService) private readonly submissions: SubmissionsService) {}

  @Post()
  async create(
    @Who() actor: Actor,
    @Body({ schema: submissionRequest }) request: SubmissionRequest,
    @Headers() headers: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Submission> {
    const submission = await this.submissions.create(actor, request, keyIn(headers));
    reply.header('location', `/api/v1/submissions/${submission.id}`).header('etag', etagOf(submission));
    return submission;
  }

  @Get()
  list(@Who() actor: Actor, @Query({ schema: submissionQuery }) query: SubmissionQuery): Promise<SubmissionPage> {
    return this.submissions.list(actor, query);
  }

  @Get(':id')
  async get(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: languageQuery }) { lang }: LanguageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Submission> {
    const submission = await this.submissions.get(actor, id, lang);
    reply.header('etag', etagOf(submission));
    return submission;
  }

  @Post(':id/re-evaluation')
  @HttpCode(200)
  reEvaluate(@Who() actor: Actor, @Param('id') id: string): Promise<ReEvaluation> {
    return this.submissions.reEvaluate(actor, id);
  }
}

const etagOf = (submission: Submission): string =>
  `"${createHash('sha256').update(JSON.stringify(submission)).digest('base64url').slice(0, 27)}"`;
