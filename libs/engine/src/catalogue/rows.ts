/** Owns the formula functions that count rows, items and files, and sum rows. */
import type { FactType } from '@yimen/config';
import type { FormulaFunction } from '../formula/expression.js';
import { highest, lowest, numberType } from '../formula/type.js';
import { countRows, sumRows } from '../runtime/runtime.js';
import { complain, expressionAt } from './function.js';

/** The most there can be of what is counted. */
function mostOf(type: FactType): number | undefined {
  if (type.kind === 'files') return type.most;
  return type.kind === 'checklist' ? type.choices.length : undefined;
}

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
    if (type.kind !== 'rows' && args.length > 1)
      return complain('只有对表格计数才能带条件', 'Counting anything but rows takes no condition');
    return { type: numberType(true, type.kind === 'files' ? type.least : 0, mostOf(type)) };
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

export const rowFunctions: readonly FormulaFunction[] = [count, sum];
