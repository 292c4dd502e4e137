import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Edition } from '../edition.js';
import type { FactType } from '../fact.js';
import { standardEdition } from '../fixture/tiny-edition.js';
import { editionFromDocuments } from '../index.js';
import { factCarrier } from './carry-facts.js';
import { readFacts } from './read-facts.js';

const edition = standardEdition();
const carry = factCarrier(edition);
const FORM = 'forms/town/library/2020/visit.json';

/** The edition with another pattern of names, or none, and room for long ones. */
function withPattern(pattern: string | undefined): Edition {
  const { [FORM]: form, ...others } = structuredClone(edition.documents) as Record<string, any>;
  const { pattern: _, ...name } = form.schema.properties.name;
  form.schema.properties.name = pattern === undefined ? name : { ...name, maxLength: 100, pattern };
  const read = editionFromDocuments(edition.id, { ...others, [FORM]: form });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.edition;
}

const carried = (visit: unknown) => ({ ...carry({ visit }) });

describe('Answers of another year are carried over', () => {
  it('by their ids, from whatever form, without what is no longer asked', () => {
    expect({
      ...carry({ id: 'a', visit: { open: true, height: 3 }, house: { area: 2 }, expect: { name: '甲乙' } }),
    }).toEqual({
      open: true,
      area: 2,
    });
  });

  it('without items and columns that are gone', () => {
    expect(carried({ things: ['desk', 'moon', 'lamp'], rooms: [{ use: 'town', height: 3 }] })).toEqual({
      things: ['desk', 'lamp'],
      rooms: [{ use: 'town' }],
    });
  });

  it('as not given where they may not stand', () => {
    expect(
      carried({
        open: 'yes',
        area: -1,
        owner: 'moon',
        things: ['desk', 'desk'],
        rooms: [{ use: 'moon' }],
        name: '甲乙',
      }),
    ).toEqual({ name: '甲乙' });
  });

  it('also where they are not written as a pattern asks, which could run for ever on them', () => {
    const name = 'a'.repeat(60);
    expect(factCarrier(withPattern('^(.+)+!$'))({ visit: { name } })).toMatchObject({ name });
  });

  it('without names that every object has', () => {
    const facts = carry({ visit: JSON.parse('{"toString": 1, "__proto__": { "open": true }}') }) as object;
    expect(Object.values(facts).every((answer) => answer === undefined)).toBe(true);
  });

  it('but not from what is no object', () => {
    for (const document of [null, [], 'x', 1, undefined]) expect(carry(document)).toBeUndefined();
  });
});

/** A part of an answer without what a type does not know, written plainly. */
function pruned(type: FactType, answer: any): unknown {
  if (!Array.isArray(answer)) return answer;
  if (type.kind === 'checklist') return answer.filter((item) => type.choices.some(({ id }) => id === item));
  if (type.kind !== 'rows') return answer;
  return answer.map((row) =>
    typeof row === 'object' && row !== null && !Array.isArray(row)
      ? Object.fromEntries(
          Object.keys(row)
            .filter((id) => type.columns.has(id))
            .map((id) => [id, pruned(type.columns.get(id)?.type as FactType, row[id])]),
        )
      : row,
  );
}

/** The document as if the edition had been asked: every known answer in its form, the rest left out. */
function asAsked({ facts }: Edition, document: Record<string, any>): Record<string, Record<string, unknown>> {
  const visit = Object.entries(document.visit ?? {}).filter(([id]) => facts.has(id));
  return {
    visit: Object.fromEntries(visit.map(([id, answer]) => [id, pruned(facts.get(id)?.type as FactType, answer)])),
  };
}

/** The edition with no pattern asked for. */
const unpatterned = withPattern(undefined);

const ids = ['desk', 'lamp', 'moon', 'town', 'Q1', 'none', 'x'];
const answer = fc.oneof(
  fc.constantFrom<unknown>(true, false, 0, 2, 12.5, -1, 1e9, '甲乙', '甲1', '13800000000', ...ids),
  fc.array(fc.constantFrom(...ids), { maxLength: 4 }),
  fc.array(fc.dictionary(fc.constantFrom('use', 'seats', 'height'), fc.constantFrom<unknown>(...ids, 3, 0.5)), {
    maxLength: 3,
  }),
  fc.jsonValue(),
);

describe('Carrying facts over', () => {
  it('gives what reading gives of the answers that the edition asks for', () => {
    const names = fc.constantFrom(...edition.facts.keys(), 'height', 'toString', 'visit');
    fc.assert(
      fc.property(fc.dictionary(names, answer), (visit) => {
        expect(carried(visit)).toEqual({ ...readFacts(unpatterned, asAsked(edition, { visit })).facts });
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (document) => void carry(document)));
  });
});
