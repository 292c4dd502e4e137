/** Owns which account somebody whom the provider vouches for may sign in to. */
import { Inject, Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import type { StoredAccount } from './account.js';
import { AccountRepository } from './account.repository.js';
import { type Opened, Sessions } from './sessions.service.js';
import { SignInStopped } from './sign-in-stopped.js';

/** Somebody as a provider knows them. */
export interface Person {
  readonly issuer: string;
  /** Unchanging and never given to anybody else, unlike the name. */
  readonly subject: string;
  readonly name: string | undefined;
}

@Injectable()
export class LinkedSignIn {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** Opens a session of the linked account. Passwords and their lock have no part in it. */
  async open(person: Person, now = new Date()): Promise<Opened> {
    return this.unitOfWork.run(async (transaction) => {
      const account = await this.linked(transaction, person);
      if (!account) throw new SignInStopped('unlinked-person');
      if (account.disabled) throw new SignInStopped('account-disabled');
      const { issuer, subject } = person;
      const pinned = { ...account, issuer, subject };
      if (account.subject === null) await this.accounts.update(transaction, pinned);
      return this.sessions.open(transaction, pinned, 'provider', now);
    });
  }

  /** By the person themself; by their name alone while nobody has signed in with it. */
  private async linked(
    transaction: Transaction,
    { issuer, subject, name }: Person,
  ): Promise<StoredAccount | undefined> {
    const known = await this.accounts.holdBySubject(transaction, issuer, subject);
    // MySQL takes texts for the same that differ in spaces at their end.
    if (known) return known.issuer === issuer && known.subject === subject ? known : undefined;
    if (name === undefined) return undefined;
    const named = await this.accounts.holdByPerson(transaction, name);
    return named?.person === name && named.subject === null ? named : undefined;
  }
}
