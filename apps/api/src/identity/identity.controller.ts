/** Owns the addresses of one's own session and password. */
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  type PasswordChange,
  passwordChange,
  type Session,
  type SignIn,
  signIn,
  type Welcome,
  welcome,
} from '@yimen/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import type { Actor } from './account.js';
import { toAccount } from './account.mapper.js';
import { Passwords } from './passwords.service.js';
import { providerAddresses } from './provider-addresses.js';
import { SampleAccounts } from './sample-accounts.service.js';
import { giveToken, takeToken } from './session-cookie.js';
import { Sessions } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@Controller('api/v1')
export class IdentityController {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(SignInService) private readonly service: SignInService,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SampleAccounts) private readonly samples: SampleAccounts,
  ) {}

  @Get('session')
  session(@Req() { actor }: FastifyRequest): Session {
    return this.tell(actor);
  }

  @Post('session')
  @HttpCode(200)
  async signIn(
    @Body({ schema: signIn }) { name, password }: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const { token, actor } = await this.service.signIn(name, password);
    giveToken(request, reply, token);
    return this.tell(actor);
  }

  @Delete('session')
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    if (request.actor) await this.sessions.signOut(request.actor);
    takeToken(request, reply);
    return this.tell(undefined);
  }

  @Delete('sessions')
  async signOutEverywhere(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    if (request.actor) await this.sessions.signOutEverywhere(request.actor);
    takeToken(request, reply);
    return this.tell(undefined);
  }

  @Post('password')
  @HttpCode(200)
  async changePassword(
    @Body({ schema: passwordChange }) { current, next }: PasswordChange,
    @Req() { actor }: FastifyRequest,
  ): Promise<object> {
    if (actor) await this.passwords.change(actor, current, next);
    return {};
  }

  @Post('welcome')
  @HttpCode(200)
  async welcome(@Body({ schema: welcome }) { token, password }: Welcome): Promise<object> {
    await this.passwords.welcome(token, password);
    return {};
  }

  private tell(actor: Actor | undefined): Session {
    const { singleSignOn } = this.environment;
    const addresses = singleSignOn && providerAddresses(singleSignOn);
    return {
      account: actor ? toAccount(actor.account) : null,
      csrf: actor?.csrf ?? null,
      passwordExpired: actor?.passwordExpired ?? false,
      samples: actor ? [] : this.samples.shown(),
      provider: addresses && singleSignOn ? { name: singleSignOn.name, address: addresses.begin } : null,
      leave: addresses && actor?.through === 'provider' ? addresses.end : null,
    };
  }
}
