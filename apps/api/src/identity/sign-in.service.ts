/** Owns signing in by name and password. */
import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { PasswordTries } from './password-tries.service.js';
import { type Opened, Sessions } from './sessions.service.js';

@Injectable()
export class SignInService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PasswordTries) private readonly tries: PasswordTries,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async signIn(name: string, password: string, now = new Date()): Promise<Opened> {
    const proved = await this.tries.prove(name, password, 'sign-in-failed', null, now);
    return this.unitOfWork.run(async (transaction) => {
      const account = await this.tries.still(transaction, proved);
      return this.sessions.open(transaction, account, 'password', now);
    });
  }
}
