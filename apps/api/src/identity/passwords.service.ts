/** Owns choosing passwords: by a one-time link, or by who knows the present one. */
import { Inject, Injectable } from '@nestjs/common';
import type { Issue } from '@yimen/config';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { Refusal } from '../refusal.js';
import type { Actor, StoredAccount } from './account.js';
import { AccountRepository } from './account.repository.js';
import { usedBefore, withPassword } from './account-password.js';
import { IdentityTrail } from './identity-trail.service.js';
import { hashPassword } from './password.js';
import { passwordIssues, usedIssue } from './password-rules.js';
import { PasswordTries } from './password-tries.service.js';
import { SessionRepository } from './session.repository.js';
import { type SignInRules, signInRules } from './sign-in-rules.js';
import { hashToken } from './token.js';

@Injectable()
export class Passwords {
  private readonly rules: SignInRules;

  constructor(
    @Inject(ENVIRONMENT) { passwordRules }: Environment,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(PasswordTries) private readonly tries: PasswordTries,
    @Inject(IdentityTrail) private readonly trail: IdentityTrail,
  ) {
    this.rules = signInRules[passwordRules];
  }

  /** Changes the own password; every other session of the account ends. */
  async change(actor: Actor, current: string, next: string, now = new Date()): Promise<void> {
    const { name } = actor.account;
    const proved = await this.tries.prove(name, current, 'password-refused', actor, now);
    await this.unitOfWork.run((transaction) => this.tries.still(transaction, proved));
    const passwordHash = await this.hashGood(next, proved, '/next');
    await this.unitOfWork.run(async (transaction) => {
      const account = await this.tries.still(transaction, proved);
      await this.accounts.update(transaction, withPassword(account, passwordHash, now));
      await this.sessions.endAll(transaction, account.id, actor.session);
      this.trail.record(transaction, actor, 'password-changed', account);
    });
  }

  /** Sets the password of an account by its one-time link, which then is spent. */
  async welcome(token: string, password: string, now = new Date()): Promise<void> {
    const invitation = hashToken(token);
    const found = await this.unitOfWork.run((transaction) => this.accounts.byInvitation(transaction, invitation));
    if (!found || !isOpen(found, now)) throw noInvitation();
    const passwordHash = await this.hashGood(password, found, '/password');
    await this.unitOfWork.run(async (transaction) => {
      const account = await this.accounts.holdById(transaction, found.id);
      if (account?.invitation !== invitation || !isOpen(account, now)) throw noInvitation();
      await this.accounts.update(transaction, withPassword(account, passwordHash, now));
      await this.sessions.endAll(transaction, account.id);
      this.trail.record(transaction, { account }, 'password-chosen', account);
    });
  }

  /** The hash of a password that the rules take for an account. */
  private async hashGood(password: string, account: StoredAccount, pointer: string): Promise<string> {
    const { remembered } = this.rules;
    const issues = passwordIssues(password, account.name, this.rules, pointer);
    if (await usedBefore(account, password, remembered)) issues.push(usedIssue(this.rules, pointer));
    if (issues.length > 0) throw weak(issues);
    return hashPassword(password);
  }
}

/** A link of a disabled account would lead to a password that opens nothing. */
const isOpen = ({ invitationEnds, disabled }: StoredAccount, now: Date): boolean =>
  !disabled && invitationEnds !== null && invitationEnds >= now.toISOString();

const weak = (issues: readonly Issue[]): Refusal =>
  new Refusal(
    'unacceptable',
    'weak-password',
    { zh: '密码不够安全，请按提示修改', en: 'The password is not safe enough; see the issues' },
    issues,
  );

const noInvitation = (): Refusal =>
  new Refusal('not-found', 'unknown-invitation', {
    zh: '链接已用过或已过期，请让管理员重新发一个',
    en: 'The link was used or has ended; ask for a new one',
  });
