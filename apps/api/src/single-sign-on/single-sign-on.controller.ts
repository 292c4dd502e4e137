/** Owns the addresses that a browser passes on its way to the provider and back. */
import { Controller, Get, Inject, Query, Redirect, Req, Res } from '@nestjs/common';
import { type ProviderAnswer, providerAnswer, type SingleSignOnQuery, singleSignOnQuery } from '@yimen/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { giveToken } from '../identity/session-cookie.js';
import { newToken } from '../identity/token.js';
import { browserIn, giveBrowser } from './browser-cookie.js';
import { type Passage, SingleSignOn, UNDER_WAY } from './single-sign-on.service.js';

@Controller('api/v1/session/oidc')
export class SingleSignOnController {
  constructor(@Inject(SingleSignOn) private readonly service: SingleSignOn) {}

  /** Pages of one browser may sign in at the same time. */
  @Get()
  @Redirect()
  begin(
    @Query({ schema: singleSignOnQuery }) { page }: SingleSignOnQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Passage> {
    const browser = browserIn(request) ?? newToken();
    giveBrowser(request, reply, browser, UNDER_WAY);
    return this.service.begin(browser, page);
  }

  @Get('callback')
  @Redirect()
  async finish(
    @Query({ schema: providerAnswer }) answer: ProviderAnswer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Passage> {
    const passage = await this.service.finish(browserIn(request), answer, request.url.replace(/^[^?]*\??/u, ''));
    if (passage.token) giveToken(request, reply, passage.token);
    return { url: passage.url };
  }

  @Get('end')
  @Redirect()
  end(): Promise<Passage> {
    return this.service.leave();
  }
}
