import { describe, expect, it } from '@jest/globals';
import type { Condition, RuleEvent } from '@yimen/config';
import type { RuleDeclaration } from '@yimen/engine/editing';
import fc from 'fast-check';
import { decisionTables, inOrder } from './decision-table';
import { movedRule } from './order';

const rule = (id: string, priority: number | undefined, conditions: Condition, type = 'inform'): RuleDeclaration => ({
  id,
  clause: '一',
  reason: { zh: id },
  conditions,
  event: { type } as RuleEvent,
  ...(priority === undefined ? {} : { priority }),
});
const compare = (fact: string, value: number | boolean, more: object = {}) =>
  ({ fact, operator: 'equal', value, ...more }) as Condition;

describe('The rules of a desk as a table', () => {
  const rules = [
    rule('last', undefined, { condition: 'mine' }),
    rule('papers', 900, { all: [compare('open', true)] }, 'require'),
    rule('first', 20, {
      all: [
        compare('area', 1, { operator: 'greaterThan' }),
        { all: [compare('area', 9, { operator: 'lessThan' }), { not: { condition: 'mine' } }] },
        { any: [compare('open', true), compare('open', false)] },
        compare('windows', 2, { path: '0.staff' }),
      ],
    }),
    rule('second', 10, { any: [compare('open', true)] }),
  ];
  const { deciding, requiring } = decisionTables(rules);

  it('stand in the order in which they decide, those that ask for papers apart', () => {
    expect(deciding.rows.map((row) => row.rule.id)).toEqual(['first', 'second', 'last']);
    expect(requiring.rows.map((row) => row.rule.id)).toEqual(['papers']);
  });

  it('have what they compare as columns, and the rest together', () => {
    expect(deciding.columns.map(({ field }) => field)).toEqual(['area', 'windows.0.staff']);
    const [first, second, last] = deciding.rows;
    expect(first?.tests.get('area')).toHaveLength(2);
    expect(first?.named).toEqual([{ id: 'mine', holds: false }]);
    expect(first?.others).toEqual([{ any: [compare('open', true), compare('open', false)] }]);
    expect(second?.others).toHaveLength(1);
    expect(last?.named).toEqual([{ id: 'mine', holds: true }]);
    expect([deciding.hasNamed, deciding.hasOthers, requiring.hasNamed, requiring.hasOthers]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('lose nothing of their conditions', () => {
    const leaf = fc.constantFrom<Condition>(
      compare('open', true),
      compare('area', 3),
      { condition: 'mine' },
      { not: { condition: 'mine' } },
      { any: [compare('area', 1)] },
      { not: compare('open', false) },
    );
    const nested = fc.letrec<{ all: Condition }>((tie) => ({
      all: fc
        .array(fc.oneof({ maxDepth: 3 }, leaf, tie('all')), { minLength: 1, maxLength: 3 })
        .map((all) => ({ all })),
    })).all;
    const leaves = (condition: Condition): string[] =>
      'all' in condition ? condition.all.flatMap(leaves) : [JSON.stringify(condition)];
    fc.assert(
      fc.property(nested, (conditions) => {
        const [row] = decisionTables([rule('one', 1, conditions)]).deciding.rows;
        const there = [
          ...(row?.named ?? []).map(({ id, holds }) => (holds ? { condition: id } : { not: { condition: id } })),
          ...[...(row?.tests.values() ?? [])].flat(),
          ...(row?.others ?? []),
        ].map((condition) => JSON.stringify(condition));
        expect(there.sort()).toEqual(leaves(conditions).sort());
      }),
    );
  });
});

describe('Moving a rule', () => {
  it('changes places with its neighbour and nothing else', () => {
    const priorities = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(priorities, fc.nat(19), fc.constantFrom('up', 'down'), (all, at, to) => {
        const rules = all.map((priority, index) => rule(`r${index}`, priority, { condition: 'x' }));
        const before = inOrder(rules).map(({ id }) => id);
        const place = at % before.length;
        const id = before[place] as string;
        const moved = movedRule(rules, id, to as 'up' | 'down');
        const other = to === 'up' ? place - 1 : place + 1;
        const expected = [...before];
        if (expected[other] !== undefined) [expected[place], expected[other]] = [expected[other], id];
        expect(inOrder(moved).map((each) => each.id)).toEqual(expected);
        expect(moved.map((each) => each.id)).toEqual(rules.map((each) => each.id));
        for (const { priority = 1 } of moved)
          expect(priority >= 1 && priority <= 1000 && Number.isInteger(priority)).toBe(true);
      }),
    );
  });

  it('leaves the rules that ask for papers alone', () => {
    const rules = [
      rule('a', 3, { condition: 'x' }),
      rule('papers', 2, { condition: 'x' }, 'require'),
      rule('b', 1, { condition: 'x' }),
    ];
    expect(movedRule(rules, 'b', 'up').map(({ priority }) => priority)).toEqual([1, 2, 3]);
    expect(movedRule(rules, 'a', 'up')).toBe(rules);
    expect(movedRule(rules, 'papers', 'up')).toBe(rules);
  });
});
