/** Owns what each change makes of an account, and what no account can become. */
import { type Issue, pointerTo } from '@yimen/config';
import { type AccountChange, type Assignment, type AuditAction, excludes } from '@yimen/contracts';
import { Refusal } from '../refusal.js';
import type { StoredAccount } from './account.js';
import { withoutPassword } from './account-password.js';
import type { Invitation } from './invitation.js';

type Kind = AccountChange['kind'];

export const actionOf: Readonly<Record<Kind, AuditAction>> = {
  assign: 'account-assigned',
  disable: 'account-disabled',
  enable: 'account-enabled',
  reset: 'account-reset',
  link: 'account-linked',
};

/** The account as a change makes it. */
export function changed(account: StoredAccount, change: AccountChange, { kept }: Invitation): StoredAccount {
  const next = { ...account, version: account.version + 1 };
  switch (change.kind) {
    case 'assign':
      return { ...next, assignments: change.assignments };
    case 'disable':
      return { ...next, disabled: true };
    case 'enable':
      return { ...next, disabled: false };
    case 'reset':
      if (account.disabled) throw disabled();
      return { ...withoutPassword(next), ...kept };
    case 'link':
      // Linking anew, be it to the same name, forgets who it was.
      return { ...next, person: change.person, issuer: null, subject: null };
  }
}

/** What nobody does to the own account: give roles to it or take them, shut it, or get around its password. */
export const aboutOthers: ReadonlySet<Kind> = new Set<Kind>(['assign', 'disable', 'reset']);

/** What may take its work from somebody who manages accounts. */
export const takesAway: ReadonlySet<Kind> = new Set<Kind>(['assign', 'disable']);

/** Refuses roles that nobody holds together. */
export function checkRoles(assignments: readonly Assignment[]): void {
  const issues = assignments.flatMap(({ role }, index): Issue[] => {
    const other = assignments.find((each) => excludes(role, each.role));
    return other === undefined ? [] : [{ ...together, pointer: pointerTo('', 'assignments', index, 'role') }];
  });
  if (issues.length > 0) throw new Refusal('unacceptable', 'incompatible-roles', together.message, issues);
}

const together = {
  code: 'incompatible-roles',
  severity: 'error',
  document: 'input',
  message: {
    zh: '系统运维不能同时办理或查看业务记录，请把这些角色分给不同的账号',
    en: 'The operator of the system sees no records: give these roles to different accounts',
  },
} as const;

const disabled = (): Refusal =>
  new Refusal('conflict', 'account-disabled', {
    zh: '账号已停用，请先启用再重设密码',
    en: 'The account is disabled; enable it before its password is reset',
  });
