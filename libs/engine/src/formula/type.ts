/** Owns the types of formula values: how they merge, compare and print in messages. */
import type { Choice, Column, FactType, LocalizedText } from '@yimen/config';

export type NumberType = Extract<FactType, { kind: 'number' }>;
export type Kind = FactType['kind'];

export const booleanType: FactType = { kind: 'boolean' };
export const textType: FactType = { kind: 'text' };

/** A number within bounds; the bounds prove that divisors cannot be zero. */
export function numberType(integer = false, minimum?: number, maximum?: number): NumberType {
  return {
    kind: 'number',
    integer,
    ...(minimum === undefined || !Number.isFinite(minimum) ? {} : { minimum }),
    ...(maximum === undefined || !Number.isFinite(maximum) ? {} : { maximum }),
  };
}

export const lowest = (type: FactType): number => (type.kind === 'number' ? (type.minimum ?? -Infinity) : Number.NaN);
export const highest = (type: FactType): number => (type.kind === 'number' ? (type.maximum ?? Infinity) : Number.NaN);

/** Whether a value of this type can be a constant of a formula or a condition. */
export const isScalar = (type: FactType): boolean => ['boolean', 'number', 'text', 'choice'].includes(type.kind);

/** The type of a value that is one of two types, or `undefined` where they have nothing in common. */
export function mergeTypes(a: FactType, b: FactType): FactType | undefined {
  if (a.kind === 'number' && b.kind === 'number') {
    const minimum = Math.min(lowest(a), lowest(b));
    return numberType(a.integer && b.integer, minimum, Math.max(highest(a), highest(b)));
  }
  if ((a.kind === 'choice' && b.kind === 'choice') || (a.kind === 'checklist' && b.kind === 'checklist')) {
    const list = a.list ?? b.list;
    return { kind: a.kind, choices: mergeChoices(a.choices, b.choices), ...(list ? { list } : {}) };
  }
  // What may be the id of an area is not to be shown as a text.
  if (a.kind === 'text' && b.kind === 'text') return { ...a, ...b };
  return a.kind === 'boolean' && b.kind === 'boolean' ? a : undefined;
}

function mergeChoices(a: readonly Choice[], b: readonly Choice[]): Choice[] {
  return [...a, ...b.filter((choice) => !a.some((other) => other.id === choice.id))];
}

/** Whether a value of this type can be passed on, compared or written; of tables, rows and files only parts are read. */
export const isValue = ({ kind }: FactType): boolean => kind !== 'rows' && kind !== 'record' && kind !== 'files';

/** Whether two scalar types can be equal. A text constant meets a choice only as one of its ids. */
export function comparable(a: FactType, b: FactType): boolean {
  if (a.kind === 'choice' && b.kind === 'choice') {
    return a.choices.some((choice) => b.choices.some((other) => other.id === choice.id));
  }
  return isScalar(a) && a.kind === b.kind;
}

const names: Record<Kind, LocalizedText> = {
  boolean: { zh: '是/否', en: 'yes/no' },
  number: { zh: '数字', en: 'number' },
  text: { zh: '文字', en: 'text' },
  choice: { zh: '单选', en: 'choice' },
  checklist: { zh: '多选', en: 'checklist' },
  rows: { zh: '表格', en: 'rows' },
  record: { zh: '清单的一行', en: 'list row' },
  files: { zh: '文件', en: 'list of files' },
};

export const kindName = (kind: Kind): LocalizedText => names[kind];
export type { Choice, Column, FactType };
