import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { standardEdition } from '../fixture/tiny-edition.js';
import { readFacts } from './read-facts.js';

const edition = standardEdition();
const answers = {
  open: true,
  area: 12.5,
  name: '甲乙',
  owner: 'none',
  phone: '13800000000',
  things: ['desk', 'lamp'],
  rooms: [{ use: 'town', seats: 3 }, { use: 'Q1' }],
  photos: ['0b7cf0c6-1d1a-4f0e-9a4e-3f1f7f0c2a11', '0b7cf0c6-1d1a-4f0e-9a4e-3f1f7f0c2a12'],
};
const [photo] = answers.photos;
const told = (input: unknown): string[] =>
  readFacts(edition, input).issues.map(({ code, pointer }) => `${code} ${pointer}`);
const toldOf = (visit: Record<string, unknown>): string[] => told({ visit });

describe('Facts are read', () => {
  it('flat, from every form, without a prototype', () => {
    const { id, facts, issues } = readFacts(edition, { id: 'a', visit: answers });
    expect(issues).toEqual([]);
    expect(id).toBe('a');
    expect(Object.getPrototypeOf(facts)).toBeNull();
    expect({ ...facts }).toEqual(answers);
  });

  it('from a case, whose expectation is not theirs', () => {
    expect(told({ id: 7, visit: answers, expect: { total: 1 } })).toEqual([]);
  });

  it('without a word about missing answers', () => {
    expect(told({})).toEqual([]);
    expect(toldOf({ rooms: [{}] })).toEqual([]);
  });

  it('with the good answers kept beside the bad', () => {
    const { facts } = readFacts(edition, { visit: { open: 'yes', area: 1 } });
    expect({ ...facts }).toEqual({ area: 1 });
  });

  it('with multiples that binary noise would hide', () => {
    expect(toldOf({ area: 0.5 * 1999 })).toEqual([]);
  });
});

describe('An answer is refused, with its place,', () => {
  it.each([
    ['for no object', [], 'wrong-type '],
    ['for nothing', null, 'wrong-type '],
    ['for an unknown form', { house: {} }, 'unknown-fact /house'],
    ['for a form that is a list', { visit: [] }, 'wrong-type /visit'],
    ['for an id that is an object', { id: {} }, 'wrong-type /id'],
    ['for a prototype as a form', JSON.parse('{"__proto__": {}}'), 'hostile-key /__proto__'],
  ])('%s', (_says, input, issue) => {
    expect(told(input)).toEqual([issue]);
  });

  it.each([
    ['an unknown fact', { 'a/b': 1 }, 'unknown-fact /visit/a~1b'],
    ['a derived fact', { missingThings: 1 }, 'unknown-fact /visit/missingThings'],
    ['a prototype as a fact', JSON.parse('{"__proto__": 1}'), 'hostile-key /visit/__proto__'],
    ['an inherited name', { toString: 1 }, 'unknown-fact /visit/toString'],
    ['a text for a boolean', { open: 'true' }, 'wrong-type /visit/open'],
    ['null', { open: null }, 'wrong-type /visit/open'],
    ['a text for a number', { area: '12' }, 'wrong-type /visit/area'],
    ['an infinite number', { area: Infinity }, 'wrong-type /visit/area'],
    ['NaN', { area: NaN }, 'wrong-type /visit/area'],
    ['a number too small', { area: -0.5 }, 'below-minimum /visit/area'],
    ['a number too large', { area: 1000.5 }, 'above-maximum /visit/area'],
    ['a number between the steps', { area: 0.25 }, 'not-a-multiple /visit/area'],
    ['half a seat', { rooms: [{ use: 'town', seats: 0.5 }] }, 'wrong-type /visit/rooms/0/seats'],
    ['a number for a text', { name: 3 }, 'wrong-type /visit/name'],
    ['a text too short', { name: '😀' }, 'too-short /visit/name'],
    ['a text too long', { name: '字'.repeat(11) }, 'too-long /visit/name'],
    ['a text beyond 10 KB where no bound is set', { detail: 'a'.repeat(10 * 1024 + 1) }, 'too-long /visit/detail'],
    ['a text against the pattern', { name: '甲1' }, 'wrong-pattern /visit/name'],
    ['a text against the format', { phone: '1' }, 'wrong-format /visit/phone'],
    ['an unknown choice', { owner: 'moon' }, 'unknown-choice /visit/owner'],
    ['a number for a choice', { owner: 1 }, 'wrong-type /visit/owner'],
    ['a text for a checklist', { things: 'desk' }, 'wrong-type /visit/things'],
    ['an unknown item', { things: ['desk', 'moon'] }, 'unknown-choice /visit/things/1'],
    ['an item twice', { things: ['desk', 'desk'] }, 'duplicate-item /visit/things/1'],
    ['an object for rows', { rooms: {} }, 'wrong-type /visit/rooms'],
    ['a row that is a list', { rooms: [[]] }, 'wrong-type /visit/rooms/0'],
    ['an unknown cell', { rooms: [{ use: 'town', height: 1 }] }, 'unknown-fact /visit/rooms/0/height'],
    ['a cell that is no choice', { rooms: [{ use: 'moon' }] }, 'unknown-choice /visit/rooms/0/use'],
    ['a text for files', { photos: photo }, 'wrong-type /visit/photos'],
    ['a file by its name', { photos: [photo, '../a.jpg'] }, 'wrong-format /visit/photos/1'],
    ['a file in itself', { photos: [{ name: 'a.jpg' }] }, 'wrong-type /visit/photos/0'],
    ['a file twice', { photos: [photo, photo] }, 'duplicate-item /visit/photos/1'],
    ['more files than asked for', { photos: [photo, photo, photo, photo] }, 'too-many-files /visit/photos'],
    ['more than 200 rows', { rooms: Array(201).fill({ use: 'town' }) }, 'too-many-rows /visit/rooms'],
  ])('for %s', (_says, visit, issue) => {
    expect(toldOf(visit)).toEqual([issue]);
  });

  it('in both languages', () => {
    const [issue] = readFacts(edition, { visit: { area: -1 } }).issues;
    expect(issue).toEqual({
      code: 'below-minimum',
      severity: 'error',
      document: 'input',
      pointer: '/visit/area',
      message: { zh: '不能小于 0', en: 'Must be at least 0' },
    });
  });

  it('a hundred times at most', () => {
    expect(told(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, {}])))).toHaveLength(100);
  });
});

describe('Reading facts', () => {
  it('never throws and never keeps what is not of the fact’s type', () => {
    const visit = fc.dictionary(fc.constantFrom(...edition.facts.keys()), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ visit })), (input) => {
        const { facts } = readFacts(edition, input);
        expect(readFacts(edition, { visit: { ...facts } }).issues).toEqual([]);
      }),
    );
  });
});
