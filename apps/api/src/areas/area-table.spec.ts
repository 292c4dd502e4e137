import { describe, expect, it } from '@jest/globals';
import { type Area, type AreaType, areaTypes } from '@yimen/contracts';
import fc from 'fast-check';
import { readTable, writeTable } from './area-table.js';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const blank = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:-[a-z0-9]{1,5})?$/u);
const words = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() === text && !text.startsWith("'") && !/[\uFEFF\0]/u.test(text));

const area: fc.Arbitrary<Area> = fc
  .record({
    id,
    parent: blank(id),
    type: fc.constantFrom(...(Object.keys(areaTypes) as AreaType[])),
    name: fc.record({ zh: words, en: words }),
    codes: fc.array(fc.record({ code: fc.stringMatching(/^[0-9]{6}$/u), from: blank(day), until: blank(day) }), {
      maxLength: 3,
    }),
    opened: blank(day),
    closed: blank(day),
    mergedInto: blank(id),
  })
  .map((each) => ({ ...each, level: areaTypes[each.type] }));

describe('The table of areas', () => {
  it('reads back what it wrote, whatever the names are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(area, { selector: (each) => each.id, minLength: 1 }), (areas) => {
        const { areas: read, issues } = readTable(writeTable(areas));
        expect(issues).toEqual([]);
        expect(read).toEqual(areas);
      }),
      { numRuns: 500 },
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { areas, issues } = readTable(text);
        expect(areas.length === 0 ? issues.length : 1).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
