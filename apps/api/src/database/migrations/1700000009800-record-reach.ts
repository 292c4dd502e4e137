/**
 * Owns what says who may read what was stored: where it belongs once its area was merged into another, of which kind a
 * record is, and which records name a file. Kinds and names are read from the editions at the next start.
 */
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { columnsFor } from './column.js';
import { addColumn, addIndex, addTable } from './step.js';

const reachIndex = { name: 'area_reach', columnNames: ['reach'] };

export class RecordReach1700000009800 implements MigrationInterface {
  readonly name = 'RecordReach1700000009800';

  async up(runner: QueryRunner): Promise<void> {
    const { text } = columnsFor(runner);
    await addColumn(runner, 'area', new TableColumn(text('reach', 700, { default: "''" })));
    await addIndex(runner, 'area', new TableIndex(reachIndex));
    await fillReach(runner);
    await addColumn(runner, 'submission', new TableColumn(text('kind', 20, { isNullable: true })));
    await addTable(runner, attachments(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('file_attachment');
    await runner.dropColumn('submission', 'kind');
    await runner.dropIndex('area', reachIndex.name);
    await runner.dropColumn('area', 'reach');
  }
}

function attachments(runner: QueryRunner): Table {
  const { integer, text } = columnsFor(runner);
  return new Table({
    name: 'file_attachment',
    columns: [
      text('file_id', 36, { isPrimary: true }),
      text('submission_id', 36, { isPrimary: true }),
      text('kind', 20),
      text('area', 60, { isNullable: true }),
      integer('personal'),
    ],
    indices: [{ name: 'file_attachment_submission', columnNames: ['submission_id'] }],
    foreignKeys: [
      reference('file_attachment_file', 'file_id', 'file'),
      reference('file_attachment_submission_fk', 'submission_id', 'submission'),
    ],
  });
}

const reference = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  onDelete: 'CASCADE',
});

interface Row {
  readonly id: string;
  readonly parent: string | null;
  readonly into: string | null;
  readonly reach: string;
}

async function fillReach(runner: QueryRunner): Promise<void> {
  const rows: Row[] = await runner.query(
    'SELECT id, parent_id AS parent, merged_into AS `into`, reach FROM area ORDER BY path',
  );
  const all = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    const reach = reachOf(row, all);
    if (reach !== row.reach) await runner.query('UPDATE area SET reach = ? WHERE id = ?', [reach, row.id]);
  }
}

/** As it was when this was written: below the area that goes on in the end, else below the one above. */
function reachOf(row: Row, all: ReadonlyMap<string, Row>, passed: ReadonlySet<string> = new Set()): string {
  const met = new Set([...passed, row.id]);
  const merged = new Set([row.id]);
  let successor: Row | undefined;
  for (let next = all.get(row.into ?? ''); next && !merged.has(next.id); next = all.get(next.into ?? '')) {
    merged.add(next.id);
    successor = next;
  }
  const above = successor ?? all.get(row.parent ?? '');
  return `${above && !met.has(above.id) ? reachOf(above, all, met) : '/'}${row.id}/`;
}
