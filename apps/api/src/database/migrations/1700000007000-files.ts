/** Owns the schema of uploaded files; their bytes are kept elsewhere, under their hash. */
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnsFor } from './column.js';
import { addTable } from './step.js';

export class Files1700000007000 implements MigrationInterface {
  readonly name = 'Files1700000007000';

  async up(runner: QueryRunner): Promise<void> {
    await addTable(runner, files(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('file');
  }
}

function files(runner: QueryRunner): Table {
  const { integer, text, instant } = columnsFor(runner);
  return new Table({
    name: 'file',
    columns: [
      text('id', 36, { isPrimary: true }),
      text('sha256', 64),
      text('media_type', 100),
      integer('size'),
      text('name', 200),
      text('area', 60),
      text('uploaded_by', 36),
      instant('uploaded_at'),
      text('idempotency_key', 100, { isNullable: true }),
      text('request_hash', 64),
    ],
    indices: [
      { name: 'file_sha256', columnNames: ['sha256'] },
      { name: 'file_idempotency_key', columnNames: ['idempotency_key'], isUnique: true },
    ],
  });
}
