/** Owns the schema of areas and what happened to them. */
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columnsFor } from './column.js';
import { addTable } from './step.js';

export class Areas1700000001000 implements MigrationInterface {
  readonly name = 'Areas1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await addTable(runner, areas(runner));
    await addTable(runner, areaEvents(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['area_event', 'area']) await runner.dropTable(table);
  }
}

function areas(runner: QueryRunner): Table {
  const { integer, text, json, day } = columnsFor(runner);
  return new Table({
    name: 'area',
    columns: [
      text('id', 60, { isPrimary: true }),
      text('parent_id', 60, { isNullable: true }),
      text('path', 300),
      text('type', 30),
      text('name_zh', 200),
      text('name_en', 200),
      json('codes'),
      day('opened', { isNullable: true }),
      day('closed', { isNullable: true }),
      text('merged_into', 60, { isNullable: true }),
      integer('version'),
    ],
    indices: [{ name: 'area_path', columnNames: ['path'], isUnique: true }],
  });
}

function areaEvents(runner: QueryRunner): Table {
  const { key, text, json, day, instant } = columnsFor(runner);
  return new Table({
    name: 'area_event',
    columns: [
      key('sequence'),
      text('area_id', 60),
      text('kind', 20),
      day('took_effect_on'),
      { ...json('before'), isNullable: true },
      json('after'),
      instant('recorded_at'),
    ],
    indices: [{ name: 'area_event_area', columnNames: ['area_id', 'sequence'] }],
    foreignKeys: [
      {
        name: 'area_event_area_fk',
        columnNames: ['area_id'],
        referencedTableName: 'area',
        referencedColumnNames: ['id'],
      },
    ],
  });
}
