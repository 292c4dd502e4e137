/** Owns the operator's command for who cannot sign in any more, or not yet: a one-time link for an operator. */
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Environment } from '../env/environment.js';
import { environmentModule } from '../env/environment.module.js';
import { OPERATOR } from '../identity/first-operator.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OperatorInvitation } from '../identity/operator-invitation.service.js';
import type { Command } from './command.js';

@Module({ imports: [IdentityModule] })
class InvitingModule {}

export const inviteOperator: Command = {
  name: 'invite-operator',
  parameters: [],
  optional: ['name'],
  help: {
    zh: '打印系统运维的一次性链接：没有这个账号就建立，停用的启用，原密码和统一身份认证的关联作废；服务不必停',
    en: 'prints a one-time link for an operator: makes or enables the account, its password and its single sign-on end; servers may run',
  },
  run: async (environment, [name = OPERATOR]) => {
    const module = { module: InvitingModule, imports: [environmentModule({ ...environment, sampleData: false })] };
    const context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    try {
      const link = addressOf(environment) + (await context.get(OperatorInvitation).invite(name));
      return {
        zh: `账号“${name}”，请在 7 天内打开并设置密码，只能用一次：\n${link}`,
        en: `for the account "${name}": open it within 7 days and choose a password; it works once`,
      };
    } finally {
      await context.close();
    }
  },
};

/** Where people reach the server, as far as it is known here. */
const addressOf = ({ singleSignOn, host, port }: Environment): string => singleSignOn?.site ?? `http://${host}:${port}`;
