/** Owns how lists are built from documents: columns typed, cells checked. */
import type { ColumnDeclaration, ListDeclaration } from '../document/lists.js';
import type { List, ListRow } from '../edition.js';
import type { Choice, Column, FactType } from '../fact.js';
import type { Issue } from '../issue.js';
import { pointerTo } from '../json/pointer.js';
import { type Report, reportOn } from '../report.js';
import type { Placed } from './documents.js';
import { byId, duplicateId } from './unique.js';

interface Declared {
  readonly id: string;
  readonly document: string;
  readonly pointer: string;
  readonly declaration: ListDeclaration;
  readonly choices: readonly Choice[];
}

type Choices = ReadonlyMap<string, { readonly choices: readonly Choice[] }>;

/** Every list of the edition by id. */
export function buildLists(documents: readonly Placed<'lists'>[], issues: Issue[]): Map<string, List> {
  const declared = byId(documents.flatMap(declaredIn), issues);
  return new Map([...declared].map(([id, list]) => [id, buildList(list, declared, issues)]));
}

const declaredIn = ({ document, value }: Placed<'lists'>): Declared[] =>
  value.lists.map((declaration, index) => ({
    id: declaration.id,
    document,
    pointer: pointerTo('', 'lists', index),
    declaration,
    choices: declaration.rows.map(({ id, title, required }) => ({ id, title, required })),
  }));

function buildList({ id, document, pointer, declaration, choices }: Declared, lists: Choices, issues: Issue[]): List {
  const columns = buildColumns(declaration.columns ?? [], document, pointer, lists, issues);
  byId(
    declaration.rows.map((row, index) => ({ id: row.id, document, pointer: pointerTo(pointer, 'rows', index) })),
    issues,
  );
  const report = reportOn(document, issues);
  const rows = declaration.rows.map((row, index) => buildRow(row, columns, pointerTo(pointer, 'rows', index), report));
  return { id, title: declaration.title, columns, rows, choices, document, pointer };
}

/** The column that every list has. */
const requiredColumn: Column = {
  id: 'required',
  title: { zh: '是否必需', en: 'Required' },
  type: { kind: 'boolean' },
  required: true,
};

const reserved: ReadonlySet<string> = new Set(['id', 'title', 'required']);

function buildColumns(
  declarations: readonly ColumnDeclaration[],
  document: string,
  pointer: string,
  lists: Choices,
  issues: Issue[],
): Map<string, Column> {
  const columns = new Map<string, Column>([['required', requiredColumn]]);
  for (const [index, { id, title, type, list }] of declarations.entries()) {
    const at = pointerTo(pointer, 'columns', index);
    if (reserved.has(id) || columns.has(id)) issues.push(duplicateId({ id, document, pointer: at }));
    else
      columns.set(id, {
        id,
        title,
        type: columnType(type, list, lists, at, reportOn(document, issues)),
        required: false,
      });
  }
  return columns;
}

function columnType(
  type: ColumnDeclaration['type'],
  list: string | undefined,
  lists: Choices,
  pointer: string,
  report: Report,
): FactType {
  const choosing = type === 'choice' || type === 'checklist';
  if (choosing !== (list !== undefined)) {
    report(
      'wrong-column',
      pointer,
      '单选、多选列要写 list，其他列不写',
      'A choice or checklist column names its list; other columns name none',
    );
  }
  if (choosing)
    return { kind: type, list: list ?? '', choices: choicesOf(list, lists, pointerTo(pointer, 'list'), report) };
  return type === 'number' ? { kind: type, integer: false } : { kind: type };
}

/** The choices of a list, or none and an error. */
export function choicesOf(
  list: string | undefined,
  lists: Choices,
  pointer: string,
  report: Report,
): readonly Choice[] {
  const found = list === undefined ? undefined : lists.get(list);
  if (!found && list !== undefined)
    report('unknown-list', pointer, `没有名为“${list}”的清单`, `There is no list named "${list}"`);
  return found?.choices ?? [];
}

function buildRow(
  { id, title, required, ...rest }: ListDeclaration['rows'][number],
  columns: ReadonlyMap<string, Column>,
  pointer: string,
  report: Report,
): ListRow {
  const cells: Record<string, ListRow['cells'][string]> = { required };
  for (const [key, cell] of Object.entries(rest)) {
    const column = columns.get(key);
    const at = pointerTo(pointer, key);
    if (!column) report('unknown-key', at, `清单没有“${key}”这一列`, `The list has no column "${key}"`);
    else if (!fitsColumn(cell, column.type))
      report(
        'wrong-cell',
        at,
        `与“${column.title.zh}”这一列的类型或选项不符`,
        `Does not fit the column "${column.title.en}": check its type and choices`,
      );
    else cells[key] = cell;
  }
  return { id, title, required, cells };
}

function fitsColumn(cell: ListRow['cells'][string], type: FactType): boolean {
  switch (type.kind) {
    case 'boolean':
    case 'number':
      return typeof cell === type.kind;
    case 'text':
      return typeof cell === 'string';
    case 'choice':
      return type.choices.some(({ id }) => id === cell);
    case 'checklist':
      return (
        Array.isArray(cell) &&
        new Set(cell).size === cell.length &&
        cell.every((item) => type.choices.some(({ id }) => id === item))
      );
    default:
      return false;
  }
}
