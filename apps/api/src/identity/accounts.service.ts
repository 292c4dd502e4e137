/** Owns accounts: inviting people, their roles and areas, disabling, resetting. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '@yimen/config';
import type {
  Account,
  AccountChange,
  AccountCreation,
  AccountPage,
  AuditAction,
  Invited,
  PageQuery,
} from '@yimen/contracts';
import { AuditTrail, type Doer } from '../audit/audit-trail.service.js';
import { isDuplicate } from '../database/driver-error.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { cursorOf, positionOf } from '../http/cursor.js';
import { Refusal } from '../refusal.js';
import type { StoredAccount } from './account.js';
import { AccountRepository } from './account.repository.js';
import { AccountScope } from './account-scope.service.js';
import { SessionRepository } from './session.repository.js';
import { hashToken, newToken } from './token.js';

/** A one-time link is good for this long. */
const INVITED_FOR = 7 * 24 * 3600_000;

@Injectable()
export class AccountsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(AccountScope) private readonly scope: AccountScope,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  async list(by: Doer, { cursor, limit }: PageQuery): Promise<AccountPage> {
    const scope = await this.scope.managing(by);
    const after = cursor === undefined ? '' : positionOf(cursor);
    const found = await this.unitOfWork.run((transaction) => this.accounts.list(transaction, scope, after, limit + 1));
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map(toAccount), next: last && found.length > limit ? cursorOf(last.name) : null };
  }

  any(): Promise<boolean> {
    return this.unitOfWork.run((transaction) => this.accounts.any(transaction));
  }

  /** Whether anybody can sign in. */
  anyUsable(): Promise<boolean> {
    return this.unitOfWork.run((transaction) => this.accounts.anyUsable(transaction));
  }

  /** Invites somebody; the same request again gives the account without a second link. */
  async create(
    by: Doer,
    name: string,
    { title, assignments }: AccountCreation,
  ): Promise<Invited & { readonly created: boolean }> {
    const area = await this.scope.areaOf(by, assignments);
    const { token, ...invitation } = invite();
    const made = { id: randomUUID(), name, title, assignments, area, passwordHash: null, ...fresh, ...invitation };
    return this.unitOfWork.run(async (transaction) => {
      const there = await this.accounts.byName(transaction, name);
      if (!there) {
        await this.accounts.insert(transaction, made);
        this.record(transaction, by, 'account-invited', made);
        return { account: toAccount(made), link: linkOf(token), created: true };
      }
      const same = there.title === title && canonicalJson(there.assignments) === canonicalJson(assignments);
      if (!same) throw taken(name);
      return { account: toAccount(there), link: null, created: false };
    });
  }

  async change(by: Doer, name: string, change: AccountChange): Promise<Invited> {
    const known = await this.unitOfWork.run((transaction) => this.accounts.byName(transaction, name));
    if (!known) throw unknown(name);
    await this.scope.check(by, known);
    const area = change.kind === 'assign' ? await this.scope.areaOf(by, change.assignments) : known.area;
    const applied = this.unitOfWork.run(async (transaction) => {
      const account = await this.accounts.holdByName(transaction, name);
      if (account?.area !== known.area) throw changedMeanwhile();
      return this.apply(transaction, by, { ...account, area }, change);
    });
    return applied.catch((error) => {
      throw change.kind === 'link' && isDuplicate(error) ? personTaken(change.person) : error;
    });
  }

  /** What was changed holds at once: who may do less, or nothing, is signed out. */
  private async apply(
    transaction: Transaction,
    by: Doer,
    account: StoredAccount,
    change: AccountChange,
  ): Promise<Invited> {
    const { token, ...invitation } = invite();
    const changed: StoredAccount = {
      assign: { ...account, assignments: change.kind === 'assign' ? change.assignments : account.assignments },
      disable: { ...account, disabled: true },
      enable: { ...account, disabled: false },
      reset: { ...account, passwordHash: null, failures: 0, lockedUntil: null, ...invitation },
      // Linking anew, be it to the same name, forgets who it was.
      link: { ...account, person: change.kind === 'link' ? change.person : null, issuer: null, subject: null },
    }[change.kind];
    await this.accounts.update(transaction, changed);
    if (change.kind !== 'enable') await this.sessions.endAll(transaction, account.id);
    this.record(transaction, by, actionOf[change.kind], changed);
    return { account: toAccount(changed), link: change.kind === 'reset' ? linkOf(token) : null };
  }

  private record(transaction: Transaction, by: Doer, action: AuditAction, account: StoredAccount): void {
    const { name, area, assignments } = account;
    const told = action === 'account-invited' || action === 'account-assigned';
    const details = told ? { assignments: [...assignments] } : {};
    this.audit.record(transaction, by, { action, subject: { kind: 'account', id: name }, area, details });
  }
}

const actionOf: Readonly<Record<AccountChange['kind'], AuditAction>> = {
  assign: 'account-assigned',
  disable: 'account-disabled',
  enable: 'account-enabled',
  reset: 'account-reset',
  link: 'account-linked',
};

const fresh = {
  disabled: false,
  failures: 0,
  lockedUntil: null,
  person: null,
  issuer: null,
  subject: null,
} as const;

function invite(): { token: string; invitation: string; invitationEnds: string } {
  const token = newToken();
  return { token, invitation: hashToken(token), invitationEnds: new Date(Date.now() + INVITED_FOR).toISOString() };
}

/** The page at which a password is chosen; the token stands behind `#`, which no server or proxy sees. */
const linkOf = (token: string): string => `/welcome#${token}`;

export const toAccount = ({ id, name, title, assignments, disabled, person }: StoredAccount): Account => ({
  id,
  name,
  title,
  assignments: [...assignments],
  disabled,
  person,
});

const taken = (name: string): Refusal =>
  new Refusal('conflict', 'account-exists', {
    zh: `已有账号“${name}”，内容不同`,
    en: `The account "${name}" exists already`,
  });

const changedMeanwhile = (): Refusal =>
  new Refusal('conflict', 'changed-meanwhile', {
    zh: '别人刚改过这个账号，请刷新后再试',
    en: 'The account was changed meanwhile; load it again',
  });

const personTaken = (person: string | null): Refusal =>
  new Refusal('conflict', 'person-linked', {
    zh: `“${person}”已关联另一个账号，请先解除`,
    en: `"${person}" is linked to another account; unlink it first`,
  });

const unknown = (name: string): Refusal =>
  new Refusal('not-found', 'unknown-account', {
    zh: `没有账号“${name}”，请核对`,
    en: `There is no account "${name}"; check it`,
  });
