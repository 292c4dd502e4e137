/** Owns what an account keeps of its past: how often it was changed, since when its password holds, earlier ones. */
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnsFor } from './column.js';
import { addColumn } from './step.js';

export class AccountUpkeep1700000009000 implements MigrationInterface {
  readonly name = 'AccountUpkeep1700000009000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns(runner)) await addColumn(runner, 'account', column);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of columns(runner)) await runner.dropColumn('account', name);
  }
}

/** Of accounts made before it is not known since when their passwords hold. */
function columns(runner: QueryRunner): TableColumn[] {
  const { integer, instant, json } = columnsFor(runner);
  return [
    { ...integer('version'), default: 1 },
    { ...instant('password_since'), isNullable: true },
    { ...json('earlier_passwords'), isNullable: true },
  ].map((column) => new TableColumn(column));
}
