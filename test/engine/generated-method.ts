/** Owns generated parameters of every scoring method, each with its own arithmetic: exact fractions, nothing of the engine. */
import type { Condition } from '@yimen/config';
import type { MethodId, MethodParams } from '@yimen/engine/editing';
import fc from 'fast-check';

export const linePoints = 10;

export type Row = { readonly service: string; readonly clerks: number; readonly signed: boolean };
export type Sheet = Readonly<Record<string, any>>;

/** A number of points as a fraction. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export interface GeneratedMethod {
  readonly params: MethodParams;
  /** What the line scores before it is cut to its points. */
  readonly score: (sheet: Sheet) => Fraction;
}

const fraction = (over: bigint | number, under: bigint | number = 1): Fraction => ({
  over: BigInt(over),
  under: BigInt(under),
});
const zero = fraction(0);
const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
const less = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;
/** A number with two decimals at most. */
const exact = (value: number): Fraction => fraction(Math.round(value * 100), 100);

/** The score in hundredths, half up. */
export function hundredthsOf(score: Fraction): number {
  const top = fraction(linePoints);
  const cut = less(score, zero) ? zero : less(top, score) ? top : score;
  return Number((200n * cut.over + cut.under) / (2n * cut.under));
}

const down = (lost: Fraction): Fraction => minus(fraction(linePoints), lost);

const clerksPerRow = { service: fc.constantFrom('aid', 'labour'), clerks: fc.nat(4), signed: fc.boolean() };
const money = fc.nat(40_000).map((hundredths) => hundredths / 100);
const ticked = fc.subarray(['desk', 'lamp', 'fan', 'pen']);

/** Answers to whatever is asked. */
export const sheets: fc.Arbitrary<Sheet> = fc
  .record({
    open: fc.boolean(),
    staff: fc.nat(8),
    staffDue: fc.nat(8),
    complaints: fc.nat(5),
    area: money,
    areaDue: fc.oneof(money, fc.constant(0)),
    fundDue: fc.oneof(money, fc.constant(0)),
    fundPaid: money,
    change: fc.integer({ min: -5, max: 5 }),
    venue: fc.constantFrom('hall', 'window', 'none'),
    tools: ticked,
    counters: fc.array(fc.record(clerksPerRow), { maxLength: 5 }),
    docked: fc.nat(6).map((halves) => halves / 2),
    seats: fc.nat(8),
    chairs: fc.nat(8),
    racks: ticked,
    why: fc.constant('地面不净'),
  })
  .map(({ seats, chairs, racks, why, ...rest }) => ({
    ...rest,
    ...(rest.venue === 'hall' ? { seats, chairs, racks } : {}),
    ...(rest.docked > 0 ? { why } : {}),
  }));

type Told = readonly [Condition, (sheet: Sheet) => boolean];

const closed: Told = [{ all: [{ fact: 'open', operator: 'equal', value: false }] }, (sheet) => !sheet.open];
const told: readonly Told[] = [
  [
    {
      any: [
        { fact: 'venue', operator: 'equal', value: 'none' },
        { fact: 'area', operator: 'lessThan', value: 100 },
      ],
    },
    (sheet) => sheet.venue === 'none' || sheet.area < 100,
  ],
  [
    {
      all: [
        { fact: 'open', operator: 'equal', value: true },
        { fact: 'staff', operator: 'lessThan', value: { fact: 'staffDue' } },
      ],
    },
    (sheet) => sheet.open && sheet.staff < sheet.staffDue,
  ],
  [
    { not: { all: [{ fact: 'tools', operator: 'contains', value: 'lamp' }] } },
    (sheet) => !sheet.tools.includes('lamp'),
  ],
];
const conditions = fc.constantFrom(...told);
const anyCondition = fc.constantFrom(closed, ...told);
const points = fc.integer({ min: 1, max: 18 }).map((halves) => halves / 2);

/** What all counted methods can have besides. */
const common = fc.record({
  cap: fc.option(points, { nil: undefined }),
  when: fc.option(anyCondition, { nil: undefined }),
});

type Count = (sheet: Sheet) => Fraction;

/** A method that takes `each` of what is counted off. */
function counting(
  own: fc.Arbitrary<readonly [MethodParams, Count]>,
  each: fc.Arbitrary<number> | undefined,
): fc.Arbitrary<GeneratedMethod> {
  return fc.tuple(own, common, each ?? fc.constant(undefined)).map(([[params, count], { cap, when }, off]) => ({
    params: {
      ...params,
      ...(off === undefined ? {} : { points: off }),
      ...(cap === undefined ? {} : { cap }),
      ...(when === undefined ? {} : { when: when[0] }),
    },
    score: (sheet) => {
      if (when && !when[1](sheet)) return down(zero);
      const lost = times(count(sheet), exact(off ?? 1));
      return down(cap !== undefined && less(exact(cap), lost) ? exact(cap) : lost);
    },
  }));
}

const missing = (list: readonly string[] | undefined): Fraction =>
  fraction(list === undefined ? 0 : ['desk', 'lamp', 'pen'].filter((id) => !list.includes(id)).length);

const positive = (value: Fraction): Fraction => (less(value, zero) ? zero : value);

type Sided = readonly [unknown, (sheet: Sheet) => Fraction | undefined];
const asked = (value: number | undefined): Fraction | undefined => (value === undefined ? undefined : exact(value));
const rowsOf = (sheet: Sheet): readonly Row[] => sheet.counters;
const sumOf = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0);

const hads: readonly Sided[] = [
  [{ fact: 'staff' }, (sheet) => exact(sheet.staff)],
  [{ fact: 'area' }, (sheet) => exact(sheet.area)],
  [{ fact: 'seats' }, (sheet) => asked(sheet.seats)],
  [{ count: 'counters' }, (sheet) => exact(rowsOf(sheet).length)],
  [
    { count: 'counters', where: { column: 'service', is: 'aid' } },
    (sheet) => exact(rowsOf(sheet).filter((row) => row.service === 'aid').length),
  ],
  [
    { count: 'counters', where: { column: 'signed', is: true } },
    (sheet) => exact(rowsOf(sheet).filter((row) => row.signed).length),
  ],
  [{ count: 'tools' }, (sheet) => exact(sheet.tools.length)],
  [{ sum: 'counters', column: 'clerks' }, (sheet) => exact(sumOf(rowsOf(sheet).map((row) => row.clerks)))],
];
const negativeHad: Sided = [{ fact: 'change' }, (sheet) => exact(sheet.change)];

const dues: readonly Sided[] = [
  [{ fact: 'staffDue' }, (sheet) => exact(sheet.staffDue)],
  [{ fact: 'areaDue' }, (sheet) => exact(sheet.areaDue)],
  [{ fact: 'chairs' }, (sheet) => asked(sheet.chairs)],
];
const required: fc.Arbitrary<Sided> = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((halves): Sided => [halves / 2, () => exact(halves / 2)]),
  fc.constantFrom(...dues),
);

/** Two sides and what is made of them; nothing where one is not asked. */
const sided = (all: readonly Sided[], make: (had: Fraction, due: Fraction) => Fraction) =>
  fc.tuple(fc.constantFrom(...all), required).map(
    ([[had, there], [due, must]]) =>
      [
        { had, required: due },
        (sheet: Sheet) => {
          const [is, wanted] = [there(sheet), must(sheet)];
          return is && wanted ? make(is, wanted) : zero;
        },
      ] as const,
  );

const inEachRow = fc
  .integer({ min: 1, max: 4 })
  .map(
    (due) =>
      [
        { had: { each: 'counters', column: 'clerks' }, required: due },
        (sheet: Sheet) => fraction(sumOf(rowsOf(sheet).map((row) => Math.max(0, due - row.clerks)))),
      ] as const,
  );

/** What share of the line is short; nothing where nothing is required. */
function shortShare(had: Fraction, due: Fraction): Fraction {
  if (due.over <= 0n) return zero;
  const short = positive(minus(due, positive(had)));
  return times(fraction(linePoints), fraction(short.over * due.under, short.under * due.over));
}

function percentShort({ fundDue, fundPaid }: Sheet): Fraction {
  const [due, paid] = [Math.round(fundDue * 100), Math.round(fundPaid * 100)].map(BigInt) as [bigint, bigint];
  return due <= 0n || paid >= due ? zero : fraction(((due - paid) * 100n) / due);
}

const fixed = (fire: (sheet: Sheet) => boolean, off: number) => (sheet: Sheet) => down(fire(sheet) ? exact(off) : zero);

const numberTiers: fc.Arbitrary<GeneratedMethod> = fc
  .record({
    fact: fc.constantFrom('staff', 'area', 'seats', 'change'),
    boundary: fc.constantFrom('lower' as const, 'upper' as const),
    bounds: fc.uniqueArray(fc.integer({ min: -3, max: 60 }), { minLength: 1, maxLength: 4 }),
    given: fc.array(points, { minLength: 5, maxLength: 5 }),
    none: fc.nat(5),
  })
  .map(({ fact, boundary, bounds, given, none }) => {
    const sorted = [...bounds].sort((a, b) => a - b);
    const tiers = [undefined, ...sorted].map((from, place) => ({
      ...(from === undefined ? {} : { from }),
      points: place === none ? 0 : (given[place] as number),
    }));
    const reaches = (value: number, from: number): boolean => (boundary === 'lower' ? value >= from : value > from);
    return {
      params: { fact, boundary, tiers },
      score: (sheet) => {
        const value = sheet[fact] as number | undefined;
        if (value === undefined) return zero;
        return exact(tiers.filter(({ from }) => from === undefined || reaches(value, from)).at(-1)?.points ?? 0);
      },
    };
  });

const choiceTiers: fc.Arbitrary<GeneratedMethod> = fc
  .record({
    split: fc.shuffledSubarray(['hall', 'window', 'none'], { minLength: 1 }),
    together: fc.boolean(),
    given: fc.array(points, { minLength: 3, maxLength: 3 }),
  })
  .map(({ split, together, given }) => {
    const groups =
      together && split.length > 1 ? [split.slice(0, 2), ...split.slice(2).map((id) => [id])] : split.map((id) => [id]);
    const tiers = groups.map((choices, place) => ({ choices, points: given[place] as number }));
    return {
      params: { fact: 'venue', tiers },
      score: (sheet) => exact(tiers.find(({ choices }) => choices.includes(sheet.venue))?.points ?? 0),
    };
  });

/** Parameters of each method. */
export const generatedMethods: Readonly<Record<MethodId, fc.Arbitrary<GeneratedMethod>>> = {
  'full-unless': conditions.map(([condition, fire]) => ({ params: { condition }, score: fixed(fire, linePoints) })),
  'pass-or-nothing': fc.boolean().map((answer) => ({
    params: { fact: 'open', answer },
    score: fixed((sheet) => sheet.open === answer, linePoints),
  })),
  'minus-when': fc.tuple(anyCondition, points).map(([[condition, fire], off]) => ({
    params: { condition, points: off },
    score: fixed(fire, off),
  })),
  'per-missing': counting(
    fc
      .constantFrom('tools', 'racks')
      .map((checklist) => [{ checklist }, (sheet: Sheet) => missing(sheet[checklist])] as const),
    points,
  ),
  'per-short': counting(
    fc.oneof(
      { weight: 4, arbitrary: sided([...hads, negativeHad], (had, due) => positive(minus(due, had))) },
      { weight: 1, arbitrary: inEachRow },
    ),
    points,
  ),
  share: counting(sided([...hads, negativeHad], shortShare), undefined),
  'per-percent': counting(fc.constant([{ due: 'fundDue', paid: 'fundPaid' }, percentShort] as const), points),
  'per-unit': counting(
    fc
      .constantFrom('complaints', 'seats', 'change', 'area')
      .map((fact) => [{ fact }, (sheet: Sheet) => positive(exact(sheet[fact] ?? 0))] as const),
    points,
  ),
  tiers: fc.oneof(numberTiers, choiceTiers),
  discretionary: counting(
    fc.constant([{ fact: 'docked', because: 'why' }, (sheet: Sheet) => exact(sheet.docked)] as const),
    undefined,
  ),
};
