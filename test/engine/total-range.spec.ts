import { describe, expect, it } from '@jest/globals';
import { parseEdition, readFacts } from '@yimen/config';
import { type BulkScore, compile, totalRange } from '@yimen/engine';
import fc from 'fast-check';
import { editionFiles, generatedId } from './generated-edition.js';
import { answers } from './generated-form.js';

const RUNS = 400;

/** Most questions answered: what several people would have said together. */
const sheets = fc.array(answers, { minLength: 4, maxLength: 4 }).map((all) => Object.assign({}, ...all));

function standardOf(files: Record<string, string>) {
  const parsed = parseEdition(generatedId, files);
  const compiled = parsed.ok ? compile(parsed.edition) : parsed;
  if (!parsed.ok || !compiled.ok) throw new Error(JSON.stringify(compiled.issues.slice(0, 3), null, 1));
  const { program, evaluator } = compiled;
  const score = (sheet: object): BulkScore | undefined => evaluator.score?.(readFacts(parsed.edition, { sheet }).facts);
  return { score, rangeOf: totalRange(program) };
}

describe('The range of a total with answers missing', () => {
  it('holds the total that comes of any answers, and its grade where it names one', () => {
    let [open, graded] = [0, 0];
    fc.assert(
      fc.property(editionFiles, sheets, fc.array(fc.nat(10), { maxLength: 5 }), (files, sheet, left) => {
        const { score, rangeOf } = standardOf(files);
        const whole = score(sheet);
        const part = score(Object.fromEntries(Object.entries(sheet).filter((_, index) => !left.includes(index))));
        if (!whole || !part || whole.status !== 'complete') return;
        const { low, high, grade } = rangeOf(part);
        if (part.status === 'complete') expect([low, high, grade]).toEqual([part.total, part.total, part.grade]);
        if (part.status === 'complete' || whole.total === null) return;
        open += 1;
        expect(whole.total).toBeGreaterThanOrEqual(low as number);
        expect(whole.total).toBeLessThanOrEqual(high as number);
        if (grade === null) return;
        graded += 1;
        expect(whole.grade).toBe(grade);
      }),
      { numRuns: RUNS, seed: 2015 },
    );
    expect(open).toBeGreaterThan(40);
    expect(graded).toBeGreaterThan(20);
  }, 120_000);
});
