/** Owns random formulas over the fixed form. */
import fc from 'fast-check';

/** Derived facts that rules may name, by type; the numbers and booleans among them grow at random. */
export const fixedFormulas: Record<string, string> = {
  row: 'ROW(kinds, kind)',
  lacking: 'MISSING_ITEMS(held)',
  chosen: 'SELECT(tags, INCLUDES(held, "t1") = FALSE)',
  heavy: 'SELECT(kinds, weight > real)',
  best: 'IF(yes, kind, "blue")',
};

export const numberFormula: fc.Arbitrary<string> = fc.letrec<{ number: string; boolean: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'whole',
      'real',
      'extra',
      '1',
      '2.5',
      '0',
      'MISSING(held)',
      'COUNT(held)',
      'COUNT(files)',
      'COUNT(table)',
      'LOOKUP(kinds, kind, weight)',
    ),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('number').map((a) => `(${a} / MAX(1, ABS(whole)))`),
    fc.tuple(fc.constantFrom('MIN', 'MAX'), tie('number'), tie('number')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(fc.constantFrom('ROUND', 'FLOOR', 'CEILING', 'ABS'), tie('number')).map(([f, a]) => `${f}(${a})`),
    fc.tuple(tie('boolean'), tie('number'), tie('number')).map(([c, a, b]) => `IF(${c}, ${a}, ${b})`),
    tie('number').map((a) => `IFBLANK(${a}, 1)`),
    tie('number').map((a) => `SUM(table, MAX(0, amount - ${a}))`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `SHORTFALL_PERCENT(${a}, ${b})`),
    fc.constantFrom(
      'COUNT(table, of = "red")',
      'COUNT(table, amount >= 2)',
      'LOOKUP(kinds, kind, weight, whole)',
      'COUNT(EXCEPT(held, lacking))',
    ),
  ),
  boolean: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'yes',
      'other',
      'TRUE',
      'kind = "red"',
      'kind <> "grey"',
      'INCLUDES(held, "t2")',
      'LOOKUP(kinds, kind, rare)',
      'extra > 2',
      'name = "x"',
    ),
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '=', '<>'), tie('number'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(fc.constantFrom('AND', 'OR'), tie('boolean'), tie('boolean')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    tie('boolean').map((a) => `NOT(${a})`),
  ),
})).number;
