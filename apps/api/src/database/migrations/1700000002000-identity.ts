/** Owns the schema of accounts and sessions. */
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnsFor } from './column.js';
import { addTable } from './step.js';

export class Identity1700000002000 implements MigrationInterface {
  readonly name = 'Identity1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await addTable(runner, accounts(runner));
    await addTable(runner, sessions(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['session', 'account']) await runner.dropTable(table);
  }
}

function accounts(runner: QueryRunner): Table {
  const { integer, text, json, instant } = columnsFor(runner);
  return new Table({
    name: 'account',
    columns: [
      text('id', 36, { isPrimary: true }),
      text('name', 60),
      text('title', 100),
      text('password_hash', 200, { isNullable: true }),
      json('assignments'),
      integer('disabled'),
      integer('failures'),
      { ...instant('locked_until'), isNullable: true },
      text('invitation', 64, { isNullable: true }),
      { ...instant('invitation_ends'), isNullable: true },
    ],
    indices: [
      { name: 'account_name', columnNames: ['name'], isUnique: true },
      { name: 'account_invitation', columnNames: ['invitation'], isUnique: true },
    ],
  });
}

function sessions(runner: QueryRunner): Table {
  const { text, instant } = columnsFor(runner);
  return new Table({
    name: 'session',
    columns: [
      text('id', 64, { isPrimary: true }),
      text('account_id', 36),
      text('csrf', 64),
      instant('opened_at'),
      instant('seen_at'),
    ],
    indices: [
      { name: 'session_account', columnNames: ['account_id'] },
      { name: 'session_opened', columnNames: ['opened_at'] },
    ],
    foreignKeys: [
      {
        name: 'session_account_fk',
        columnNames: ['account_id'],
        referencedTableName: 'account',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
      },
    ],
  });
}
