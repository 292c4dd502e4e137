/** Owns the rows of accounts. */
import { Injectable } from '@nestjs/common';
import type { Assignment } from '@yimen/contracts';
import { type FindOptionsWhere, IsNull, MoreThan, Not } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.js';
import { AccountEntity } from './account.entity.js';
import type { StoredAccount } from './account.js';

@Injectable()
export class AccountRepository {
  async byName(transaction: Transaction, name: string): Promise<StoredAccount | undefined> {
    const row = await transaction.findOne(AccountEntity, { where: { name: String(name) } });
    return row ? stored(row) : undefined;
  }

  /** The same, held until the transaction ends. SQLite's transactions stand in line as it is. */
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
    const row = await transaction.findOne(AccountEntity, { where: { id: String(id) } });
    return row ? stored(row) : undefined;
  }

  async byInvitation(transaction: Transaction, invitation: string): Promise<StoredAccount | undefined> {
    const row = await transaction.findOne(AccountEntity, { where: { invitation: String(invitation) } });
    return row ? stored(row) : undefined;
  }

  /** By name. */
  async list(transaction: Transaction, after: string, limit: number): Promise<StoredAccount[]> {
    const rows = await transaction.find(AccountEntity, {
      where: { name: MoreThan(String(after)) },
      order: { name: 'ASC' },
      take: Number(limit),
    });
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
  where: FindOptionsWhere<AccountEntity>,
): Promise<StoredAccount | undefined> {
  const onMysql = transaction.connection.options.type === 'mysql';
  const lock = onMysql && { lock: { mode: 'pessimistic_write' as const } };
  const row = await transaction.findOne(AccountEntity, { where, ...lock });
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
