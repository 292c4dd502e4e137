import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guarded, unguarded } from './formula-guard.js';

const marks = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', 'a', '中', ' ');
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(marks, { maxLength: 6 }).map((all) => all.join('')),
);

describe('A guarded text', () => {
  it('begins with nothing that is calculated, and comes back as it was', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(guarded(original)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
        expect(unguarded(guarded(original))).toBe(original);
      }),
      { numRuns: 2000 },
    );
  });

  it('that people wrote themselves stays theirs', () => {
    for (const original of ["'s-Hertogenbosch", '永州市', '', "''", "'"]) expect(unguarded(original)).toBe(original);
  });
});
