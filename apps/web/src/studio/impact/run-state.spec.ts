import { describe, expect, it } from '@jest/globals';
import type { ImpactResult, ImpactRun } from '@yimen/contracts';
import { isStale, matrixOf, movedUnits, movesOf, percentOf } from './run-state.js';

const title = { zh: '', en: '' };
const result = {
  results: ['good', 'fair', 'poor'].map((id) => ({ id, title })),
  matrix: [
    { before: 'poor', after: 'good', units: 1 },
    { before: 'good', after: 'good', units: 5 },
    { before: 'good', after: 'fair', units: 2 },
    { before: 'poor', after: null, units: 3 },
  ],
} as unknown as ImpactResult;

describe('What an impact came to', () => {
  it('is a table in the order of the results, what is open at the end', () => {
    expect(matrixOf(result)).toEqual({
      columns: ['good', 'fair', 'poor', null],
      rows: [
        { before: 'good', cells: [5, 2, 0, 0], total: 7 },
        { before: 'poor', cells: [1, 0, 0, 3], total: 4 },
      ],
    });
  });

  it('counts who moved up, down, and whose result is open', () => {
    expect([movesOf(result), movedUnits(result)]).toEqual([{ better: 1, worse: 2, open: 3 }, 3]);
  });

  it('is of another version than the draft, or not, and so far', () => {
    const run = { version: 2, done: 1, total: 3 } as ImpactRun;
    expect([isStale(run, 2), isStale(run, 3), percentOf(run), percentOf({ ...run, total: 0 })]).toEqual([
      false,
      true,
      33,
      0,
    ]);
  });
});
