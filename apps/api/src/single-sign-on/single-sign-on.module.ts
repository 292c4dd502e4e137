/** Owns what signing in through an identity provider consists of. */
import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { PendingSignInRepository } from './pending-sign-in.repository.js';
import { Provider } from './provider.service.js';
import { SingleSignOnController } from './single-sign-on.controller.js';
import { SingleSignOn } from './single-sign-on.service.js';

@Module({
  imports: [DatabaseModule, IdentityModule],
  controllers: [SingleSignOnController],
  providers: [SingleSignOn, Provider, PendingSignInRepository],
})
export class SingleSignOnModule {}
