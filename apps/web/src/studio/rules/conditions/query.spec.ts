import { describe, expect, it } from '@jest/globals';
import type { Comparison, Condition, OperatorId, Scalar } from '@yimen/config';
import fc from 'fast-check';
import { unchosen } from './field-name';
import { type Group, toCondition, toQuery, unfinishedIn } from './query';

const ids = fc.constantFrom('area', 'hallArea', 'in-remit', 'windows', 'a1');
const paths = fc.constantFrom('limit', '0.staff', '12.of', 'a_b.c-d');
const operators = fc.constantFrom<OperatorId>(
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
);
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.constantFrom('', unchosen, '@area', 'area.0'),
);
const reference = fc.record({ fact: ids, path: paths }, { requiredKeys: ['fact'] });
const comparison: fc.Arbitrary<Comparison> = fc.record(
  {
    fact: ids,
    operator: operators,
    value: fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }), reference),
    path: paths,
  },
  { requiredKeys: ['fact', 'operator', 'value'] },
);

/** Every condition that the language allows, as a rule has it at its top and as it stands inside. */
const tied = fc.letrec<{ inner: Condition; top: Condition }>((tie) => ({
  inner: fc.oneof({ maxDepth: 6, depthSize: 'medium' }, comparison, tie('top')),
  top: fc.oneof(
    { maxDepth: 6, depthSize: 'medium' },
    ids.map((condition) => ({ condition })),
    fc.array(tie('inner'), { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie('inner'), { minLength: 1, maxLength: 4 }).map((any) => ({ any })),
    tie('inner').map((not) => ({ not })),
  ),
}));

/** As react-querybuilder hands a tree back: every row and group with an id of its own. */
function marked<T extends object>(node: T): T {
  const rules = (node as { rules?: object[] }).rules;
  return { ...structuredClone(node), id: 'x', ...(rules ? { rules: rules.map(marked) } : {}) };
}

const there = (condition: Condition, top: boolean) => toCondition(marked(toQuery(condition)), top);

describe('The builder', () => {
  it('gives back every condition of a rule to the letter', () => {
    fc.assert(fc.property(tied.top, (condition) => expect(there(condition, true)).toEqual(condition)));
  });

  it('gives back every condition inside another to the letter', () => {
    fc.assert(fc.property(tied.inner, (condition) => expect(there(condition, false)).toEqual(condition)));
  });

  it('finds nothing unfinished in a condition that the language allows', () => {
    fc.assert(fc.property(tied.top, (condition) => expect(unfinishedIn(toQuery(condition))).toBe(0)));
  });

  it('shares no value with the condition, which nobody else may change', () => {
    const value: Scalar[] = ['a'];
    const [row] = toQuery({ all: [{ fact: 'kind', operator: 'in', value }] }).rules;
    expect((row as { value: unknown }).value).not.toBe(value);
  });

  it('puts a comparison into a group where it is a whole rule', () => {
    const row = { field: 'open', operator: 'equal', value: true };
    expect(toCondition({ combinator: 'all', rules: [row], bare: true }, true)).toEqual({
      all: [{ fact: 'open', operator: 'equal', value: true }],
    });
  });

  it('makes a group of what stood alone as soon as there is a second row', () => {
    const query = toQuery({ not: { fact: 'open', operator: 'equal', value: true } });
    const second = { field: '@large', operator: 'holds', value: undefined };
    expect(toCondition({ ...query, rules: [...query.rules, second] }, true)).toEqual({
      not: { any: [{ fact: 'open', operator: 'equal', value: true }, { condition: 'large' }] },
    });
  });

  const finished = { field: 'open', operator: 'equal', value: true };
  it.each<[string, object]>([
    ['nothing chosen', { field: unchosen, operator: unchosen, value: undefined }],
    ['no value', { field: 'area', operator: 'equal', value: undefined }],
    ['no other fact', { field: 'area', operator: 'equal', value: undefined, valueSource: 'field' }],
    ['no column', { field: 'windows.0.', operator: 'equal', value: 1 }],
    ['no row', { field: 'windows.', operator: 'equal', value: 1 }],
    ['no operator', { field: 'area', operator: '', value: 1 }],
    ['nothing inside', { combinator: 'any', rules: [] }],
  ])('leaves out what is not finished: %s', (_, unfinished) => {
    const query = { combinator: 'any', rules: [finished, unfinished] } as Group;
    expect(toCondition(query, true)).toEqual({ any: [{ fact: 'open', operator: 'equal', value: true }] });
    expect(unfinishedIn(query)).toBe(1);
    expect(toCondition({ combinator: 'any', rules: [unfinished] } as Group, true)).toBeUndefined();
  });
});
