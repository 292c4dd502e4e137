/** Owns the operators of conditions: json-rules-engine's own ten, each with the types it takes and its JavaScript. */
import type { LocalizedText, OperatorId } from '@yimen/config';
import type { Kind } from '../formula/type.js';

export interface Operator {
  readonly id: OperatorId;
  readonly label: LocalizedText;
  /** Kinds of fact it may compare. */
  readonly left: readonly Kind[];
  /** `one`: a scalar like the fact; `several`: a list of such; `item`: one item of the checklist. */
  readonly right: 'one' | 'several' | 'item';
  /** json-rules-engine's meaning; a blank fact is `undefined`. */
  readonly holds: (fact: unknown, value: unknown) => boolean;
  readonly emit: (fact: string, value: string) => string;
}

const scalars: readonly Kind[] = ['boolean', 'number', 'text', 'choice'];
type Order = (a: number, b: number) => boolean;

function order(id: OperatorId, sign: string, zh: string, en: string, compare: Order): Operator {
  return {
    id,
    label: { zh, en },
    left: ['number'],
    right: 'one',
    holds: (a, b) => a !== undefined && compare(a as number, b as number),
    emit: (a, b) => `${a} ${sign} ${b}`,
  };
}

const all: readonly Operator[] = [
  {
    id: 'equal',
    label: { zh: '等于', en: 'equals' },
    left: scalars,
    right: 'one',
    holds: (a, b) => a === b,
    emit: (a, b) => `${a} === ${b}`,
  },
  {
    id: 'notEqual',
    label: { zh: '不等于', en: 'differs from' },
    left: scalars,
    right: 'one',
    holds: (a, b) => a !== b,
    emit: (a, b) => `${a} !== ${b}`,
  },
  {
    id: 'in',
    label: { zh: '属于', en: 'is one of' },
    left: scalars,
    right: 'several',
    holds: (a, b) => b !== undefined && (b as unknown[]).includes(a),
    emit: (a, b) => `${b}?.indexOf(${a}) > -1`,
  },
  {
    id: 'notIn',
    label: { zh: '不属于', en: 'is none of' },
    left: scalars,
    right: 'several',
    holds: (a, b) => b === undefined || !(b as unknown[]).includes(a),
    emit: (a, b) => `!(${b}?.indexOf(${a}) > -1)`,
  },
  {
    id: 'contains',
    label: { zh: '包含', en: 'contains' },
    left: ['checklist'],
    right: 'item',
    holds: (a, b) => a !== undefined && (a as unknown[]).includes(b),
    emit: (a, b) => `${a} !== undefined && ${a}.indexOf(${b}) > -1`,
  },
  {
    id: 'doesNotContain',
    label: { zh: '不包含', en: 'does not contain' },
    left: ['checklist'],
    right: 'item',
    holds: (a, b) => a !== undefined && !(a as unknown[]).includes(b),
    emit: (a, b) => `${a} !== undefined && ${a}.indexOf(${b}) === -1`,
  },
  order('lessThan', '<', '小于', 'is less than', (a, b) => a < b),
  order('lessThanInclusive', '<=', '不大于', 'is at most', (a, b) => a <= b),
  order('greaterThan', '>', '大于', 'is greater than', (a, b) => a > b),
  order('greaterThanInclusive', '>=', '不小于', 'is at least', (a, b) => a >= b),
];

/** Every operator by id. */
export const operators: ReadonlyMap<string, Operator> = new Map(all.map((operator) => [operator.id, operator]));
