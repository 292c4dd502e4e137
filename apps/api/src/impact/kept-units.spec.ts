import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Judged } from './judged.js';
import { keptUnits, type UnitFilter } from './kept-units.js';
import { unitColumns } from './unit-columns.js';

const total = fc.option(fc.integer({ min: 0, max: 100_000 }));
const result = fc.constantFrom(null, 'good', 'pass', 'fail');
const verdict = fc.record({ low: total, high: total, result });
/** More lines than fit into the bits of one column. */
const lines = Array.from({ length: 70 }, (_, index) => `line${index}`);
const unit = fc.record({
  area: fc.constantFrom(null, 'north', 'south'),
  before: fc.record({ low: total, result }).map(({ low, result }) => ({ low, high: low, result })),
  after: verdict,
  causes: fc.subarray(lines, { maxLength: 5 }),
});
type Made = typeof unit extends fc.Arbitrary<infer T> ? T : never;

async function kept(units: readonly Made[]) {
  const columns = unitColumns();
  for (const [sequence, { area, causes, ...rest }] of units.entries()) {
    const judged: Judged = { ...rest, causes: causes.map((id) => ({ id, points: 0, open: false })), changed: true };
    columns.add({ sequence, area }, judged);
  }
  return keptUnits(JSON.parse(JSON.stringify(await columns.pack())));
}

describe('Units that are kept', () => {
  it('come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 30 }), async (units) => {
        const found = await kept(units);
        expect(found.matching({})).toEqual(units.map((_, place) => place));
        for (const [place, { before, after, causes }] of units.entries()) {
          const back = found.at(place);
          expect(back).toMatchObject({ sequence: place, before, after });
          expect([...back.causes].sort()).toEqual([...causes].sort());
        }
      }),
    );
  });

  it('are found by their results, their lines and their areas', async () => {
    const filters = fc.record(
      { before: result, after: result, cause: fc.constantFrom(...lines.slice(0, 3), 'unheard-of'), area: fc.boolean() },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 30 }), filters, async (units, { area, ...rest }) => {
        const seen = area ? (each: string | null) => each !== 'north' : undefined;
        const filter: UnitFilter = { ...rest, seen };
        const expected = units.flatMap((each, place) => {
          const wanted =
            (rest.before === undefined || each.before.result === rest.before) &&
            (rest.after === undefined || each.after.result === rest.after) &&
            (rest.cause === undefined || each.causes.includes(rest.cause)) &&
            (seen === undefined || seen(each.area));
          return wanted ? [place] : [];
        });
        expect((await kept(units)).matching(filter)).toEqual(expected);
      }),
    );
  });
});
