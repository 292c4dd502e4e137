/** Owns the addresses of submissions. */
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  editHeaders,
  type LanguageQuery,
  languageQuery,
  type PersonalAnswer,
  type PersonalRequest,
  type PersonSearch,
  personalRequest,
  personSearch,
  type ReEvaluation,
  type Submission,
  type SubmissionCorrection,
  type SubmissionPage,
  type SubmissionQuery,
  type SubmissionRequest,
  submissionCorrection,
  submissionQuery,
  submissionRequest,
} from '@yimen/contracts';
import type { FastifyReply } from 'fastify';
import type * as z from 'zod';
import { keyIn } from '../http/idempotency-key.js';
import { parseInput } from '../http/input.pipe.js';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { PersonalAccess } from './personal-access.service.js';
import { SubmissionCorrections } from './submission-correction.service.js';
import { SubmissionsService } from './submissions.service.js';

@Controller('api/v1/submissions')
export class SubmissionsController {
  constructor(
    @Inject(SubmissionsService) private readonly submissions: SubmissionsService,
    @Inject(SubmissionCorrections) private readonly corrections: SubmissionCorrections,
    @Inject(PersonalAccess) private readonly personal: PersonalAccess,
  ) {}

  @Post()
  async create(
    @Who() actor: Actor,
    @Body({ schema: submissionRequest }) request: SubmissionRequest,
    @Headers() headers: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Submission> {
    const submission = await this.submissions.create(actor, request, keyIn(headers));
    reply.header('location', `/api/v1/submissions/${submission.id}`);
    return told(submission, reply);
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
    return told(await this.submissions.get(actor, id, lang), reply);
  }

  @Put(':id')
  async correct(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: submissionCorrection }) correction: SubmissionCorrection,
    @Headers() headers: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Submission> {
    const { 'if-match': version } = parseInput(editHeaders, headers, false) as z.output<typeof editHeaders>;
    return told(await this.corrections.correct(actor, id, version, correction), reply);
  }

  @Post('search')
  @HttpCode(200)
  search(@Who() actor: Actor, @Body({ schema: personSearch }) search: PersonSearch): Promise<SubmissionPage> {
    return this.personal.search(actor, search);
  }

  @Post(':id/personal-data')
  @HttpCode(200)
  show(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: personalRequest }) request: PersonalRequest,
  ): Promise<PersonalAnswer> {
    return this.personal.show(actor, id, request);
  }

  @Post(':id/re-evaluation')
  @HttpCode(200)
  reEvaluate(@Who() actor: Actor, @Param('id') id: string): Promise<ReEvaluation> {
    return this.submissions.reEvaluate(actor, id);
  }
}

/** The version goes out as the tag that a correction sends back in `If-Match`. */
function told(submission: Submission, reply: FastifyReply): Submission {
  reply.header('etag', `"${submission.version}"`);
  return submission;
}
