/** Owns the small fixed form that generated rules speak of, its lists, and random answers to it. */
import fc from 'fast-check';

export const text = (zh: string) => ({ zh, en: zh });
const list = (of: string[]) => of.map((row) => ({ id: row, title: text(`项${row}`) }));

export const kinds = ['red', 'green', 'blue', 'grey'];
export const tags = ['t1', 't2', 't3', 't4'];

export const lists = {
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
    place: { type: 'string', format: 'area', title: '处' },
    held: { type: 'array', uniqueItems: true, items: { $ref: 'list:tags' }, title: '有' },
    files: { type: 'array', maxItems: 3, items: { type: 'string', format: 'file' }, title: '件' },
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

const questions = [
  'yes',
  'other',
  'whole',
  'real',
  'kind',
  'name',
  'place',
  'held',
  'table',
  'files',
  'extra',
  'reason',
];
export const form = { id: 'sheet', title: text('表'), steps: [{ id: 'all', title: text('全部'), questions }], schema };

const uploads = [1, 2, 3].map((file) => `00000000-0000-4000-8000-00000000000${file}`);

/** Answers to the generated form; each may be left out. */
export const answers: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      yes: fc.boolean(),
      other: fc.boolean(),
      whole: fc.integer({ min: 0, max: 10 }),
      real: fc.oneof(fc.constantFrom(-1, 0, 0.1, 0.3, 2.5, 5), fc.double({ min: -5, max: 5, noNaN: true })),
      kind: fc.constantFrom(...kinds),
      name: fc.constantFrom('x', 'y', ''),
      place: fc.constantFrom('x', 'there'),
      held: fc.subarray(tags),
      files: fc.subarray(uploads),
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
  files: [],
  table: [{ of: 'red', amount: 1 }],
  extra: 1,
  reason: 'x',
};
