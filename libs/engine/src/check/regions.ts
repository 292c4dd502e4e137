/** Owns the finite regions that an edition's own constants cut: representative answers, and whether they are all. */
import type { Condition, FactType } from '@yimen/config';
import { walk } from '../formula/expression.js';
import { type Program, rulesOf } from '../program/program.js';
import { isReference, walkCondition } from '../rule/condition.js';

/** Answers that stand for all answers to one question. */
export interface Region {
  readonly answers: readonly unknown[];
  /** Whether any other answer is sure to behave like one of these. */
  readonly complete: boolean;
}

const MOST_SUBSETS = 10;

/** Constants of the edition's conditions and formulas, and the facts that take part in arithmetic. */
export interface Cuts {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  readonly computed: ReadonlySet<string>;
  /** Facts that some condition or formula reads; the others decide nothing. */
  readonly read: ReadonlySet<string>;
}

export function cutsOf(program: Program): Cuts {
  const numbers = new Set<number>([0, 1]);
  const texts = new Set<string>();
  const computed = new Set<string>();
  const read = new Set<string>();
  const keep = (value: unknown): void => {
    if (typeof value === 'number') numbers.add(value);
    if (typeof value === 'string') texts.add(value);
  };
  const visit = (condition: Condition): void => {
    if (!('fact' in condition)) return;
    read.add(condition.fact);
    if (isReference(condition.value)) computed.add(condition.fact).add(condition.value.fact);
    else for (const value of [condition.value].flat()) keep(value);
  };
  const conditions = [
    ...program.conditions.values(),
    ...rulesOf(program).map((node) => node.rule.conditions),
    ...program.lines.flatMap(({ line }) => line.appliesWhen ?? []),
    ...program.base.flatMap(({ fact }) => fact.askedWhen),
  ];
  for (const condition of conditions) walkCondition(condition, '', visit);
  for (const { expression } of program.derived) {
    walk(expression, (inner) => {
      if (inner.op === 'constant') keep(inner.value);
      if (inner.op === 'fact') computed.add(inner.id);
    });
  }
  return { numbers: [...numbers], texts: [...texts], computed, read: new Set([...read, ...computed]) };
}

/** The region of a question; any one answer stands for all where nothing reads it. */
export function regionOf(id: string, type: FactType, cuts: Cuts): Region {
  const region = regionOfType(id, type, cuts);
  return cuts.read.has(id) ? region : { answers: region.answers.slice(0, 1), complete: true };
}

function regionOfType(id: string, type: FactType, cuts: Cuts): Region {
  switch (type.kind) {
    case 'boolean':
      return { answers: [true, false], complete: true };
    case 'choice':
      return { answers: type.choices.map((choice) => choice.id), complete: true };
    case 'checklist':
      return subsets(type.choices.map((choice) => choice.id));
    case 'number':
      return { answers: numbersFor(type, cuts.numbers), complete: !cuts.computed.has(id) };
    case 'text':
      return { answers: ['—', ...cuts.texts.slice(0, 20)], complete: true };
    case 'rows':
      return { answers: rowsFor(type, cuts), complete: false };
    case 'record':
      return { answers: [], complete: true };
  }
}

function subsets(ids: readonly string[]): Region {
  if (ids.length > MOST_SUBSETS) {
    const answers = [[...ids], [], ...ids.map((id) => ids.filter((other) => other !== id)), ...ids.map((id) => [id])];
    return { answers, complete: false };
  }
  const answers = Array.from({ length: 2 ** ids.length }, (_, mask) =>
    ids.filter((_id, bit) => (mask & (1 << bit)) === 0),
  );
  return { answers, complete: true };
}

/** Every constant, its neighbours, and the ends of the range. */
function numbersFor(type: Extract<FactType, { kind: 'number' }>, constants: readonly number[]): number[] {
  const step = type.multipleOf ?? (type.integer ? 1 : 0.01);
  const low = type.minimum ?? -1_000_000;
  const high = type.maximum ?? 1_000_000;
  const near = constants.flatMap((constant) => [constant - step, constant, constant + step]);
  const fitting = [low, high, ...near].map((value) => Math.round(Math.round(value / step) * step * 1e6) / 1e6);
  return [...new Set(fitting)].filter((value) => value >= low && value <= high).sort((a, b) => a - b);
}

/** No row, and one to four rows of each kind. */
function rowsFor(type: Extract<FactType, { kind: 'rows' }>, cuts: Cuts): unknown[] {
  const columns = [...type.columns.values()];
  const choices = columns.map((column) => ({
    id: column.id,
    answers: regionOfType(column.id, column.type, { ...cuts, numbers: [0, 1, 2] }).answers.slice(0, 6),
  }));
  const single = choices
    .reduce<Record<string, unknown>[]>(
      (rows, { id, answers }) => rows.flatMap((row) => answers.map((answer) => ({ ...row, [id]: answer }))),
      [{}],
    )
    .slice(0, 24);
  const several = [2, 4].flatMap((count) => single.map((row) => Array.from({ length: count }, () => row)));
  return [[], ...single.map((row) => [row]), ...several, single];
}
