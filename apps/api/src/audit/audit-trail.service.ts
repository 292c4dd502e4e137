/** Owns writing the audit trail: in the transaction of what was done, as its last act. */
import { Inject, Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../identity/account.js';
import { AuditRepository } from './audit.repository.js';
import { type AuditEvent, bind, type Unbound } from './audit-entry.js';

/** Who did something: an account, or nobody but the system. */
export type Doer = Pick<Actor, 'account'> | null;

@Injectable()
export class AuditTrail {
  private readonly pending = new WeakMap<Transaction, Unbound[]>();

  constructor(
    @Inject(AuditRepository) private readonly entries: AuditRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Writes down what the transaction does. The entries are bound when everything else is done, so that the end of the
   * trail, for which all transactions stand in line, is held for as short as can be.
   */
  record(transaction: Transaction, by: Doer, { action, subject, area = null, details = {} }: AuditEvent): void {
    const actor = by && { id: by.account.id, name: by.account.name };
    const entry = { at: new Date().toISOString(), actor, action, subject, area, details };
    const pending = this.pending.get(transaction);
    if (pending) {
      pending.push(entry);
      return;
    }
    const first = [entry];
    this.pending.set(transaction, first);
    this.unitOfWork.last(transaction, () => this.append(transaction, first));
  }

  private async append(transaction: Transaction, unbound: readonly Unbound[]): Promise<void> {
    let head = await this.entries.head(transaction, true);
    const bound = unbound.map((each) => {
      const entry = bind(head, each);
      head = entry;
      return entry;
    });
    await this.entries.append(transaction, bound, head);
  }
}
