import { describe, expect, it } from '@jest/globals';
import { numberType } from '../formula/type.js';
import type { Dictionary, FactEntry } from '../wording/dictionary.js';
import { noUnit } from '../wording/words.js';
import { measureOf, sameFormula } from './formula-shape.js';

const entry = (id: string, type: FactEntry['type'], blank = false): [string, FactEntry] => [
  id,
  {
    id,
    origin: 'form',
    title: { zh: id, en: id },
    blank,
    personal: false,
    unit: noUnit,
    askedWhen: [],
    ...(type ? { type } : {}),
  },
];
const dictionary: Dictionary = {
  facts: new Map([
    entry('natural', numberType(true, 0)),
    entry('positive', numberType(true, 1)),
    entry('any', numberType()),
    entry('seats', numberType(true, 0, 8), true),
    entry('failed', undefined),
  ]),
  conditions: new Map(),
  lists: new Map(),
  columnUnits: new Map(),
};

describe('two formulas', () => {
  it.each([
    ['MAX(0, 2 - natural)', 'MAX( 2-natural , 0 )'],
    ['MAX（0，2－natural）', 'MAX(0, 2 - natural)'],
    ['IFBLANK(MAX(0, seats), 0)', 'seats'],
    ['MAX(0, 1 - natural / MAX(1, positive))', 'MAX(0, 1 - natural / positive)'],
    ['MAX(0, natural) - 1', 'natural - 1'],
    ['IF(any > 0, natural, 0)', 'IF(any <= 0, 0, natural)'],
  ])('compute the same: %s and %s', (a, b) => {
    expect(sameFormula(a, b, dictionary)).toBe(true);
  });

  it.each([
    ['MAX(0, any)', 'any'],
    ['MAX(1, natural)', 'natural'],
    ['MAX(2, positive)', 'positive'],
    ['IFBLANK(seats, 1)', 'seats'],
    ['MAX(0, 2 - natural)', 'MAX(0, natural - 2)'],
    ['IF(any > 0, natural, 1)', 'IF(any <= 0, 1, natural)'],
    ['SUM(rows, MAX(0, natural))', 'SUM(rows, natural)'],
    ['MAX(0, unknown)', 'unknown'],
    ['MAX(0', 'MAX(0'],
  ])('are not known to: %s and %s', (a, b) => {
    expect(sameFormula(a, b, dictionary)).toBe(false);
  });
});

describe('the measure of a formula', () => {
  it('says whether it may be blank, whole, and how much at most', () => {
    expect(measureOf('MAX(0, 3 - natural)', dictionary)).toEqual({ blank: false, integer: true, most: 3 });
    expect(measureOf('seats / 2', dictionary)).toMatchObject({ blank: true, integer: false, most: 4 });
  });

  it('is none of what is no number, or wrong', () => {
    for (const formula of ['natural > 1', 'failed', 'unknown', 'MAX('])
      expect(measureOf(formula, dictionary)).toBeUndefined();
  });
});
