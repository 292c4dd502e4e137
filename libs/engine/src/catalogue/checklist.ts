/** Owns the formula functions on checklists: what is ticked, what is missing. */
import type { FactType } from '@yimen/config';
import type { Argument, FormulaFunction } from '../formula/expression.js';
import { booleanType, numberType } from '../formula/type.js';
import { except, missingCount } from '../runtime/runtime.js';
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

export const checklistFunctions: readonly FormulaFunction[] = [missing, missingItems, includes, exceptItems];
