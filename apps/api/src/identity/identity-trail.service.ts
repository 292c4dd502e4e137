/** Owns writing down what happens to accounts and sessions. */
import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction } from '@yimen/contracts';
import { AuditTrail, type Doer } from '../audit/audit-trail.service.js';
import type { Transaction } from '../database/unit-of-work.js';
import type { StoredAccount } from './account.js';

@Injectable()
export class IdentityTrail {
  constructor(@Inject(AuditTrail) private readonly audit: AuditTrail) {}

  /** Whoever has no account is written down as nobody: what they typed may be a password. */
  record(
    transaction: Transaction,
    by: Doer,
    action: AuditAction,
    account: Pick<StoredAccount, 'name' | 'area'> | undefined,
    details: Readonly<Record<string, unknown>> = {},
  ): void {
    const subject = { kind: 'account', id: account?.name ?? '' } as const;
    this.audit.record(transaction, by, { action, subject, area: account?.area ?? null, details });
  }
}
