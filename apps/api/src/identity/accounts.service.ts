/** Owns accounts: inviting people, their roles and areas, disabling, resetting. */
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '@yimen/config';
import {
  type AccountChange,
  type AccountCreation,
  type AccountPage,
  type AuditAction,
  type Invited,
  type PageQuery,
  personalWithin,
} from '@yimen/contracts';
import { AuditTrail, type Doer } from '../audit/audit-trail.service.js';
import { isDuplicate } from '../database/driver-error.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { cursorOf, positionOf } from '../http/cursor.js';
import { Refusal, stale } from '../refusal.js';
import type { StoredAccount } from './account.js';
import { toAccount } from './account.mapper.js';
import { AccountRepository } from './account.repository.js';
import { aboutOthers, actionOf, changed, checkRoles, takesAway } from './account-change.js';
import { AccountScope } from './account-scope.service.js';
import { newAccount, newInvitation } from './invitation.js';
import { SessionRepository } from './session.repository.js';

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
    const found = await this.unitOfWork.read((transaction) => this.accounts.list(transaction, scope, after, limit + 1));
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map(toAccount), next: last && found.length > limit ? cursorOf(last.name) : null };
  }

  any(): Promise<boolean> {
    return this.unitOfWork.run((transaction) => this.accounts.any(transaction));
  }

  /** Invites somebody; the same request again gives the account without a second link. */
  async create(
    by: Doer,
    name: string,
    { title, assignments }: AccountCreation,
  ): Promise<Invited & { readonly created: boolean }> {
    checkName(name);
    checkRoles(assignments);
    const area = await this.scope.areaOf(by, assignments);
    const invitation = newInvitation();
    const made = { ...newAccount(name, title, invitation), assignments, area };
    return this.unitOfWork.run(async (transaction) => {
      const there = await this.accounts.byName(transaction, name);
      if (!there) {
        await this.accounts.insert(transaction, made);
        this.record(transaction, by, 'account-invited', made);
        return { account: toAccount(made), link: invitation.link, created: true };
      }
      const same = there.title === title && canonicalJson(there.assignments) === canonicalJson(assignments);
      if (!same) throw taken(name);
      return { account: toAccount(there), link: null, created: false };
    });
  }

  /** Changes the version of an account that the change was made on. */
  async change(by: Doer, name: string, version: number, change: AccountChange): Promise<Invited> {
    const known = await this.unitOfWork.run((transaction) => this.accounts.byName(transaction, name));
    if (!known) throw unknown(name);
    await this.scope.check(by, known);
    if (by?.account.id === known.id && aboutOthers.has(change.kind)) throw own();
    if (change.kind === 'assign') checkRoles(change.assignments);
    const area = change.kind === 'assign' ? await this.scope.areaOf(by, change.assignments) : known.area;
    const applied = this.unitOfWork.run(async (transaction) => {
      if (takesAway.has(change.kind)) await this.holdDoer(transaction, by);
      const account = await this.accounts.holdByName(transaction, name);
      if (known.version !== version || account?.version !== version) throw stale();
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
    const invitation = newInvitation();
    const made = changed(account, change, invitation);
    await this.accounts.update(transaction, made);
    if (change.kind !== 'enable') await this.sessions.endAll(transaction, account.id);
    this.record(transaction, by, actionOf[change.kind], made);
    return { account: toAccount(made), link: change.kind === 'reset' ? invitation.link : null };
  }

  /**
   * Who takes work from others still has their own: of two who shut each other out at once one stays. As nobody shuts
   * themself out, whoever managed accounts somewhere is followed by somebody who does.
   */
  private async holdDoer(transaction: Transaction, by: Doer): Promise<void> {
    if (by === null) return;
    const keepers = await this.accounts.keepers(transaction, true);
    const { id, assignments } = by.account;
    const still = keepers.find((each) => each.id === id && !each.disabled);
    if (still === undefined || canonicalJson(still.assignments) !== canonicalJson(assignments)) throw shutOut();
  }

  private record(transaction: Transaction, by: Doer, action: AuditAction, account: StoredAccount): void {
    const { name, area, assignments } = account;
    const told = action === 'account-invited' || action === 'account-assigned';
    const details = told ? { assignments: [...assignments] } : {};
    this.audit.record(transaction, by, { action, subject: { kind: 'account', id: name }, area, details });
  }
}

/** The trail keeps every name. */
function checkName(name: string): void {
  const issues = personalWithin(name).map(
    (said) => ({ severity: 'error', document: 'parameters', pointer: '/name', ...said }) as const,
  );
  if (issues.length > 0) throw new Refusal('unacceptable', 'personal-name', personalName, issues);
}

const personalName = {
  zh: '用户名里不能有身份证号码或电话号码',
  en: 'The name of an account holds neither an identity number nor a telephone number',
};

const taken = (name: string): Refusal =>
  new Refusal('conflict', 'account-exists', {
    zh: `已有账号“${name}”，内容不同`,
    en: `The account "${name}" exists already`,
  });

const own = (): Refusal =>
  new Refusal('forbidden', 'own-account', {
    zh: '不能改自己的角色，也不能停用或重设自己的账号，请让另一位系统运维来做',
    en: 'Nobody changes the own roles, nor disables or resets the own account; ask another operator',
  });

const shutOut = (): Refusal =>
  new Refusal('forbidden', 'account-changed', {
    zh: '您的账号刚刚被改过，请重新登录',
    en: 'Your own account was changed just now; sign in again',
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
