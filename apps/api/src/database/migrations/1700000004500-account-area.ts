/** Owns the area to which an account belongs. Those made before have none: they belong to whoever has a whole tree. */
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnsFor } from './column.js';
import { addColumn } from './step.js';

export class AccountArea1700000004500 implements MigrationInterface {
  readonly name = 'AccountArea1700000004500';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'account', new TableColumn(columnsFor(runner).text('area', 60, { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('account', 'area');
  }
}
