/** Owns sessions: opening them, whose they are, ending them. */
import { Inject, Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import type { Actor, StoredAccount, Through } from './account.js';
import { AccountRepository } from './account.repository.js';
import { hasExpired } from './account-password.js';
import { IdentityTrail } from './identity-trail.service.js';
import { SessionRepository, type StoredSession } from './session.repository.js';
import { type SignInRules, signInRules } from './sign-in-rules.js';
import { hashToken, newToken } from './token.js';

const MINUTE = 60_000;

/** A session ends after this long in any case. */
const LONGEST = 12 * 60 * MINUTE;

/** A request within this long of the last one is not written down. */
const TOUCH_EVERY = MINUTE;

export interface Opened {
  readonly token: string;
  readonly actor: Actor;
}

@Injectable()
export class Sessions {
  private readonly rules: SignInRules;

  constructor(
    @Inject(ENVIRONMENT) { passwordRules }: Environment,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(IdentityTrail) private readonly trail: IdentityTrail,
  ) {
    this.rules = signInRules[passwordRules];
  }

  /** Opens a session for somebody who proved to be the holder of an account. */
  async open(transaction: Transaction, account: StoredAccount, through: Through, now: Date): Promise<Opened> {
    const [token, csrf, at] = [newToken(), newToken(), now.toISOString()];
    const session = { id: hashToken(token), account: account.id, csrf, through, openedAt: at, seenAt: at };
    await this.sessions.sweep(transaction, new Date(now.getTime() - LONGEST).toISOString());
    await this.sessions.insert(transaction, session);
    this.trail.record(transaction, { account }, 'session-opened', account, { through });
    return { token, actor: this.actorIn(session, account) };
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
    if (account.disabled || idle > this.rules.idleMinutes * MINUTE || age > LONGEST) {
      await this.unitOfWork.run((transaction) => this.sessions.end(transaction, id));
      return undefined;
    }
    if (idle > TOUCH_EVERY)
      await this.unitOfWork.run((transaction) => this.sessions.touch(transaction, id, now.toISOString()));
    return this.actorIn(session, account);
  }

  async signOut(actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.sessions.end(transaction, actor.session);
      this.trail.record(transaction, actor, 'session-ended', actor.account);
    });
  }

  async signOutEverywhere(actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.sessions.endAll(transaction, actor.account.id);
      this.trail.record(transaction, actor, 'sessions-ended', actor.account);
    });
  }

  /** A password that ends during a session holds until its end: nobody is stopped in the middle of a form. */
  private actorIn({ id, csrf, through, openedAt }: StoredSession, account: StoredAccount): Actor {
    const passwordExpired = through === 'password' && hasExpired(account, this.rules.days, new Date(openedAt));
    return { account, session: id, csrf, through, passwordExpired };
  }
}
