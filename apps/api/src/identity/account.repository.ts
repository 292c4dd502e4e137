/** Owns the rows of accounts. */
import { Injectable } from '@nestjs/common';
import { type Assignment, permissions } from '@yimen/contracts';
import { Brackets } from 'typeorm';
import { below, type Scope } from '../areas/scope.js';
import { findRow } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { AccountEntity } from './account.entity.js';
import { mayDo, type StoredAccount } from './account.js';

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

  /** Whoever may manage accounts; `held`, in one order, until the transaction ends: who changes them stands in line. */
  async keepers(transaction: Transaction, held = false): Promise<StoredAccount[]> {
    const query = transaction.createQueryBuilder(AccountEntity, 'account').where(holdingOneOf(KEEPERS));
    if (held && transaction.connection.options.type === 'mysql') query.setLock('pessimistic_write');
    const rows = await query.orderBy('account.id', 'ASC').getMany();
    return rows.map(stored).filter((account) => mayDo(account, 'manage-accounts'));
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

const KEEPERS = permissions['manage-accounts'];

/** By the text that assignments are kept as; it may find somebody more. */
const holdingOneOf = (names: readonly string[]): Brackets =>
  new Brackets((query) => {
    for (const [index, name] of names.entries())
      query.orWhere(`account.assignments LIKE :role${index}`, { [`role${index}`]: `%"${name}"%` });
  });

const rowOf = ({ assignments, disabled, earlierPasswords, ...rest }: StoredAccount) => ({
  ...rest,
  assignments: JSON.stringify(assignments),
  disabled: disabled ? 1 : 0,
  earlierPasswords: JSON.stringify(earlierPasswords),
});

const stored = ({ assignments, disabled, earlierPasswords, ...rest }: AccountEntity): StoredAccount => ({
  ...rest,
  assignments: JSON.parse(assignments) as Assignment[],
  disabled: disabled === 1,
  earlierPasswords: JSON.parse(earlierPasswords ?? '[]') as string[],
});
