/** Owns the way in for whoever runs the server and needs no account for it: an operator, invited by a one-time link. */
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '@yimen/config';
import { type Assignment, type AuditAction, accountName, excludes } from '@yimen/contracts';
import { AreasService } from '../areas/areas.service.js';
import { ShippedAreas } from '../areas/shipped-areas.service.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { Refusal, stale } from '../refusal.js';
import type { StoredAccount } from './account.js';
import { AccountRepository } from './account.repository.js';
import { withoutPassword } from './account-password.js';
import { AccountScope } from './account-scope.service.js';
import { IdentityTrail } from './identity-trail.service.js';
import { newAccount, newInvitation } from './invitation.js';
import { SessionRepository } from './session.repository.js';

const TITLE = '系统运维';
const ROLE = 'operator';

@Injectable()
export class OperatorInvitation {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(AccountScope) private readonly scope: AccountScope,
    @Inject(AreasService) private readonly areas: AreasService,
    @Inject(ShippedAreas) private readonly shipped: ShippedAreas,
    @Inject(IdentityTrail) private readonly trail: IdentityTrail,
  ) {}

  /**
   * Makes an account the operator of everything and returns the path of its one-time link. One that is there is enabled,
   * its password, its link to the provider and its sessions end, and roles that an operator cannot hold are taken from it.
   */
  async invite(name: string): Promise<string> {
    if (!accountName.safeParse(name).success) throw badName(name);
    const known = await this.unitOfWork.run((transaction) => this.accounts.byName(transaction, name));
    const assignments = await this.assignmentsOf(known);
    const area = await this.scope.areaOf(null, assignments);
    const invitation = newInvitation();
    const before = known ?? newAccount(name, TITLE, invitation);
    const opened = { ...withoutPassword(before), ...unlinked, disabled: false };
    const account = { ...opened, assignments, area, ...invitation.kept };
    await this.unitOfWork.run((transaction) => this.store(transaction, known, account));
    return invitation.link;
  }

  /** The role for all areas, beside those that it does not exclude. */
  private async assignmentsOf(known: StoredAccount | undefined): Promise<readonly Assignment[]> {
    await this.shipped.enter();
    const { items } = await this.areas.list({ limit: 200, closed: false });
    const tops = items.filter(({ parent }) => parent === null);
    if (tops.length === 0) throw noAreas();
    const others = (known?.assignments ?? []).filter(({ role }) => role !== ROLE && !excludes(ROLE, role));
    return [...tops.map(({ id }) => ({ role: ROLE, area: id }) as const), ...others];
  }

  private async store(transaction: Transaction, known: StoredAccount | undefined, account: StoredAccount) {
    const { assignments } = account;
    const record = (action: AuditAction, details = {}) =>
      this.trail.record(transaction, null, action, account, details);
    if (!known) {
      await this.accounts.insert(transaction, account);
      record('account-invited', { assignments });
      return;
    }
    const held = await this.accounts.holdById(transaction, known.id);
    if (held?.version !== known.version) throw stale();
    await this.accounts.update(transaction, { ...account, version: known.version + 1 });
    await this.sessions.endAll(transaction, account.id);
    if (known.disabled) record('account-enabled');
    if (canonicalJson(known.assignments) !== canonicalJson(assignments)) record('account-assigned', { assignments });
    if (known.person !== null) record('account-linked');
    record('account-reset');
  }
}

/** Whoever held the account before could otherwise sign in through the provider, as the operator of everything. */
const unlinked = { person: null, issuer: null, subject: null } as const;

const badName = (name: string): Refusal =>
  new Refusal('unacceptable', 'bad-name', {
    zh: `“${name}”不能作用户名，请用小写字母和数字，例如 operator-2`,
    en: `"${name}" is no name of an account; use small letters and digits, for example operator-2`,
  });

const noAreas = (): Refusal =>
  new Refusal('unacceptable', 'no-areas', {
    zh: '没有区域，不能建立运维账号，请在 rules/areas/ 放入区域表',
    en: 'There are no areas and no operator can be made for them; put a table into rules/areas/',
  });
