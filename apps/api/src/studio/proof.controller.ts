/** Owns the addresses at which a draft is proven, and shown as if it were published. */
import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import {
  type DraftProof,
  draftEvaluatorParams,
  draftFormParams,
  draftParams,
  draftValidatorParams,
  type EditionDetail,
  type FormDetail,
  formQuery,
  type GateRun,
  type LanguageQuery,
  languageQuery,
} from '@yimen/contracts';
import type * as z from 'zod';
import type { Actor } from '../identity/account.js';
import { Who } from '../identity/who.js';
import { DraftPreview } from './draft-preview.service.js';
import { ProofService } from './proof.service.js';
import { PublishGate } from './publish-gate.service.js';

type Of<T extends z.ZodType> = z.output<T>;

/** Named by the hash of its content; what a draft holds is not for every cache on the way. */
const PRIVATE = 'private, max-age=3600, immutable';

@Controller('api/v1/studio/drafts/:id')
export class ProofController {
  constructor(
    @Inject(ProofService) private readonly proof: ProofService,
    @Inject(PublishGate) private readonly gate: PublishGate,
    @Inject(DraftPreview) private readonly preview: DraftPreview,
  ) {}

  @Post('proof')
  @HttpCode(200)
  prove(@Who() actor: Actor, @Param({ schema: draftParams }) { id }: Of<typeof draftParams>): Promise<DraftProof> {
    return this.proof.prove(actor, id);
  }

  @Post('gate')
  @HttpCode(200)
  start(@Who() actor: Actor, @Param({ schema: draftParams }) { id }: Of<typeof draftParams>): Promise<GateRun> {
    return this.gate.start(actor, id);
  }

  @Get('gate')
  last(@Who() actor: Actor, @Param({ schema: draftParams }) { id }: Of<typeof draftParams>): Promise<GateRun | null> {
    return this.gate.last(actor, id);
  }

  @Get('edition')
  detail(@Who() actor: Actor, @Param({ schema: draftParams }) { id }: Of<typeof draftParams>): Promise<EditionDetail> {
    return this.preview.detail(actor, id);
  }

  @Get('evaluator.:hash.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', PRIVATE)
  evaluator(
    @Who() actor: Actor,
    @Param({ schema: draftEvaluatorParams }) { id, hash }: Of<typeof draftEvaluatorParams>,
  ): Promise<string> {
    return this.preview.evaluatorModule(actor, id, hash);
  }

  @Get('forms/:form')
  form(
    @Who() actor: Actor,
    @Param({ schema: draftFormParams }) { id, form }: Of<typeof draftFormParams>,
    @Query({ schema: formQuery }) { lang }: Of<typeof formQuery>,
  ): Promise<FormDetail> {
    return this.preview.form(actor, id, form, lang);
  }

  @Get('forms/:form/validator.:hash.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', PRIVATE)
  validator(
    @Who() actor: Actor,
    @Param({ schema: draftValidatorParams }) { id, form, hash }: Of<typeof draftValidatorParams>,
    @Query({ schema: languageQuery }) { lang }: LanguageQuery,
  ): Promise<string> {
    return this.preview.validatorModule(actor, id, form, lang, hash);
  }
}
