/** Owns the rows of accounts. */
import { Injectable } from '@nestjs/common';
import type { Assignment } from '@yimen/contracts';
import { IsNull, Not } from 'typeorm';
import { below, type Scope } from '../areas/scope.js';
import { findRow } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { AccountEntity } from './account.entity.js';
import type { StoredAccount } from './account.js';

@Injectable()
export class AccountRepository {
  async byName(transaction: Transaction, name: string): Promise<StoredAccount | undefined> {
    const row = await findRow(transaction, AccountEntity, { name: String(name) });
    return row ? stored(row) : undefined;
  }

  /** The same, held until the transaction ends. */
  async holdByName(transaction: Transaction, name: string): Promise<StoredAccount | undefined> {
    return hold(transaction, { name: String(name) });
  }

  async holdById(transaction: Transaction, id: string): Promise<StoredAccount | undefined> {
    return hold(transaction, { id: String(id) });
  }

  async holdByPerson(transaction: Transaction, person: string): Promise<StoredAccount | undefined> {
    return hold(transaction, { person: String(person) });
  }

  async holdBySubject(transaction: Transaction, issuer: string, subject: string): Promise<StoredAccount | undefined> {
    return hold(transaction, { issuer: String(issuer), subject: String(subject) });
  }

  async byId(transaction: Transaction, id: string): Promise<StoredAccount | undefined> {
    const row = await findRow(transaction, AccountEntity, { id: String(id) });
    return row ? stored(row) : undefined;
  }

  async byInvitation(transaction: Transaction, invitation: string): Promise<StoredAccount | undefined> {
    const row = await transaction.findOne(AccountEntity, { where: { invitation: String(invitation) } });
    return row ? stored(row) : undefined;
  }

  /** Those that belong to a scope, by name. */
  async list(transaction: Transaction, scope: Scope, after: string, limit: number): Promise<StoredAccount[]> {
    const rows = await below(transaction.createQueryBuilder(AccountEntity, 'account'), scope)
      .andWhere('account.name > :after', { after: String(after) })
      .orderBy('account.name', 'ASC')
      .take(Number(limit))
      .getMany();
    return rows.map(stored);
  }

  async any(transaction: Transaction): Promise<boolean> {
    return transaction.exists(AccountEntity);
  }

  async anyUsable(transaction: Transaction): Promise<boolean> {
    return transaction.exists(AccountEntity, { where: { passwordHash: Not(IsNull()), disabled: 0 } });
  }

  async insert(transaction: Transaction, account: StoredAccount): Promise<void> {
    await transaction.insert(AccountEntity, rowOf(account));
  }

  async update(transaction: Transaction, account: StoredAccount): Promise<void> {
    const { id, ...row } = rowOf(account);
    await transaction.update(AccountEntity, { id }, row);
  }
}

async function hold(
  transaction: Transaction,
  key: Parameters<typeof findRow<AccountEntity>>[2],
): Promise<StoredAccount | undefined> {
  const row = await findRow(transaction, AccountEntity, key, true);
  return row ? stored(row) : undefined;
}

const rowOf = ({ assignments, disabled, ...rest }: StoredAccount) => ({
  ...rest,
  assignments: JSON.stringify(assignments),
  disabled: disabled ? 1 : 0,
});

const stored = ({ assignments, disabled, ...rest }: AccountEntity): StoredAccount => ({
  ...rest,
  assignments: JSON.parse(assignments) as Assignment[],
  disabled: disabled === 1,
});
