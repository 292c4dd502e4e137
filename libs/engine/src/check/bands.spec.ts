import { describe, expect, it } from '@jest/globals';
import type { Band } from '@yimen/config';
import { checkBands } from './bands.js';
import type { Readable } from './subject.js';

/** A band written as an interval: `[0,60]`, `(60,100]`. */
function band(interval: string): Band {
  const [lower, upper] = interval.slice(1, -1).split(',').map(Number) as [number, number];
  return {
    id: interval,
    title: { zh: interval, en: interval },
    lower: { value: lower, inclusive: interval.startsWith('[') },
    upper: { value: upper, inclusive: interval.endsWith(']') },
  };
}

function found(...intervals: string[]): [string, unknown][] {
  const standard = { points: 100, bands: intervals.map(band), categories: [] };
  const issues = checkBands({ edition: { id: 'test/bands/2000', standard } } as unknown as Readable);
  return issues.map(({ code, counterexample }) => [code, counterexample]);
}

describe('the check of bands', () => {
  it('is content with bands that meet', () => {
    expect(found('[0,60]', '(60,80]', '(80,100]')).toEqual([]);
    expect(found('(80,100]', '[0,60)', '[60,80]')).toEqual([]);
  });

  it.each<[string[], string, number]>([
    [['[0,60]', '[60.01,100]'], 'band-gap', 60.005],
    [['[0,60)', '(60,100]'], 'band-gap', 60],
    [['(0,100]'], 'band-gap', 0],
    [['[0,90]'], 'band-gap', 90.005],
    [['[0,60]', '(70,100]'], 'band-gap', 60.005],
    [['[0,60]', '[60,100]'], 'band-overlap', 60],
    [['[0,60]', '(50,100]'], 'band-overlap', 50.005],
  ])('of %j tells one %s with the witness %d', (intervals, code, total) => {
    expect(found(...intervals)).toEqual([[code, { total }]]);
  });

  it('tells every gap', () => {
    expect(found('[10,60]', '(70,100]')).toEqual([
      ['band-gap', { total: 0 }],
      ['band-gap', { total: 60.005 }],
    ]);
  });
});
