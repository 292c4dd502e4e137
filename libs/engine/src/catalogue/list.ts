/** Owns the formula functions on the lists of an edition: a cell, a row, the rows that satisfy a condition. */
import type { FactType, List } from '@yimen/config';
import type { Argument, Expression, FormulaFunction } from '../formula/expression.js';
import { booleanType, mergeTypes, numberType } from '../formula/type.js';
import { type Rows, selectRows } from '../runtime/runtime.js';
import { complain, expressionAt } from './function.js';

function listAt(args: readonly Argument[]): List {
  const argument = args[0];
  if (argument?.op !== 'list') throw new TypeError('the first argument is not a list');
  return argument.list;
}

/** The rows of a list as conditions see them: `id` and the columns. */
const listRows = (list: List): Rows => list.rows.map((row) => ({ ...row.cells, required: row.required, id: row.id }));

/** The ids a choice expression can take. */
function idsOf(key: Expression): string[] {
  if (key.op === 'constant') return [String(key.value)];
  return key.type.kind === 'choice' ? key.type.choices.map((choice) => choice.id) : [];
}

function cellsByRow(list: List, column: string): Record<string, unknown> {
  return Object.fromEntries(
    list.rows.flatMap((row) => {
      const cell = column === 'required' ? row.required : row.cells[column];
      return cell === undefined ? [] : [[row.id, cell]];
    }),
  );
}

const columnAt = (args: readonly Argument[]): string => (args[2]?.op === 'column' ? args[2].id : '');

/** The column's type, narrowed to the numbers that stand in it. */
function columnType(list: List, column: string): FactType {
  const type = list.columns.get(column)?.type ?? booleanType;
  const cells = Object.values(cellsByRow(list, column)) as number[];
  return type.kind === 'number' && cells.length > 0
    ? numberType(cells.every(Number.isInteger), Math.min(...cells), Math.max(...cells))
    : type;
}

const lookup: FormulaFunction = {
  id: 'LOOKUP',
  label: { zh: '查清单', en: 'look up in a list' },
  parameters: [
    { name: 'list', kind: 'list' },
    { name: 'choice', kind: 'choice' },
    { name: 'column', kind: 'column' },
    { name: 'default', kind: 'any', optional: true },
  ],
  strict: (place) => place === 1,
  infer: (args) => {
    const type = columnType(listAt(args), columnAt(args));
    if (args[3]) {
      const fallback = expressionAt(args, 3);
      const merged = mergeTypes(type, fallback.type);
      return merged
        ? { type: merged, blank: fallback.blank }
        : complain('默认值与该列的类型不同', 'The default differs in type from the column');
    }
    const cells = cellsByRow(listAt(args), columnAt(args));
    return { type, blank: idsOf(expressionAt(args, 1)).some((id) => !Object.hasOwn(cells, id)) };
  },
  apply: ([, key, , fallback], args) => {
    const cells = cellsByRow(listAt(args), columnAt(args));
    return Object.hasOwn(cells, key) ? cells[key] : fallback;
  },
  emit: ([, key, , fallback], args, constant) => {
    const cell = `${constant(cellsByRow(listAt(args), columnAt(args)))}[${key}]`;
    return fallback === undefined ? cell : `(${cell} ?? ${fallback})`;
  },
};

const row: FormulaFunction = {
  id: 'ROW',
  label: { zh: '清单的一行', en: 'row of a list' },
  parameters: [
    { name: 'list', kind: 'list' },
    { name: 'choice', kind: 'choice' },
  ],
  strict: (place) => place === 1,
  infer: (args) => {
    const list = listAt(args);
    const ids = new Set(list.rows.map((each) => each.id));
    return {
      type: { kind: 'record', columns: list.columns, list: list.id },
      blank: idsOf(expressionAt(args, 1)).some((id) => !ids.has(id)),
    };
  },
  apply: ([, key], args) => listRows(listAt(args)).find((each) => each.id === key),
  emit: ([, key], args, constant) =>
    `${constant(Object.fromEntries(listRows(listAt(args)).map((each) => [each.id, each])))}[${key}]`,
};

const select: FormulaFunction = {
  id: 'SELECT',
  label: { zh: '清单中符合条件的项', en: 'rows of a list that satisfy' },
  parameters: [
    { name: 'list', kind: 'list' },
    { name: 'condition', kind: 'condition' },
  ],
  strict: () => false,
  infer: (args) => ({
    type: { kind: 'checklist', choices: listAt(args).choices, list: listAt(args).id },
    blank: false,
  }),
  apply: ([, condition], args) => selectRows(listRows(listAt(args)), condition),
  emit: ([, condition], args, constant) => `selectRows(${constant(listRows(listAt(args)))}, ${condition})`,
};

export const listFunctions: readonly FormulaFunction[] = [lookup, row, select];
