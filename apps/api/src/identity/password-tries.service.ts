/** Owns trying passwords: wrong ones lock an account for a while, whether somebody signs in or changes theirs. */
import { Inject, Injectable } from '@nestjs/common';
import type { Doer } from '../audit/audit-trail.service.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { Refusal } from '../refusal.js';
import type { StoredAccount } from './account.js';
import { AccountRepository } from './account.repository.js';
import { IdentityTrail } from './identity-trail.service.js';
import { passwordFits } from './password.js';
import { counted } from './password-lock.js';
import { inLine } from './tries-at-once.js';
import { UnknownNames } from './unknown-names.service.js';
import { UnknownTries } from './unknown-tries.js';

/** What a wrong password is written down as. */
export type Tried = 'sign-in-failed' | 'password-refused';

@Injectable()
export class PasswordTries {
  private readonly strangers = new UnknownTries();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(IdentityTrail) private readonly trail: IdentityTrail,
    @Inject(UnknownNames) private readonly unknown: UnknownNames,
  ) {}

  /** The account that a password opens; refused in the same words whatever is wrong, only a locked one is told so. */
  prove(name: string, password: string, tried: Tried, by: Doer, now: Date): Promise<StoredAccount> {
    return inLine(async () => {
      const account = await this.count(name, now);
      const fits = await passwordFits(account?.passwordHash ?? null, password);
      if (account && fits && !account.disabled) return account;
      await (account ? this.fail(account, tried, by) : this.unknown.tell(now));
      throw wrong();
    });
  }

  /** What was proved, held, its wrong tries forgotten; refused where password or account were taken away meanwhile. */
  async still(transaction: Transaction, proved: StoredAccount): Promise<StoredAccount> {
    const account = await this.accounts.holdById(transaction, proved.id);
    if (!account || account.disabled || account.passwordHash !== proved.passwordHash) throw wrong();
    const cleared = { ...account, failures: 0, lockedUntil: null };
    await this.accounts.update(transaction, cleared);
    return cleared;
  }

  /** Counts a try before it is known to fail, so that tries at once cannot outrun the lock. */
  private async count(name: string, now: Date): Promise<StoredAccount | undefined> {
    const account = await this.unitOfWork.run(async (transaction) => {
      const held = await this.accounts.holdByName(transaction, name);
      if (!held) return undefined;
      const tried = { ...held, ...counted(held, now) };
      await this.accounts.update(transaction, tried);
      return tried;
    });
    // Outside of the transaction, which may run again.
    if (!account) this.strangers.count(name, now);
    return account;
  }

  /** The try that locked an account, and turned out wrong, is the one by which it is locked. */
  private fail(account: StoredAccount, tried: Tried, by: Doer): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      this.trail.record(transaction, by, tried, account);
      if (account.lockedUntil !== null) this.trail.record(transaction, null, 'account-locked', account);
    });
  }
}

const wrong = (): Refusal =>
  new Refusal('unknown-person', 'wrong-password', {
    zh: '用户名或密码不对',
    en: 'The name or the password is wrong',
  });
