/** Owns signing in and out: passwords, lockout, sessions. */
import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction } from '@yimen/contracts';
import { AuditTrail, type Doer } from '../audit/audit-trail.service.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { Refusal } from '../refusal.js';
import type { Actor, StoredAccount, Through } from './account.js';
import { AccountRepository } from './account.repository.js';
import { hashPassword, passwordFits, passwordIssues } from './password.js';
import { SessionRepository } from './session.repository.js';
import { hashToken, newToken } from './token.js';

const MINUTE = 60_000;

/** Wrong passwords that lock an account, and for how long. */
const MOST_FAILURES = 5;
const LOCKED_FOR = 15 * MINUTE;

/** A session ends after this long without a request, and after this long in any case. */
const IDLE = 30 * MINUTE;
const LONGEST = 12 * 60 * MINUTE;

/** A request within this long of the last one is not written down. */
const TOUCH_EVERY = MINUTE;

export interface Opened {
  readonly token: string;
  readonly actor: Actor;
}

@Injectable()
export class SignInService {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Opens a session, or refuses in the same words whatever is wrong; only a locked account is told so. */
  async signIn(name: string, password: string, now = new Date()): Promise<Opened> {
    const account = await this.attempt(name, now);
    const fits = await passwordFits(account?.passwordHash ?? null, password);
    if (!account || !fits || account.disabled) {
      await this.unitOfWork.run(async (transaction) => this.record(transaction, null, 'sign-in-failed', account));
      throw wrong();
    }
    return this.unitOfWork.run(async (transaction) => {
      await this.change(transaction, account.id, { failures: 0, lockedUntil: null });
      return this.open(transaction, account, 'password', now);
    });
  }

  /** Opens a session for somebody who proved to be the holder of an account. */
  async open(transaction: Transaction, account: StoredAccount, through: Through, now: Date): Promise<Opened> {
    const [token, csrf, at] = [newToken(), newToken(), now.toISOString()];
    const id = hashToken(token);
    await this.sessions.sweep(transaction, new Date(now.getTime() - LONGEST).toISOString());
    await this.sessions.insert(transaction, { id, account: account.id, csrf, through, openedAt: at, seenAt: at });
    this.record(transaction, { account }, 'session-opened', account, { through });
    return { token, actor: { account, session: id, csrf, through } };
  }

  /** Whose session a token is; undefined where it is none, or it ended. */
  async actorOf(token: string, now = new Date()): Promise<Actor | undefined> {
    const id = hashToken(token);
    const found = await this.unitOfWork.read(async (transaction) => {
      const session = await this.sessions.find(transaction, id);
      const account = session && (await this.accounts.byId(transaction, session.account));
      return account && { session, account };
    });
    if (!found) return undefined;
    const { session, account } = found;
    const idle = now.getTime() - Date.parse(session.seenAt);
    const age = now.getTime() - Date.parse(session.openedAt);
    if (account.disabled || idle > IDLE || age > LONGEST) {
      await this.unitOfWork.run((transaction) => this.sessions.end(transaction, id));
      return undefined;
    }
    if (idle > TOUCH_EVERY)
      await this.unitOfWork.run((transaction) => this.sessions.touch(transaction, id, now.toISOString()));
    return { account, session: id, csrf: session.csrf, through: session.through };
  }

  async signOut(actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.sessions.end(transaction, actor.session);
      this.record(transaction, actor, 'session-ended', actor.account);
    });
  }

  async signOutEverywhere(actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.sessions.endAll(transaction, actor.account.id);
      this.record(transaction, actor, 'sessions-ended', actor.account);
    });
  }

  /** Changes the own password; every other session of the account ends. */
  async changePassword(actor: Actor, current: string, next: string): Promise<void> {
    const { account, session } = actor;
    if (!(await passwordFits(account.passwordHash, current))) throw wrong();
    const passwordHash = await this.hashGood(next, account.name);
    await this.unitOfWork.run(async (transaction) => {
      await this.change(transaction, account.id, { passwordHash, failures: 0, lockedUntil: null });
      await this.sessions.endAll(transaction, account.id, session);
      this.record(transaction, actor, 'password-changed', account);
    });
  }

  /** Sets the password of an account by its one-time link, which then is spent. */
  async welcome(token: string, password: string, now = new Date()): Promise<void> {
    const invitation = hashToken(token);
    const found = await this.unitOfWork.run((transaction) => this.accounts.byInvitation(transaction, invitation));
    if (!found?.invitationEnds || found.invitationEnds < now.toISOString()) throw noInvitation();
    const passwordHash = await this.hashGood(password, found.name);
    await this.unitOfWork.run(async (transaction) => {
      const still = await this.accounts.byInvitation(transaction, invitation);
      if (!still) throw noInvitation();
      const spent = { passwordHash, invitation: null, invitationEnds: null, failures: 0, lockedUntil: null };
      await this.change(transaction, still.id, spent);
      await this.sessions.endAll(transaction, still.id);
      this.record(transaction, { account: still }, 'password-chosen', still);
    });
  }

  /** Counts a try before it is known to fail, so that tries at once cannot outrun the lock; the last one locks. */
  private attempt(name: string, now: Date): Promise<StoredAccount | undefined> {
    return this.unitOfWork.run(async (transaction) => {
      const account = await this.accounts.holdByName(transaction, name);
      if (!account) return undefined;
      if (account.lockedUntil && account.lockedUntil > now.toISOString()) throw locked();
      const failures = account.lockedUntil ? 1 : account.failures + 1;
      const locks = failures >= MOST_FAILURES;
      const lockedUntil = locks ? new Date(now.getTime() + LOCKED_FOR).toISOString() : null;
      const counted = { ...account, failures, lockedUntil };
      await this.accounts.update(transaction, counted);
      if (locks) this.record(transaction, null, 'account-locked', account);
      return counted;
    });
  }

  /** Whoever has no account is written down as nobody: what they typed may be a password. */
  private record(
    transaction: Transaction,
    by: Doer,
    action: AuditAction,
    account: StoredAccount | undefined,
    details = {},
  ): void {
    const subject = { kind: 'account', id: account?.name ?? '' } as const;
    this.audit.record(transaction, by, { action, subject, area: account?.area ?? null, details });
  }

  private async change(transaction: Transaction, id: string, change: Partial<StoredAccount>): Promise<void> {
    const account = await this.accounts.holdById(transaction, id);
    if (account) await this.accounts.update(transaction, { ...account, ...change });
  }

  private async hashGood(password: string, name: string): Promise<string> {
    const issues = passwordIssues(password, name, this.environment.passwordRules);
    if (issues.length === 0) return hashPassword(password);
    throw new Refusal(
      'unacceptable',
      'weak-password',
      { zh: '密码不够安全，请按提示修改', en: 'The password is not safe enough; see the issues' },
      issues,
    );
  }
}

const wrong = (): Refusal =>
  new Refusal('unknown-person', 'wrong-password', {
    zh: '用户名或密码不对',
    en: 'The name or the password is wrong',
  });

const locked = (): Refusal =>
  new Refusal('too-often', 'account-locked', {
    zh: '密码连续输错，账号已锁定 15 分钟，请稍后再试',
    en: 'Too many wrong passwords: the account is locked for 15 minutes; try again later',
  });

const noInvitation = (): Refusal =>
  new Refusal('not-found', 'unknown-invitation', {
    zh: '链接已用过或已过期，请让管理员重新发一个',
    en: 'The link was used or has ended; ask for a new one',
  });
