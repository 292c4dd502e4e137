/** Owns what the identity feature consists of: accounts, sessions, and the guard before every address. */
import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AreasModule } from '../areas/areas.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { AccessGuard } from './access.guard.js';
import { AccountRepository } from './account.repository.js';
import { AccountScope } from './account-scope.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { FirstOperator } from './first-operator.service.js';
import { IdentityController } from './identity.controller.js';
import { IdentityTrail } from './identity-trail.service.js';
import { LinkedSignIn } from './linked-sign-in.service.js';
import { OperatorInvitation } from './operator-invitation.service.js';
import { PasswordTries } from './password-tries.service.js';
import { Passwords } from './passwords.service.js';
import { SampleAccounts } from './sample-accounts.service.js';
import { SessionRepository } from './session.repository.js';
import { Sessions } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { UnknownNames } from './unknown-names.service.js';

@Module({
  imports: [DatabaseModule, AreasModule, AuditModule],
  controllers: [IdentityController, AccountsController],
  providers: [
    SignInService,
    Sessions,
    Passwords,
    PasswordTries,
    UnknownNames,
    IdentityTrail,
    LinkedSignIn,
    AccountsService,
    AccountRepository,
    AccountScope,
    SessionRepository,
    SampleAccounts,
    FirstOperator,
    OperatorInvitation,
    AccessGuard,
    { provide: APP_GUARD, useExisting: AccessGuard },
  ],
  exports: [LinkedSignIn],
})
export class IdentityModule implements OnApplicationBootstrap {
  constructor(@Inject(SampleAccounts) private readonly samples: SampleAccounts) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.samples.make();
  }
}
