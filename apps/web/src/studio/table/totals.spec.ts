import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editionIn } from '../../../../../test/support/shipped.js';
import type { AnyPart, CategoryPart } from './parts';
import { allParts, partsOf } from './parts';
import { mismatches, type Repair, repairFromLines, sumOf } from './totals';

const edition = editionIn('yongzhou/acceptance/2014');
const shipped = partsOf(edition.documents, edition.id);

/** The parts with other points, by key. */
const withPoints = (points: Readonly<Record<string, number>>): CategoryPart[] => {
  const put = <T extends AnyPart>(part: T): T => ({ ...part, points: points[part.key] ?? part.points });
  return shipped.map((category) => ({
    ...put(category),
    indicators: category.indicators.map((indicator) => ({ ...put(indicator), lines: indicator.lines.map(put) })),
  }));
};

const told = (repair: Repair | undefined) => repair && [repair.part.key, repair.points];

describe('The points of a standard', () => {
  it('add up as shipped', () => {
    expect(mismatches(shipped, 100).size).toBe(0);
    expect(repairFromLines(shipped, 100)).toBeUndefined();
  });

  it('do not add up where one is changed, level by level', () => {
    const found = mismatches(withPoints({ 'line:jointMeetings': 3 }), 100);
    expect([...found].map(([key, { sum, points }]) => [key, sum, points])).toEqual([
      ['indicator:joint-meetings', 7, 8],
    ]);
  });

  it('are repaired where one thing alone can be meant', () => {
    const line = mismatches(withPoints({ 'line:operation': 2 }), 100).get('indicator:operation');
    expect(told(line?.repair)).toEqual(['line:operation', 3]);
    const indicator = mismatches(withPoints({ 'indicator:procedure': 5 }), 100);
    expect(told(indicator.get('indicator:procedure')?.repair)).toBeUndefined();
    const above = withPoints({ 'indicator:joint-meetings': 9 });
    expect(told(mismatches(above, 100).get('indicator:joint-meetings')?.repair)).toEqual([
      'indicator:joint-meetings',
      8,
    ]);
  });

  it('follow their lines where these are right as a whole', () => {
    const moved = withPoints({ 'line:jointMeetings': 5, 'line:operation': 2 });
    expect(repairFromLines(moved, 100)?.map(told)).toEqual([
      ['indicator:joint-meetings', 9],
      ['indicator:operation', 2],
    ]);
    expect(repairFromLines(withPoints({ 'line:operation': 2 }), 100)).toBeUndefined();
  });

  it('fit everywhere after the repair from the lines, whatever was typed above them', () => {
    const above = allParts(shipped).filter(({ kind }) => kind !== 'line');
    const typed = fc.record(Object.fromEntries(above.map(({ key }) => [key, fc.integer({ min: 1, max: 60 })])));
    fc.assert(
      fc.property(typed, (points) => {
        const repairs = repairFromLines(withPoints(points), 100) ?? [];
        const after = { ...points, ...Object.fromEntries(repairs.map(({ part, points: next }) => [part.key, next])) };
        const repaired = withPoints(after);
        expect(mismatches(repaired, 100).size).toBe(0);
        expect(sumOf(repaired)).toBe(100);
      }),
    );
  });
});
