/** Owns the area of a submission. Those stored before areas existed have none. */
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { columnsFor } from './column.js';
import { addColumn, addIndex } from './step.js';

export class SubmissionArea1700000003000 implements MigrationInterface {
  readonly name = 'SubmissionArea1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'submission', new TableColumn(columnsFor(runner).text('area', 60, { isNullable: true })));
    await addIndex(
      runner,
      'submission',
      new TableIndex({ name: 'submission_area', columnNames: ['area', 'sequence'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('submission', 'submission_area');
    await runner.dropColumn('submission', 'area');
  }
}
