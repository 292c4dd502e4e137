/** Owns the schema of the Studio: drafts with their comments and jobs, and where published versions come from. */
import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { columnsFor } from './column.js';
import { addColumn, addTable } from './step.js';

export class Studio1700000008000 implements MigrationInterface {
  readonly name = 'Studio1700000008000';

  async up(runner: QueryRunner): Promise<void> {
    await addTable(runner, drafts(runner));
    await addTable(runner, comments(runner));
    await addTable(runner, jobs(runner));
    for (const column of versionColumns(runner)) await addColumn(runner, 'edition_version', column);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of versionColumns(runner)) await runner.dropColumn('edition_version', name);
    for (const table of ['draft_job', 'draft_comment', 'edition_draft']) await runner.dropTable(table);
  }
}

const optional = { isNullable: true } as const;

function versionColumns(runner: QueryRunner): TableColumn[] {
  const { text, instant, json } = columnsFor(runner);
  return [
    text('draft', 36, optional),
    { ...json('approved_by'), ...optional },
    { ...instant('withdrawn_at'), ...optional },
  ].map((column) => new TableColumn(column));
}

function drafts(runner: QueryRunner): Table {
  const { integer, text, json, instant } = columnsFor(runner);
  return new Table({
    name: 'edition_draft',
    columns: [
      text('id', 36, { isPrimary: true }),
      text('edition', 200),
      text('area', 60, optional),
      json('title'),
      text('kind', 20),
      text('state', 20),
      json('origin'),
      integer('version'),
      json('documents'),
      { ...json('base'), ...optional },
      json('confirmed'),
      instant('created_at'),
      json('created_by'),
      instant('updated_at'),
      json('updated_by'),
      json('editors'),
      { ...instant('submitted_at'), ...optional },
      { ...json('returned'), ...optional },
      { ...json('published'), ...optional },
      text('request_key', 100, { ...optional, isUnique: true }),
      text('request_hash', 64, optional),
    ],
    indices: [{ name: 'draft_by_edition', columnNames: ['edition', 'state'] }],
  });
}

function comments(runner: QueryRunner): Table {
  const { text, json, instant } = columnsFor(runner);
  return new Table({
    name: 'draft_comment',
    columns: [
      text('id', 36, { isPrimary: true }),
      text('draft', 36),
      text('document', 300),
      text('pointer', 1000),
      json('text'),
      json('by'),
      instant('at'),
      { ...json('resolved'), ...optional },
      text('request_key', 100, { ...optional, isUnique: true }),
      text('request_hash', 64, optional),
    ],
    indices: [{ name: 'comment_by_draft', columnNames: ['draft', 'at'] }],
  });
}

function jobs(runner: QueryRunner): Table {
  const { integer, text, json, instant } = columnsFor(runner);
  return new Table({
    name: 'draft_job',
    columns: [
      text('draft', 36, { isPrimary: true }),
      text('kind', 20, { isPrimary: true }),
      text('run', 36),
      text('state', 20),
      integer('version'),
      integer('done'),
      integer('total'),
      json('request'),
      { ...json('result'), ...optional },
      instant('started_at'),
      instant('beat_at'),
    ],
  });
}
