import { describe, expect, it } from '@jest/globals';
import type { Band, Edition } from '@yimen/config';
import fc from 'fast-check';
import { countyResult } from './county-result.js';

const band = (id: string, lower: number, upper: number, inclusive = false): Band => ({
  id,
  title: { zh: id, en: id },
  lower: { value: lower, inclusive },
  upper: { value: upper, inclusive: true },
});
const standard = {
  points: 100,
  categories: [],
  bands: [band('excellent', 90, 100), band('good', 80, 90), band('pass', 60, 80), band('fail', 0, 60, true)],
};
const edition = { kind: 'standard', standard } as unknown as Edition;

/** Hundredths over units with two decimals, by long division, half up. */
function meanOf(sum: bigint, planned: bigint): string {
  const whole = sum / planned + ((sum % planned) * 2n >= planned ? 1n : 0n);
  const digits = whole.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

describe("a county's result", () => {
  it('counts a planned unit without a score as 0', () => {
    expect(countyResult(edition, { id: 'a', planned: 3, scores: [83.4, 93.2] })).toEqual({
      id: 'a',
      mean: '58.87',
      grade: 'fail',
    });
  });

  it('grades the exact mean and not the rounded one', () => {
    expect(countyResult(edition, { planned: 3, scores: [90, 90, 90.01] })).toEqual({
      mean: '90.00',
      grade: 'excellent',
    });
    expect(countyResult(edition, { planned: 1, scores: [90] })).toEqual({ mean: '90.00', grade: 'good' });
  });

  it('equals integer arithmetic on any scores', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 300 }),
        fc.nat(50),
        (hundredths, unbuilt) => {
          const planned = Math.max(1, hundredths.length + unbuilt);
          const sum = hundredths.reduce((total, score) => total + score, 0);
          const result = countyResult(edition, { planned, scores: hundredths.map((score) => score / 100) });
          const above = (points: number): boolean => BigInt(sum) > BigInt(points * 100) * BigInt(planned);
          expect(result).toHaveProperty(
            'grade',
            above(90) ? 'excellent' : above(80) ? 'good' : above(60) ? 'pass' : 'fail',
          );
          expect(result).toHaveProperty('mean', meanOf(BigInt(sum), BigInt(planned)));
        },
      ),
    );
  });

  it.each<[unknown, string, string]>([
    [null, 'wrong-type', ''],
    [{ planned: 0, scores: [] }, 'bad-planned', '/planned'],
    [{ planned: 2.5, scores: [] }, 'bad-planned', '/planned'],
    [{ scores: [] }, 'bad-planned', '/planned'],
    [{ planned: 1 }, 'wrong-type', '/scores'],
    [{ id: {}, planned: 1, scores: [] }, 'wrong-type', '/id'],
    [{ planned: 1, scores: [1, 2] }, 'too-many-scores', '/scores'],
    [{ planned: 1, scores: [101] }, 'out-of-range', '/scores/0'],
    [{ planned: 1, scores: [-1] }, 'out-of-range', '/scores/0'],
    [{ planned: 1, scores: [90.001] }, 'too-precise', '/scores/0'],
    [{ planned: 1, scores: [90.00000001] }, 'too-precise', '/scores/0'],
    [{ planned: 1, scores: ['90'] }, 'wrong-type', '/scores/0'],
    [{ planned: 1, scores: [], extra: 1 }, 'unknown-key', '/extra'],
    [{ planned: 1, scores: [], 'a/b': 1 }, 'unknown-key', '/a~1b'],
  ])('refuses %j with %s at %s', (input, code, pointer) => {
    expect(countyResult(edition, input)).toMatchObject({
      status: 'invalid',
      issues: expect.arrayContaining([expect.objectContaining({ code, pointer })]),
    });
  });

  it('keeps the id beside the issues', () => {
    expect(countyResult(edition, { id: 7, planned: 0, scores: [] })).toMatchObject({ id: 7, status: 'invalid' });
  });

  it('is refused by an edition without grades', () => {
    const desk = { kind: 'desk' } as unknown as Edition;
    expect(countyResult(desk, { planned: 1, scores: [] })).toMatchObject({ issues: [{ code: 'no-grades' }] });
  });
});
