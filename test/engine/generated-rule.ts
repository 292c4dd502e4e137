/** Owns random conditions, rules and lines over the fixed form: every operator, event, amount and kind of group. */
import fc from 'fast-check';
import { kinds, tags } from './generated-form.js';

export type Json = Record<string, unknown>;

const numberFacts = ['whole', 'real', 'extra', 'g0', 'g1'];
const numeric = fc.constantFrom(
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'equal',
  'notEqual',
);
const numberValue = fc.oneof(
  fc.integer({ min: -3, max: 11 }),
  fc.constantFrom(0.5, 2.5, -1.25),
  fc.constantFrom(...numberFacts).map((fact) => ({ fact })),
);

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ fact: fc.constantFrom(...numberFacts), operator: numeric, value: numberValue }),
  fc.record({
    fact: fc.constantFrom('yes', 'other'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.oneof(fc.boolean(), fc.constant({ fact: 'other' })),
  }),
  fc.record({
    fact: fc.constantFrom('kind', 'best'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.oneof(fc.constantFrom(...kinds), fc.constant({ fact: 'best' })),
  }),
  fc.record({
    fact: fc.constantFrom('kind', 'best'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.oneof(fc.subarray(kinds, { minLength: 1 }), fc.constant({ fact: 'heavy' })),
  }),
  fc.record({
    fact: fc.constantFrom('held', 'lacking', 'chosen'),
    operator: fc.constantFrom('contains', 'doesNotContain'),
    value: fc.constantFrom(...tags),
  }),
  fc.record({
    fact: fc.constant('heavy'),
    operator: fc.constantFrom('contains', 'doesNotContain'),
    value: fc.constant({ fact: 'kind' }),
  }),
  fc.record({
    fact: fc.constantFrom('name', 'reason', 'place'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.constantFrom('x', 'y'),
  }),
  fc.record({ fact: fc.constant('row'), path: fc.constant('weight'), operator: numeric, value: numberValue }),
  fc.record({
    fact: fc.constant('row'),
    path: fc.constant('rare'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('row'),
    path: fc.constant('tagged'),
    operator: fc.constantFrom('contains', 'doesNotContain'),
    value: fc.constantFrom(...tags),
  }),
  fc.record({
    fact: fc.constant('table'),
    path: fc.constantFrom('0.amount', '1.amount'),
    operator: numeric,
    value: fc.oneof(numberValue, fc.constant({ fact: 'row', path: 'weight' })),
  }),
  fc.record({
    fact: fc.constant('table'),
    path: fc.constant('0.of'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.constantFrom(...kinds),
  }),
);

/** A group at most four levels deep; `names` are the named conditions it may refer to. */
export const group = (names: readonly string[]): fc.Arbitrary<Json> =>
  fc.letrec<{ node: Json; group: Json }>((tie) => ({
    node: fc.oneof({ maxDepth: 4, depthSize: 'small' }, leaf, tie('group')),
    group: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.array(leaf, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('node').map((not) => ({ not })),
      ...(names.length > 0 ? [fc.constantFrom(...names).map((condition) => ({ condition }))] : []),
    ),
  })).group;

const amount: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ points: fc.constantFrom(0.5, 1, 2, 3.25) }),
  fc.record(
    {
      points: fc.constantFrom(0.1, 1, 2),
      each: fc.constantFrom('whole', 'real', 'amountA').map((fact) => ({ fact })),
      cap: fc.constantFrom(1, 2.5, 4),
    },
    { requiredKeys: ['points', 'each'] },
  ),
  fc.record(
    { share: fc.constantFrom('real', 'amountA').map((fact) => ({ fact })), cap: fc.constantFrom(1, 3) },
    { requiredKeys: ['share'] },
  ),
);

const reason = fc.constantFrom(
  { zh: '缺 {MISSING(held)} 项：{lacking}', en: 'lacks {MISSING(held)}: {lacking}' },
  { zh: '种类 {kind}，数 {g0}', en: 'kind {kind}, number {g0}' },
  { zh: '固定', en: 'fixed' },
);

const priority = fc.integer({ min: 1, max: 4 });
export const rule = (event: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.record(
    { clause: fc.constant('条一'), reason, conditions: group(['n0', 'n1', 'n2']), event, priority },
    { requiredKeys: ['clause', 'reason', 'conditions', 'event'] },
  );

const lineEvent = fc.record({ type: fc.constantFrom('award', 'deduct'), params: amount });
export const deskEvent = fc.oneof(
  fc.record({
    type: fc.constantFrom('refuse', 'report', 'inform'),
    params: fc.record({
      dueInWorkingDays: fc.oneof(fc.nat(30), fc.constant({ fact: 'whole' }), fc.constant({ fact: 'extra' })),
    }),
  }),
  fc.record({
    type: fc.constant('require'),
    params: fc.record({ papers: fc.oneof(fc.subarray(tags, { minLength: 1 }), fc.constant({ fact: 'chosen' })) }),
  }),
);

export const withIds = (prefix: string, rules: readonly Json[]): Json[] =>
  rules.map((each, index) => ({ id: `${prefix}${index}`, ...each }));

export const line = fc.record(
  {
    points: fc.constantFrom(2, 5, 7.5),
    starts: fc.constantFrom('full', 'zero'),
    rules: fc.array(rule(lineEvent), { minLength: 1, maxLength: 4 }),
    appliesWhen: group(['n0']),
    needs: fc.subarray(['name', 'reason']),
  },
  { requiredKeys: ['points', 'starts', 'rules'] },
);
