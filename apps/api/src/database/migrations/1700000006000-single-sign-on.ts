/** Owns the schema of signing in through a provider: whom an account is linked to, and sign-ins under way. */
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { columnsFor } from './column.js';
import { addColumn, addIndex, addTable } from './step.js';

const account = ['person', 'issuer', 'subject'] as const;

export class SingleSignOn1700000006000 implements MigrationInterface {
  readonly name = 'SingleSignOn1700000006000';

  async up(runner: QueryRunner): Promise<void> {
    const { text } = columnsFor(runner);
    const lengths = { person: 200, issuer: 300, subject: 255 };
    for (const name of account)
      await addColumn(runner, 'account', new TableColumn(text(name, lengths[name], { isNullable: true })));
    for (const index of indices) await addIndex(runner, 'account', new TableIndex(index));
    await addColumn(runner, 'session', new TableColumn(text('through', 10, { default: "'password'" })));
    await addTable(runner, pendingSignIns(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('pending_sign_in');
    await runner.dropColumn('session', 'through');
    for (const { name } of indices) await runner.dropIndex('account', name);
    for (const name of account) await runner.dropColumn('account', name);
  }
}

/** One person, one account. */
const indices = [
  { name: 'account_person', columnNames: ['person'], isUnique: true },
  { name: 'account_subject', columnNames: ['issuer', 'subject'], isUnique: true },
];

function pendingSignIns(runner: QueryRunner): Table {
  const { text, instant } = columnsFor(runner);
  return new Table({
    name: 'pending_sign_in',
    columns: [
      text('id', 64, { isPrimary: true }),
      text('browser', 64),
      text('nonce', 100),
      text('verifier', 128),
      text('page', 2000),
      instant('ends_at'),
    ],
    indices: [{ name: 'pending_sign_in_ends', columnNames: ['ends_at'] }],
  });
}
