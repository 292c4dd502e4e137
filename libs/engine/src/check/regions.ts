/** Owns the finite regions that cuts make of all answers: representative answers, and whether they stand for all. */
import type { Column, FactType } from '@yimen/config';
import { emptyText } from '../runtime/runtime.js';
import type { Cuts } from './cuts.js';

/** Answers that stand for answers to one question. */
export interface Region {
  readonly answers: readonly unknown[];
  /** Whether any other answer is sure to behave like one of these. */
  readonly complete: boolean;
}

const MOST_SUBSETS = 10;
/** Beyond every constant where a number has no bound of its own. */
const FAR = 1_000_000;

/** The region of a question; any one answer stands for all where nothing reads it. */
export function regionOf(id: string, type: FactType, cuts: Cuts): Region {
  if (!cuts.read.has(id)) return { answers: answersOf(type, [], cuts.numbers).slice(0, 1), complete: true };
  const own = [...(cuts.constants.get(id) ?? [])];
  const computed = cuts.computed.has(id);
  const answers = answersOf(type, computed ? [...own, ...cuts.numbers] : own, cuts.numbers);
  return { answers, complete: standForAll(type, computed) };
}

function standForAll(type: FactType, computed: boolean): boolean {
  switch (type.kind) {
    case 'number':
    case 'text':
      return !computed;
    case 'checklist':
      return type.choices.length <= MOST_SUBSETS;
    case 'rows':
      return false;
    default:
      return true;
  }
}

function answersOf(type: FactType, constants: readonly unknown[], numbers: readonly number[]): readonly unknown[] {
  switch (type.kind) {
    case 'boolean':
      return [true, false];
    case 'choice':
      return type.choices.map((choice) => choice.id);
    case 'checklist':
      return subsetsOf(type.choices.map((choice) => choice.id));
    case 'number':
      return numbersFor(
        type,
        constants.filter((constant) => typeof constant === 'number'),
      );
    case 'text':
      return textsBeside(constants.filter((constant) => typeof constant === 'string'));
    case 'rows':
      return tablesOf([...type.columns.values()], numbers);
    case 'files':
      return filesOf(type);
    case 'record':
      return [];
  }
}

/** All subsets, or, where they are too many: all, none, all but one, and one. */
function subsetsOf(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length > MOST_SUBSETS)
    return [[...ids], [], ...ids.map((id) => ids.filter((other) => other !== id)), ...ids.map((id) => [id])];
  return Array.from({ length: 2 ** ids.length }, (_, mask) => ids.filter((_id, bit) => (mask & (1 << bit)) === 0));
}

/** The constants and two texts that are none of them. A blank text is no answer. */
function textsBeside(constants: readonly string[]): readonly string[] {
  const longest = Math.max(0, ...constants.map((constant) => constant.length));
  return ['—'.repeat(longest + 1), '—'.repeat(longest + 2), ...constants.filter((constant) => !emptyText(constant))];
}

/** Most steps that are tried for a whole number. */
const MOST_STEPS = 1000;

type NumberType = Extract<FactType, { kind: 'number' }>;

/** The ends of the range, every constant, and an answer on either side of each. */
export function numbersFor(type: NumberType, constants: readonly number[]): readonly number[] {
  const low = type.minimum ?? Math.min(-FAR, (type.maximum ?? 0) - FAR, ...constants.map((constant) => constant - 1));
  const high = type.maximum ?? Math.max(FAR, (type.minimum ?? 0) + FAR, ...constants.map((constant) => constant + 1));
  const inside = constants.filter((constant) => constant > low && constant < high);
  const cuts = [...new Set([low, ...inside, high])].sort((a, b) => a - b);
  const step = stepOf(type);
  const beside = step === undefined ? withMiddles(cuts) : cuts.flatMap((cut) => multiplesBeside(cut, step));
  return [...new Set(beside)].filter((value) => value >= low && value <= high).sort((a, b) => a - b);
}

/** What answers are multiples of: of whole ones the least whole multiple of their step. */
function stepOf({ integer, multipleOf }: NumberType): number | undefined {
  if (!integer || multipleOf === undefined) return multipleOf ?? (integer ? 1 : undefined);
  const times = Array.from({ length: MOST_STEPS }, (_, index) => index + 1);
  const whole = times.find((count) => Math.abs(count * multipleOf - Math.round(count * multipleOf)) < 1e-9);
  return Math.round((whole ?? 1) * multipleOf) || 1;
}

const withMiddles = (cuts: readonly number[]): readonly number[] =>
  cuts.flatMap((cut, index) => [cut, (cut + (cuts[index + 1] ?? cut)) / 2]);

function multiplesBeside(cut: number, step: number): readonly number[] {
  const place = cut / step;
  const nearest = Math.round(place);
  const exact = Math.abs(place - nearest) < 1e-9;
  const places = exact ? [nearest - 1, nearest, nearest + 1] : [Math.floor(place), Math.ceil(place)];
  return places.map((each) => Number((each * step).toPrecision(12)));
}

/** Rules only count files: any that are as many behave the same. */
const filesOf = ({ least, most }: Extract<FactType, { kind: 'files' }>): readonly (readonly string[])[] =>
  Array.from({ length: most - least + 1 }, (_, more) =>
    Array.from({ length: least + more }, (_id, file) => fileId(file)),
  );

const fileId = (file: number): string => `00000000-0000-4000-8000-${String(file).padStart(12, '0')}`;

const MOST_KINDS = 24;

/** No row; one, two and four rows of each kind; one of every kind. */
function tablesOf(columns: readonly Column[], numbers: readonly number[]): readonly unknown[] {
  const kinds = columns
    .map(({ id, type }) => ({ id, answers: cellsOf(type, numbers) }))
    .reduce<Record<string, unknown>[]>(
      (rows, { id, answers }) =>
        rows.flatMap((row) => answers.map((answer) => ({ ...row, [id]: answer }))).slice(0, MOST_KINDS),
      [{}],
    );
  return [[], ...[1, 2, 4].flatMap((count) => kinds.map((row) => Array.from({ length: count }, () => row))), kinds];
}

function cellsOf(type: FactType, numbers: readonly number[]): readonly unknown[] {
  const constants = type.kind === 'number' ? [0, 1, 2] : numbers;
  const answers = answersOf(type, constants, numbers);
  const small = type.kind === 'number' ? answers.filter((answer) => Math.abs(answer as number) < FAR) : answers;
  return small.slice(0, 6);
}
