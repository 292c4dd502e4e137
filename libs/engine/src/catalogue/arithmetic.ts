/** Owns the formula functions on numbers: the four operations, bounds and rounding. */

import type { Argument, FormulaFunction, Parameter } from '../formula/expression.js';
import { highest, lowest, numberType } from '../formula/type.js';
import { roundTo, shortfallPercent } from '../runtime/runtime.js';
import { complain, expressionAt } from './function.js';

const number = (name: string): Parameter => ({ name, kind: 'number' });
const bounds = (args: readonly Argument[]) =>
  args.map((_, place) => {
    const { type } = expressionAt(args, place);
    return { low: lowest(type), high: highest(type), integer: type.kind === 'number' && type.integer };
  });
const allIntegers = (args: readonly Argument[]): boolean => bounds(args).every((bound) => bound.integer);

type Bound = ReturnType<typeof bounds>[number];

/** Declares `a sign b`. */
function operation(
  id: string,
  sign: string,
  zh: string,
  en: string,
  combine: (a: number, b: number) => number,
  range: (a: Bound, b: Bound) => [number, number],
  integer = true,
): FormulaFunction {
  return {
    id,
    sign,
    label: { zh, en },
    parameters: [number('a'), number('b')],
    infer: (args) => {
      const [a, b] = bounds(args) as [Bound, Bound];
      const [low, high] = range(a, b);
      return { type: numberType(integer && allIntegers(args), low, high) };
    },
    apply: ([a, b]) => combine(a, b),
    emit: ([a, b]) => `(${a} ${sign} ${b})`,
  };
}

const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);
const corners = (a: Bound, b: Bound): number[] => [
  product(a.low, b.low),
  product(a.low, b.high),
  product(a.high, b.low),
  product(a.high, b.high),
];

const divide: FormulaFunction = {
  ...operation(
    'DIVIDE',
    '/',
    '除',
    'divide',
    (a, b) => a / b,
    () => [-Infinity, Infinity],
    false,
  ),
  infer: (args) => {
    const [a, b] = bounds(args) as [Bound, Bound];
    if (b.low <= 0 && b.high >= 0) {
      return complain(
        '除数可能为 0，请写成 MAX(1, …) 之类不会为 0 的形式',
        'The divisor may be 0; write it so that it cannot be, such as MAX(1, …)',
      );
    }
    const low = a.low >= 0 && b.low > 0 ? 0 : -Infinity;
    return { type: numberType(false, low, a.high / b.low >= 0 && b.low > 0 ? Math.max(0, a.high / b.low) : Infinity) };
  },
};

/** Declares MIN or MAX. */
function extreme(id: 'MIN' | 'MAX', zh: string, en: string): FormulaFunction {
  const pick = id === 'MIN' ? Math.min : Math.max;
  return {
    id,
    label: { zh, en },
    parameters: [{ ...number('a'), rest: true }],
    repeats: () => true,
    infer: (args) => {
      const all = bounds(args);
      return {
        type: numberType(
          allIntegers(args),
          pick(...all.map((bound) => bound.low)),
          pick(...all.map((bound) => bound.high)),
        ),
      };
    },
    apply: (values) => pick(...(values as readonly number[])),
    emit: (parts) => `Math.${id.toLowerCase()}(${parts.join(', ')})`,
  };
}

/** Declares a rounding to whole numbers that ignores binary noise. */
function rounding(id: 'FLOOR' | 'CEILING', zh: string, en: string): FormulaFunction {
  const round = id === 'FLOOR' ? Math.floor : Math.ceil;
  return {
    id,
    label: { zh, en },
    parameters: [number('a')],
    infer: (args) => ({
      type: numberType(true, round(lowest(expressionAt(args, 0).type)), round(highest(expressionAt(args, 0).type))),
    }),
    apply: ([a]) => round(Math.round(a * 1e9) / 1e9),
    emit: ([a]) => `Math.${id === 'FLOOR' ? 'floor' : 'ceil'}(snap(${a}))`,
  };
}

const round: FormulaFunction = {
  id: 'ROUND',
  label: { zh: '四舍五入', en: 'round half up' },
  parameters: [number('a'), { ...number('digits'), optional: true }],
  infer: (args) => {
    const digits = args[1];
    if (
      digits &&
      (digits.op !== 'constant' ||
        !Number.isInteger(digits.value) ||
        Number(digits.value) < 0 ||
        Number(digits.value) > 6)
    ) {
      return complain('小数位数应是 0 到 6 的整数', 'The number of digits must be a whole number from 0 to 6');
    }
    const { type } = expressionAt(args, 0);
    return { type: numberType(!digits, Math.floor(lowest(type)), Math.ceil(highest(type))) };
  },
  apply: ([a, digits]) => roundTo(a, digits ?? 0),
  emit: ([a, digits]) => `roundTo(${a}, ${digits ?? '0'})`,
};

const absolute: FormulaFunction = {
  id: 'ABS',
  label: { zh: '绝对值', en: 'absolute value' },
  parameters: [number('a')],
  infer: (args) => {
    const { type } = expressionAt(args, 0);
    return {
      type: numberType(
        allIntegers(args),
        Math.max(0, lowest(type), -highest(type)),
        Math.max(Math.abs(lowest(type)), Math.abs(highest(type))),
      ),
    };
  },
  apply: ([a]) => Math.abs(a),
  emit: ([a]) => `Math.abs(${a})`,
};

const shortfall: FormulaFunction = {
  id: 'SHORTFALL_PERCENT',
  label: { zh: '欠拨百分点（取整）', en: 'whole percentage points short' },
  parameters: [number('due'), number('paid')],
  infer: () => ({ type: numberType(true, 0) }),
  apply: ([due, paid]) => shortfallPercent(due, paid),
  emit: ([due, paid]) => `shortfallPercent(${due}, ${paid})`,
};

export const arithmetic: readonly FormulaFunction[] = [
  operation(
    'ADD',
    '+',
    '加',
    'add',
    (a, b) => a + b,
    (a, b) => [a.low + b.low, a.high + b.high],
  ),
  operation(
    'SUBTRACT',
    '-',
    '减',
    'subtract',
    (a, b) => a - b,
    (a, b) => [a.low - b.high, a.high - b.low],
  ),
  operation(
    'MULTIPLY',
    '*',
    '乘',
    'multiply',
    (a, b) => a * b,
    (a, b) => [Math.min(...corners(a, b)), Math.max(...corners(a, b))],
  ),
  divide,
  extreme('MIN', '取最小', 'smallest of'),
  extreme('MAX', '取最大', 'largest of'),
  round,
  rounding('FLOOR', '向下取整', 'round down'),
  rounding('CEILING', '向上取整', 'round up'),
  absolute,
  shortfall,
];
