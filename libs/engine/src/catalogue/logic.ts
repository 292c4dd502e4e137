/** Owns the formula functions on truth: comparisons, AND, OR, NOT, IF and the default for a blank. */

import {
  type Argument,
  type Complaint,
  type Expression,
  type FormulaFunction,
  isExpression,
  type Parameter,
} from '../formula/expression.js';
import { booleanType, comparable, type FactType, kindName, mergeTypes } from '../formula/type.js';
import { complain, expressionAt } from './function.js';

const any = (name: string): Parameter => ({ name, kind: 'any' });
const boolean = (name: string): Parameter => ({ name, kind: 'boolean' });
const anyBlank = (args: readonly Argument[]): boolean =>
  args.some((argument) => isExpression(argument) && argument.blank);

/** A text constant read as one of the other side's choices. */
function asChoice(expression: Expression, other: FactType): FactType {
  if (expression.op !== 'constant' || typeof expression.value !== 'string' || other.kind !== 'choice')
    return expression.type;
  return { kind: 'choice', choices: other.choices.filter((choice) => choice.id === expression.value) };
}

function complainOfKinds(a: Expression, b: Expression): Complaint {
  const [left, right] = [kindName(a.type.kind), kindName(b.type.kind)];
  if (a.op === 'constant' || b.op === 'constant') {
    const constant = a.op === 'constant' ? a.value : b.op === 'constant' ? b.value : '';
    return complain(
      `“${constant}”不是可选的值（${left.zh}与${right.zh}）`,
      `"${constant}" is not a possible value (${left.en} and ${right.en})`,
    );
  }
  return complain(`${left.zh}与${right.zh}不能放在一起比较`, `A ${left.en} cannot be compared with a ${right.en}`);
}

/** Declares `=` or `<>`. */
function equality(id: string, sign: string, script: '===' | '!==', zh: string, en: string): FormulaFunction {
  return {
    id,
    sign,
    label: { zh, en },
    parameters: [any('a'), any('b')],
    infer: (args) => {
      const [a, b] = [expressionAt(args, 0), expressionAt(args, 1)];
      return comparable(asChoice(a, b.type), asChoice(b, a.type)) ? { type: booleanType } : complainOfKinds(a, b);
    },
    apply: ([a, b]) => (script === '===' ? a === b : a !== b),
    emit: ([a, b]) => `(${a} ${script} ${b})`,
  };
}

/** Declares an order of numbers. */
function order(
  id: string,
  sign: '<' | '<=' | '>' | '>=',
  zh: string,
  en: string,
  holds: (a: number, b: number) => boolean,
): FormulaFunction {
  return {
    id,
    sign,
    label: { zh, en },
    parameters: [
      { name: 'a', kind: 'number' },
      { name: 'b', kind: 'number' },
    ],
    infer: () => ({ type: booleanType }),
    apply: ([a, b]) => holds(a, b),
    emit: ([a, b]) => `(${a} ${sign} ${b})`,
  };
}

/** Declares AND or OR: decided by one deciding value even where others are blank. */
function connective(id: 'AND' | 'OR', zh: string, en: string): FormulaFunction {
  const deciding = id === 'OR';
  return {
    id,
    label: { zh, en },
    parameters: [{ ...boolean('a'), rest: true }],
    strict: () => false,
    infer: (args) => ({ type: booleanType, blank: anyBlank(args) }),
    apply: (values) => {
      const all = values as readonly (boolean | undefined)[];
      return all.includes(deciding) ? deciding : all.includes(undefined) ? undefined : !deciding;
    },
    emit: (parts, args) => {
      if (!anyBlank(args)) return `(${parts.join(deciding ? ' || ' : ' && ')})`;
      const all = `[${parts.join(', ')}]`;
      return `((all) => all.includes(${deciding}) ? ${deciding} : all.includes(undefined) ? undefined : ${!deciding})(${all})`;
    },
  };
}

const not: FormulaFunction = {
  id: 'NOT',
  label: { zh: '不', en: 'not' },
  parameters: [boolean('a')],
  infer: () => ({ type: booleanType }),
  apply: ([a]) => !a,
  emit: ([a]) => `!${a}`,
};

function mergeBranches(a: Expression, b: Expression): FactType | Complaint {
  const merged = mergeTypes(asChoice(a, b.type), asChoice(b, a.type));
  return (
    merged ??
    complain(
      `两种结果的类型不同：${kindName(a.type.kind).zh}和${kindName(b.type.kind).zh}`,
      `The two results differ in type: ${kindName(a.type.kind).en} and ${kindName(b.type.kind).en}`,
    )
  );
}

const choose: FormulaFunction = {
  id: 'IF',
  label: { zh: '如果', en: 'if' },
  parameters: [boolean('condition'), any('then'), any('else')],
  strict: (place) => place === 0,
  repeats: (place) => place > 0,
  infer: (args) => {
    const [then, otherwise] = [expressionAt(args, 1), expressionAt(args, 2)];
    const type = mergeBranches(then, otherwise);
    return 'complaint' in type ? type : { type, blank: then.blank || otherwise.blank };
  },
  apply: ([condition, then, otherwise]) => (condition ? then : otherwise),
  emit: ([condition, then, otherwise]) => `(${condition} ? ${then} : ${otherwise})`,
};

const ifBlank: FormulaFunction = {
  id: 'IFBLANK',
  label: { zh: '没有时用', en: 'if blank, use' },
  parameters: [any('a'), any('default')],
  strict: () => false,
  repeats: () => true,
  infer: (args) => {
    const [value, fallback] = [expressionAt(args, 0), expressionAt(args, 1)];
    const type = mergeBranches(value, fallback);
    return 'complaint' in type ? type : { type, blank: value.blank && fallback.blank };
  },
  apply: ([value, fallback]) => value ?? fallback,
  emit: ([value, fallback]) => `(${value} ?? ${fallback})`,
};

export const logic: readonly FormulaFunction[] = [
  equality('EQUAL', '=', '===', '等于', 'equal to'),
  equality('DIFFERENT', '<>', '!==', '不等于', 'different from'),
  order('LESS', '<', '小于', 'less than', (a, b) => a < b),
  order('LESS_OR_EQUAL', '<=', '不大于', 'at most', (a, b) => a <= b),
  order('GREATER', '>', '大于', 'greater than', (a, b) => a > b),
  order('GREATER_OR_EQUAL', '>=', '不小于', 'at least', (a, b) => a >= b),
  connective('AND', '并且', 'and'),
  connective('OR', '或者', 'or'),
  not,
  choose,
  ifBlank,
];
