import { describe, expect, it } from '@jest/globals';
import type { Condition } from '@yimen/config';
import type { Argument, Expression } from '../formula/expression.js';
import type { Program } from '../program/program.js';
import { cutsOf } from './cuts.js';

const type = { kind: 'number', integer: true } as const;
const fact = (id: string): Expression => ({ op: 'fact', id, type, blank: false });
const constant = (value: number): Expression => ({ op: 'constant', value, type, blank: false });
const call = (sign: string, kind: 'boolean' | 'number', ...args: Argument[]): Expression =>
  ({ op: 'call', fn: { sign }, args, type: { kind }, blank: false }) as unknown as Expression;

const programOf = (expressions: Expression[], conditions: Condition[] = []): Program =>
  ({
    base: [],
    lines: [],
    derived: expressions.map((expression) => ({ expression })),
    conditions: new Map(conditions.map((condition, index) => [`c${index}`, condition])),
  }) as unknown as Program;

describe('the cuts of an edition', () => {
  it('are the constants that conditions compare a fact with', () => {
    const cuts = cutsOf(
      programOf(
        [],
        [
          {
            any: [
              { fact: 'a', operator: 'lessThan', value: 3 },
              { fact: 'a', operator: 'in', value: [5, 7] },
            ],
          },
        ],
      ),
    );
    expect([...(cuts.constants.get('a') ?? [])]).toEqual([3, 5, 7]);
    expect(cuts.computed.size).toBe(0);
  });

  it('are found in the comparisons of formulas, on either side', () => {
    const cuts = cutsOf(
      programOf([call('<', 'boolean', fact('a'), constant(100)), call('>=', 'boolean', constant(9), fact('a'))]),
    );
    expect([...(cuts.constants.get('a') ?? [])]).toEqual([100, 9]);
    expect(cuts.computed.has('a')).toBe(false);
  });

  it('do not suffice for facts that are calculated with or compared with one another', () => {
    const compared: Condition = { all: [{ fact: 'b', operator: 'equal', value: { fact: 'c' } }] };
    const cuts = cutsOf(
      programOf([call('>', 'boolean', call('-', 'number', constant(2), fact('a')), constant(8))], [compared]),
    );
    expect([...cuts.computed].sort()).toEqual(['a', 'b', 'c']);
    expect(cuts.numbers).toEqual(expect.arrayContaining([2, 8]));
  });
});
