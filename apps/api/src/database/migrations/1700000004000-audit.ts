/** Owns the schema of the audit trail. */
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnsFor } from './column.js';
import { addTable } from './step.js';

export class Audit1700000004000 implements MigrationInterface {
  readonly name = 'Audit1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    await addTable(runner, auditEntries(runner));
    await addTable(runner, auditHead(runner));
    const head = await runner.query('SELECT id FROM audit_head');
    if (head.length === 0)
      await runner.query(`INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '${'0'.repeat(64)}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_head', 'audit_entry']) await runner.dropTable(table);
  }
}

function auditEntries(runner: QueryRunner): Table {
  const { integer, text, json, instant } = columnsFor(runner);
  return new Table({
    name: 'audit_entry',
    columns: [
      { ...integer('sequence'), isPrimary: true },
      instant('at'),
      text('account_id', 36, { isNullable: true }),
      text('account_name', 60, { isNullable: true }),
      text('action', 40),
      text('subject_kind', 20),
      text('subject_id', 200),
      text('area', 60, { isNullable: true }),
      json('details'),
      text('previous', 64),
      text('hash', 64),
    ],
    indices: [
      { name: 'audit_entry_area', columnNames: ['area', 'sequence'] },
      { name: 'audit_entry_account', columnNames: ['account_name', 'sequence'] },
      { name: 'audit_entry_subject', columnNames: ['subject_id', 'sequence'] },
    ],
  });
}

function auditHead(runner: QueryRunner): Table {
  const { integer, text } = columnsFor(runner);
  return new Table({
    name: 'audit_head',
    columns: [{ ...integer('id'), isPrimary: true }, integer('sequence'), text('hash', 64)],
  });
}
