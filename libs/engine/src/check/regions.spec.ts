import { describe, expect, it } from '@jest/globals';
import type { FactType } from '@yimen/config';
import fc from 'fast-check';
import type { Cuts } from './cuts.js';
import { numbersFor, regionOf } from './regions.js';

const cuts = (more: Partial<Cuts> = {}): Cuts => ({
  constants: new Map(),
  computed: new Set(),
  read: new Set(['x']),
  numbers: [0, 1],
  ...more,
});
const checklist = (count: number): FactType => ({
  kind: 'checklist',
  choices: Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    title: { zh: '选', en: 'c' },
    required: true,
  })),
});
const whole: FactType = { kind: 'number', integer: true, minimum: 0 };

/** Where a number stands towards every constant: what any comparison with them can tell. */
const placeOf = (value: number, constants: readonly number[]): string =>
  constants.map((constant) => Math.sign(value - constant)).join();

describe('the regions of a question', () => {
  it('of files are the numbers there may be, all of them', () => {
    const { answers, complete } = regionOf('x', { kind: 'files', least: 1, most: 3, accept: ['image'] }, cuts());
    expect(complete).toBe(true);
    expect(answers.map((answer) => new Set(answer as string[]).size)).toEqual([1, 2, 3]);
  });

  it('of numbers that begin far out are there too, and those of whole ones are whole', () => {
    const far = numbersFor({ kind: 'number', integer: false, minimum: 5_000_000 }, [6_000_000]);
    expect(far.filter((value) => value > 6_000_000).length).toBeGreaterThan(0);
    expect(far).toContain(5_000_000);
    expect(numbersFor({ kind: 'number', integer: false, maximum: -5_000_000 }, []).length).toBeGreaterThan(1);
    for (const multipleOf of [0.5, 1.5, 2])
      for (const value of numbersFor({ kind: 'number', integer: true, multipleOf, minimum: 0 }, [7]))
        expect([value % 1, value % multipleOf]).toEqual([0, 0]);
  });

  it('hold every number in the place of some representative', () => {
    const constant = fc.oneof(
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: -5000, max: 5000 }).map((n) => n / 100),
    );
    const types = fc.constantFrom<Extract<FactType, { kind: 'number' }>>(
      { kind: 'number', integer: true },
      { kind: 'number', integer: true, minimum: 0, maximum: 20 },
      { kind: 'number', integer: false, minimum: -10 },
      { kind: 'number', integer: false, minimum: 0, maximum: 2, multipleOf: 0.5 },
    );
    fc.assert(
      fc.property(
        types,
        fc.array(constant, { maxLength: 6 }),
        fc.integer({ min: -8000, max: 8000 }),
        (type, constants, at) => {
          const step = type.multipleOf ?? (type.integer ? 1 : 0.01);
          const value = Math.min(
            Math.max(Math.round(at / 100 / step) * step, type.minimum ?? -1e6),
            type.maximum ?? 1e6,
          );
          const places = numbersFor(type, constants).map((each) => placeOf(each, constants));
          expect(places).toContain(placeOf(value, constants));
        },
      ),
    );
  });

  it('give only numbers that may be answered', () => {
    const type = { kind: 'number', integer: false, minimum: 0, maximum: 2, multipleOf: 0.5 } as const;
    expect(numbersFor(type, [0.75, 9])).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  it.each<[string, FactType, Partial<Cuts>, boolean]>([
    ['a number that only constants cut', whole, { constants: new Map([['x', new Set([3])]]) }, true],
    ['a number that a formula calculates with', whole, { computed: new Set(['x']) }, false],
    ['a text that is compared with another', { kind: 'text' }, { computed: new Set(['x']) }, false],
    ['a short checklist', checklist(10), { computed: new Set(['x']) }, true],
    ['a long checklist', checklist(11), {}, false],
    ['a table', { kind: 'rows', columns: new Map() }, {}, false],
    ['a long checklist that nothing reads', checklist(11), { read: new Set() }, true],
  ])('of %s are said to be all or not', (_, type, more, complete) => {
    expect(regionOf('x', type, cuts(more)).complete).toBe(complete);
  });

  it('of a text are no blank ones, which are no answers', () => {
    const { answers } = regionOf('x', { kind: 'text' }, cuts({ constants: new Map([['x', new Set(['', ' ', 'a'])]]) }));
    expect(answers).toEqual(['——', '———', 'a']);
  });

  it('of a wide table are few, found without writing all its rows down', () => {
    const column = (id: string) => ({ id, title: { zh: id, en: id }, type: whole, required: true });
    const columns = new Map(Array.from({ length: 30 }, (_, index) => [`c${index}`, column(`c${index}`)]));
    const { answers } = regionOf('x', { kind: 'rows', columns }, cuts());
    expect(answers).toHaveLength(1 + 3 * 24 + 1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(answers.length);
  });

  it('keep apart a text that is none of the constants', () => {
    const { answers } = regionOf('x', { kind: 'text' }, cuts({ constants: new Map([['x', new Set(['—', 'a'])]]) }));
    expect(answers).toEqual(['——', '———', '—', 'a']);
  });
});
