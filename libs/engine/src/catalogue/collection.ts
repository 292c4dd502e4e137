/** Owns the formula functions on checklists, rows and lists. */
import type { FactType, List } from '@yimen/config';
import type { Argument, Expression, FormulaFunction } from '../formula/expression.js';
import { booleanType, highest, lowest, mergeTypes, numberType } from '../formula/type.js';
import { countRows, except, missingCount, type Rows, selectRows, sumRows } from '../runtime/runtime.js';
import { complain, expressionAt } from './function.js';

type Checklist = Extract<FactType, { kind: 'checklist' }>;

const checklistAt = (args: readonly Argument[], place: number): Checklist =>
  expressionAt(args, place).type as Checklist;
const requiredOf = (args: readonly Argument[]): string[] =>
  checklistAt(args, 0)
    .choices.filter((choice) => choice.required)
    .map((choice) => choice.id);
const allRequired = (args: readonly Argument[]): boolean =>
  checklistAt(args, 0).choices.every((choice) => choice.required);

function listAt(args: readonly Argument[]): List {
  const argument = args[0];
  if (argument?.op !== 'list') throw new TypeError('the first argument is not a list');
  return argument.list;
}

/** The rows of a list as conditions see them: `id` and the columns. */
const listRows = (list: List): Rows => list.rows.map((row) => ({ ...row.cells, required: row.required, id: row.id }));

const count: FormulaFunction = {
  id: 'COUNT',
  label: { zh: '计数', en: 'count' },
  parameters: [
    { name: 'collection', kind: 'collection' },
    { name: 'condition', kind: 'condition', optional: true },
  ],
  strict: (place) => place === 0,
  infer: (args) => {
    const { type } = expressionAt(args, 0);
    if (type.kind === 'checklist' && args.length > 1)
      return complain('对多选计数时不能带条件', 'Counting a checklist takes no condition');
    return { type: numberType(true, 0, type.kind === 'checklist' ? type.choices.length : undefined) };
  },
  apply: ([all, condition]) => (condition ? countRows(all, condition) : all.length),
  emit: ([all, condition]) => (condition ? `countRows(${all}, ${condition})` : `${all}.length`),
};

const sum: FormulaFunction = {
  id: 'SUM',
  label: { zh: '合计', en: 'sum' },
  parameters: [
    { name: 'rows', kind: 'rows' },
    { name: 'amount', kind: 'amount' },
  ],
  strict: (place) => place === 0,
  infer: (args) => {
    const { type } = expressionAt(args, 1);
    return {
      type: numberType(
        type.kind === 'number' && type.integer,
        lowest(type) >= 0 ? 0 : -Infinity,
        highest(type) <= 0 ? 0 : Infinity,
      ),
    };
  },
  apply: ([rows, amount]) => sumRows(rows, amount),
  emit: ([rows, amount]) => `sumRows(${rows}, ${amount})`,
};

const missing: FormulaFunction = {
  id: 'MISSING',
  label: { zh: '缺少的项数', en: 'number of required items missing' },
  parameters: [{ name: 'checklist', kind: 'checklist' }],
  infer: (args) => ({ type: numberType(true, 0, requiredOf(args).length) }),
  apply: ([ticked], args) => missingCount(requiredOf(args), ticked),
  emit: ([ticked], args, constant) =>
    allRequired(args)
      ? `(${requiredOf(args).length} - ${ticked}.length)`
      : `missingCount(${constant(requiredOf(args))}, ${ticked})`,
};

const missingItems: FormulaFunction = {
  id: 'MISSING_ITEMS',
  label: { zh: '缺少的项目', en: 'required items missing' },
  parameters: [{ name: 'checklist', kind: 'checklist' }],
  infer: (args) => ({ type: checklistAt(args, 0) }),
  apply: ([ticked], args) => except(requiredOf(args), ticked),
  emit: ([ticked], args, constant) => `except(${constant(requiredOf(args))}, ${ticked})`,
};

const includes: FormulaFunction = {
  id: 'INCLUDES',
  label: { zh: '包含', en: 'includes' },
  parameters: [
    { name: 'checklist', kind: 'checklist' },
    { name: 'choice', kind: 'choice' },
  ],
  infer: (args) => {
    const item = expressionAt(args, 1);
    const { choices } = checklistAt(args, 0);
    if (item.op === 'constant' && !choices.some((choice) => choice.id === item.value))
      return complain(`“${item.value}”不在可选项里`, `"${item.value}" is not one of the items`);
    return { type: booleanType };
  },
  apply: ([ticked, item]) => ticked.includes(item),
  emit: ([ticked, item]) => `${ticked}.includes(${item})`,
};

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

const exceptItems: FormulaFunction = {
  id: 'EXCEPT',
  label: { zh: '去掉', en: 'without' },
  parameters: [
    { name: 'whole', kind: 'checklist' },
    { name: 'part', kind: 'checklist' },
  ],
  infer: (args) => ({ type: checklistAt(args, 0) }),
  apply: ([whole, part]) => except(whole, part),
  emit: ([whole, part]) => `except(${whole}, ${part})`,
};

export const collections: readonly FormulaFunction[] = [
  count,
  sum,
  missing,
  missingItems,
  includes,
  lookup,
  row,
  select,
  exceptItems,
];
