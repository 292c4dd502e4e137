/** Owns generated editions: random rule files over a small fixed form, using everything the language offers. */
import type { SourceFiles } from '@yimen/config';
import fc from 'fast-check';

const id = 'test/generated/2000';
const text = (zh: string) => ({ zh, en: zh });
const list = (of: string[]) => of.map((row) => ({ id: row, title: text(`项${row}`) }));

const kinds = ['red', 'green', 'blue', 'grey'];
const tags = ['t1', 't2', 't3', 't4'];

const lists = {
  lists: [
    {
      id: 'kinds',
      title: text('种类'),
      columns: [
        { id: 'weight', title: text('权重'), type: 'number' },
        { id: 'rare', title: text('稀有'), type: 'boolean' },
        { id: 'tagged', title: text('标签'), type: 'checklist', list: 'tags' },
      ],
      rows: [
        { id: 'red', title: text('红'), weight: 3, rare: true, tagged: ['t1', 't2'] },
        { id: 'green', title: text('绿'), weight: 0.5, rare: false, tagged: [] },
        { id: 'blue', title: text('蓝'), weight: 7, tagged: ['t4'] },
        { id: 'grey', title: text('灰') },
      ],
    },
    {
      id: 'tags',
      title: text('标签'),
      rows: [...list(['t1', 't2', 't3']), { id: 't4', title: text('项t4'), required: false }],
    },
  ],
};

const schema = {
  type: 'object',
  properties: {
    yes: { type: 'boolean', title: '是' },
    other: { type: 'boolean', title: '另' },
    whole: { type: 'integer', minimum: 0, maximum: 10, title: '整' },
    real: { type: 'number', minimum: -5, maximum: 5, title: '实' },
    kind: { $ref: 'list:kinds', title: '种' },
    name: { type: 'string', title: '名' },
    held: { type: 'array', uniqueItems: true, items: { $ref: 'list:tags' }, title: '有' },
    table: {
      type: 'array',
      title: '表',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['amount'],
        properties: { of: { $ref: 'list:kinds', title: '种' }, amount: { type: 'integer', minimum: 0, title: '数' } },
      },
    },
  },
  required: ['yes', 'other', 'whole', 'real', 'kind', 'name', 'held', 'table'],
  allOf: [
    {
      if: { properties: { kind: { const: 'red' } }, required: ['kind'] },
      then: { properties: { extra: { type: 'integer', minimum: 0, title: '附' } }, required: ['extra'] },
    },
    {
      if: { properties: { whole: { exclusiveMinimum: 3 } }, required: ['whole'] },
      then: { properties: { reason: { type: 'string', title: '由' } }, required: ['reason'] },
    },
  ],
};

const questions = ['yes', 'other', 'whole', 'real', 'kind', 'name', 'held', 'table', 'extra', 'reason'];
const form = { id: 'sheet', title: text('表'), steps: [{ id: 'all', title: text('全部'), questions }], schema };

/** Derived facts that rules may name, by type; the numbers and booleans among them grow at random. */
const fixedFormulas: Record<string, string> = {
  row: 'ROW(kinds, kind)',
  lacking: 'MISSING_ITEMS(held)',
  chosen: 'SELECT(tags, INCLUDES(held, "t1") = FALSE)',
  heavy: 'SELECT(kinds, weight > real)',
  best: 'IF(yes, kind, "blue")',
};

const numberFormula: fc.Arbitrary<string> = fc.letrec<{ number: string; boolean: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'whole',
      'real',
      'extra',
      '1',
      '2.5',
      '0',
      'MISSING(held)',
      'COUNT(held)',
      'COUNT(table)',
      'LOOKUP(kinds, kind, weight)',
    ),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('number').map((a) => `(${a} / MAX(1, ABS(whole)))`),
    fc.tuple(fc.constantFrom('MIN', 'MAX'), tie('number'), tie('number')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(fc.constantFrom('ROUND', 'FLOOR', 'CEILING', 'ABS'), tie('number')).map(([f, a]) => `${f}(${a})`),
    fc.tuple(tie('boolean'), tie('number'), tie('number')).map(([c, a, b]) => `IF(${c}, ${a}, ${b})`),
    tie('number').map((a) => `IFBLANK(${a}, 1)`),
    tie('number').map((a) => `SUM(table, MAX(0, amount - ${a}))`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `SHORTFALL_PERCENT(${a}, ${b})`),
    fc.constantFrom(
      'COUNT(table, of = "red")',
      'COUNT(table, amount >= 2)',
      'LOOKUP(kinds, kind, weight, whole)',
      'COUNT(EXCEPT(held, lacking))',
    ),
  ),
  boolean: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'yes',
      'other',
      'TRUE',
      'kind = "red"',
      'kind <> "grey"',
      'INCLUDES(held, "t2")',
      'LOOKUP(kinds, kind, rare)',
      'extra > 2',
      'name = "x"',
    ),
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '=', '<>'), tie('number'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(fc.constantFrom('AND', 'OR'), tie('boolean'), tie('boolean')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    tie('boolean').map((a) => `NOT(${a})`),
  ),
})).number;

type Json = Record<string, unknown>;
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
    fact: fc.constantFrom('name', 'reason'),
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
const group = (names: readonly string[]): fc.Arbitrary<Json> =>
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
const rule = (event: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.record(
    { clause: fc.constant('条一'), reason, conditions: group(['n0', 'n1', 'n2']), event, priority },
    { requiredKeys: ['clause', 'reason', 'conditions', 'event'] },
  );

const lineEvent = fc.record({ type: fc.constantFrom('award', 'deduct'), params: amount });
const deskEvent = fc.oneof(
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

const withIds = (prefix: string, rules: readonly Json[]): Json[] =>
  rules.map((each, index) => ({ id: `${prefix}${index}`, ...each }));

const line = fc.record(
  {
    points: fc.constantFrom(2, 5, 7.5),
    starts: fc.constantFrom('full', 'zero'),
    rules: fc.array(rule(lineEvent), { minLength: 1, maxLength: 4 }),
    appliesWhen: group(['n0']),
    needs: fc.subarray(['name', 'reason']),
  },
  { requiredKeys: ['points', 'starts', 'rules'] },
);

const manifest = (kind: string, rest: Json): Json => ({
  id,
  kind,
  title: text('生成'),
  authority: text('测试'),
  year: 2000,
  effectiveFrom: '2000-01-01',
  source: { title: text('无'), number: '无', date: '2000-01-01' },
  forms: ['sheet'],
  ...rest,
});

const bands = [
  { id: 'high', title: text('高'), above: 50, upTo: 100 },
  { id: 'low', title: text('低'), from: 0, upTo: 50 },
];

function standardFiles(lines: readonly Json[]): [string, unknown][] {
  const numbered = lines.map((each, index) => ({
    id: `l${index}`,
    title: text('线'),
    clause: '条一',
    standard: text('标准'),
    ...each,
    rules: withIds(`l${index}r`, each.rules as Json[]),
  }));
  const points = numbered.reduce((sum, each) => sum + (each as unknown as { points: number }).points, 0);
  const category = {
    id: 'cat',
    title: text('类'),
    points,
    clause: '条一',
    indicators: [{ id: 'ind', title: text('标'), points, clause: '条一', lines: numbered }],
  };
  return [
    ['edition', manifest('standard', { categories: ['cat'], points, bands })],
    ['category', category],
  ];
}

function deskFiles(rules: readonly Json[]): [string, unknown][] {
  const title = { title: text('处理') };
  const dispositions = { refuse: title, report: title, inform: title };
  return [
    ['edition', manifest('desk', {})],
    ['desk', { department: 'best', handedIn: 'held', dispositions, rules: withIds('r', rules) }],
  ];
}

function filesOf(named: readonly Json[], formulas: readonly string[], body: [string, unknown][]): SourceFiles {
  const derived = { ...fixedFormulas, g0: formulas[0], g1: formulas[1], amountA: `IFBLANK(${formulas[0]}, 0)` };
  const facts = Object.entries(derived).map(([fact, formula]) => ({ id: fact, title: text(fact), formula }));
  const conditions = Object.fromEntries(
    named.map((each, index) => [`n${index}`, { title: text('条件'), conditions: each }]),
  );
  const documents: [string, unknown][] = [
    ...body,
    ['lists', lists],
    ['facts', { facts }],
    ['conditions', { conditions }],
    ['outline', { clauses: [{ id: '条一', summary: text('一') }] }],
  ];
  const written = documents.map(([kind, content]) => [`rules/${id}/${kind}.json`, write(kind, content)]);
  return Object.fromEntries([...written, [`forms/${id}/sheet.json`, write('form', form)]]);
}

const write = (kind: string, content: unknown): string =>
  JSON.stringify({ $schema: `${kind}.schema.json`, ...(content as object) });

/** Files of a random edition, a standard or a desk. */
export const editionFiles: fc.Arbitrary<SourceFiles> = fc
  .tuple(
    fc.tuple(group([]), group(['n0']), group(['n0', 'n1'])),
    fc.tuple(numberFormula, numberFormula),
    fc.oneof(
      fc.array(line, { minLength: 1, maxLength: 4 }).map(standardFiles),
      fc.array(rule(deskEvent), { minLength: 1, maxLength: 6 }).map(deskFiles),
    ),
  )
  .map(([named, formulas, body]) => filesOf(named, formulas, body));

export const generatedId = id;

/** Answers to the generated form; each may be left out. */
export const answers: fc.Arbitrary<Json> = fc
  .record(
    {
      yes: fc.boolean(),
      other: fc.boolean(),
      whole: fc.integer({ min: 0, max: 10 }),
      real: fc.oneof(fc.constantFrom(-1, 0, 0.1, 0.3, 2.5, 5), fc.double({ min: -5, max: 5, noNaN: true })),
      kind: fc.constantFrom(...kinds),
      name: fc.constantFrom('x', 'y', ''),
      held: fc.subarray(tags),
      table: fc.array(fc.record({ of: fc.constantFrom(...kinds), amount: fc.nat(5) }, { requiredKeys: ['amount'] }), {
        maxLength: 3,
      }),
      extra: fc.nat(5),
      reason: fc.constantFrom('x', 'z'),
    },
    { requiredKeys: [] },
  )
  .chain((full) => fc.boolean().map((complete) => (complete ? { ...complete_, ...full } : full)));

const complete_ = {
  yes: true,
  other: false,
  whole: 2,
  real: 0.3,
  kind: 'blue',
  name: 'x',
  held: ['t1'],
  table: [{ of: 'red', amount: 1 }],
  extra: 1,
  reason: 'x',
};
