import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hundredths, incompleteRows, ownPath, roundTo, shortfallPercent, snap, twoDecimals } from './runtime.js';

describe('arithmetic at run time', () => {
  it('snaps binary noise before it rounds half up', () => {
    expect(snap(100 - 0.1 - 0.1 - 0.1)).toBe(99.7);
    expect(hundredths(1.005)).toBe(101);
    expect(hundredths(2.625)).toBe(263);
    expect(roundTo(0.5, 0)).toBe(1);
    expect(shortfallPercent(100, 93)).toBe(7);
  });

  it('counts whole percentage points as integers do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.nat(10_000_000), (due, paid) => {
        const exact = paid >= due ? 0 : Number((BigInt(due - paid) * 100n) / BigInt(due));
        expect(shortfallPercent(due / 100, paid / 100)).toBe(exact);
      }),
      { numRuns: 5000 },
    );
  });

  it('rounds an exact fraction half up to two decimals', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 10_000 }), (numerator, denominator) => {
        const exact = Number((2n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator))) / 100;
        expect(twoDecimals(numerator, denominator)).toBe(exact);
      }),
    );
  });

  it('follows own properties only', () => {
    expect(ownPath({ a: [{ b: 1 }] }, 'a.0.b')).toBe(1);
    for (const path of ['constructor', '__proto__', 'a.length.x', 'toString', 'a.9.b'])
      expect(ownPath({ a: [] }, path)).toBeUndefined();
  });

  it('takes a blank cell as one that is not there', () => {
    const rows = (who: unknown) => [{ who: '张' }, { who }] as never;
    expect([undefined, '', ' \u3000 '].map((who) => incompleteRows(rows(who), ['who']))).toEqual([true, true, true]);
    expect([' 李 ', 0, false, []].map((who) => incompleteRows(rows(who), ['who']))).toEqual(Array(4).fill(false));
  });
});
