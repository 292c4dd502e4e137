/** Owns the addresses of accounts. */
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  type AccountChange,
  type AccountCreation,
  type AccountPage,
  accountChange,
  accountCreation,
  accountParams,
  editHeaders,
  type Invited,
  type PageQuery,
  pageQuery,
} from '@yimen/contracts';
import type { FastifyReply } from 'fastify';
import type * as z from 'zod';
import { parseInput } from '../http/input.pipe.js';
import type { Actor } from './account.js';
import { AccountsService } from './accounts.service.js';
import { Who } from './who.js';

@Controller('api/v1/accounts')
export class AccountsController {
  constructor(@Inject(AccountsService) private readonly accounts: AccountsService) {}

  @Get()
  list(@Who() actor: Actor, @Query({ schema: pageQuery }) query: PageQuery): Promise<AccountPage> {
    return this.accounts.list(actor, query);
  }

  @Put(':name')
  async create(
    @Who() actor: Actor,
    @Param({ schema: accountParams }) { name }: z.output<typeof accountParams>,
    @Body({ schema: accountCreation }) creation: AccountCreation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Invited> {
    const { created, ...invited } = await this.accounts.create(actor, name, creation);
    reply.code(created ? 201 : 200);
    return told(invited, reply);
  }

  @Post(':name/changes')
  @HttpCode(200)
  async change(
    @Who() actor: Actor,
    @Param({ schema: accountParams }) { name }: z.output<typeof accountParams>,
    @Body({ schema: accountChange }) change: AccountChange,
    @Headers() headers: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Invited> {
    const { 'if-match': version } = parseInput(editHeaders, headers, false) as z.output<typeof editHeaders>;
    return told(await this.accounts.change(actor, name, version, change), reply);
  }
}

/** The version goes out as the tag that a change sends back in `If-Match`. */
function told(invited: Invited, reply: FastifyReply): Invited {
  reply.header('etag', `"${invited.account.version}"`);
  return invited;
}
