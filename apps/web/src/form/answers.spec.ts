import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answers, differing, rebased } from './answers';

const answers = fc.dictionary(
  fc.constantFrom('unit', 'county'),
  fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof(fc.boolean(), fc.nat(3), fc.array(fc.nat(2)))),
) as fc.Arbitrary<Answers>;

const at = (given: Answers, form: string, id: string) => given[form]?.[id];

describe('What I changed, on top of what somebody else stored', () => {
  it('keeps all of mine, and takes all the rest from them', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const both = rebased(base, mine, theirs);
        const changed = differing(base, mine);
        for (const form of ['unit', 'county'])
          for (const id of ['a', 'b', 'c', 'd']) {
            const own = changed.some((each) => each.form === form && each.id === id);
            expect(at(both, form, id)).toEqual(at(own ? mine : theirs, form, id));
          }
      }),
    );
  });

  it('is nothing where nothing was changed, whatever way it is written', () => {
    fc.assert(fc.property(answers, (base) => expect(differing(base, structuredClone(base))).toEqual([])));
    expect(differing({ unit: { a: 1 } }, { unit: { a: undefined }, county: { b: [] } })).toEqual([
      { form: 'unit', id: 'a' },
      { form: 'county', id: 'b' },
    ]);
  });
});
