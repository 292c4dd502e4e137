/** Owns the schema of sealed personal data, of what records are found by, and of corrected records. */
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { columnsFor } from './column.js';
import { addColumn, addIndex, addTable } from './step.js';

export class PersonalData1700000005000 implements MigrationInterface {
  readonly name = 'PersonalData1700000005000';

  async up(runner: QueryRunner): Promise<void> {
    const { integer, text, json } = columnsFor(runner);
    const columns = [
      { ...json('personal'), isNullable: true },
      text('sealed_by', 8, { isNullable: true }),
      { ...integer('version'), default: 1 },
    ];
    for (const column of columns) await addColumn(runner, 'submission', new TableColumn(column));
    await addIndex(
      runner,
      'submission',
      new TableIndex({ name: 'submission_sealed_by', columnNames: ['sealed_by', 'sequence'] }),
    );
    await addTable(runner, submissionIdentities(runner));
    await addTable(runner, submissionRevisions(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['submission_revision', 'submission_identity']) await runner.dropTable(table);
    await runner.dropIndex('submission', 'submission_sealed_by');
    await runner.dropColumns('submission', ['version', 'sealed_by', 'personal']);
  }
}

const ofSubmission = (table: string) => ({
  name: `${table}_fk`,
  columnNames: ['submission_id'],
  referencedTableName: 'submission',
  referencedColumnNames: ['id'],
  onDelete: 'CASCADE',
});

function submissionIdentities(runner: QueryRunner): Table {
  const { text } = columnsFor(runner);
  return new Table({
    name: 'submission_identity',
    columns: [text('fingerprint', 64, { isPrimary: true }), text('submission_id', 36, { isPrimary: true })],
    indices: [{ name: 'submission_identity_submission', columnNames: ['submission_id'] }],
    foreignKeys: [ofSubmission('submission_identity')],
  });
}

function submissionRevisions(runner: QueryRunner): Table {
  const { integer, text, json, instant, day } = columnsFor(runner);
  return new Table({
    name: 'submission_revision',
    columns: [
      text('submission_id', 36, { isPrimary: true }),
      { ...integer('version'), isPrimary: true },
      json('facts'),
      { ...json('personal'), isNullable: true },
      text('sealed_by', 8),
      json('outcome'),
      day('due_on', { isNullable: true }),
      instant('replaced_at'),
    ],
    foreignKeys: [ofSubmission('submission_revision')],
  });
}
