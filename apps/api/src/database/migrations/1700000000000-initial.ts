/** Owns the first schema: published editions, submissions, idempotency keys. */
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnsFor } from './column.js';
import { addTable } from './step.js';

export class Initial1700000000000 implements MigrationInterface {
  readonly name = 'Initial1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await addTable(runner, editionVersions(runner));
    await addTable(runner, submissions(runner));
    await addTable(runner, idempotencyKeys(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['idempotency_key', 'submission', 'edition_version']) await runner.dropTable(table);
  }
}

function editionVersions(runner: QueryRunner): Table {
  const { integer, text, json, instant, day } = columnsFor(runner);
  return new Table({
    name: 'edition_version',
    columns: [
      text('edition', 200, { isPrimary: true }),
      { ...integer('version'), isPrimary: true },
      text('hash', 64),
      json('documents'),
      instant('published_at'),
      day('effective_from'),
    ],
    indices: [{ name: 'edition_version_hash', columnNames: ['edition', 'hash'] }],
  });
}

function submissions(runner: QueryRunner): Table {
  const { key, text, json, instant, day } = columnsFor(runner);
  return new Table({
    name: 'submission',
    columns: [
      key('sequence'),
      text('id', 36),
      text('edition', 200),
      text('hash', 64),
      json('facts'),
      json('outcome'),
      day('accepted_on'),
      day('due_on', { isNullable: true }),
      instant('submitted_at'),
    ],
    indices: [
      { name: 'submission_id', columnNames: ['id'], isUnique: true },
      { name: 'submission_edition', columnNames: ['edition', 'sequence'] },
    ],
  });
}

function idempotencyKeys(runner: QueryRunner): Table {
  const { text, instant } = columnsFor(runner);
  return new Table({
    name: 'idempotency_key',
    columns: [
      text('key', 100, { isPrimary: true }),
      text('request_hash', 64),
      text('submission_id', 36),
      instant('created_at'),
    ],
    foreignKeys: [
      {
        name: 'idempotency_key_submission',
        columnNames: ['submission_id'],
        referencedTableName: 'submission',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
      },
    ],
  });
}
