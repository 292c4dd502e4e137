import { describe, expect, it } from '@jest/globals';
import { type EditionVersion, fromFolder } from '../editions/edition-version.js';
import { newerVersion } from './newer-version.js';

const [thisYear, nextYear] = ['town/library/2020', 'town/library/2021'];

/** Versions 1, 2, … of an edition by their contents; one in brackets was taken back. */
const versions = (id: string, ...hashes: string[]): [string, EditionVersion[]] => [
  id,
  hashes.map((each, index) => ({
    id,
    version: index + 1,
    hash: each.replace(/[()]/gu, ''),
    publishedAt: '',
    effectiveFrom: '',
    ...fromFolder,
    withdrawnAt: each.startsWith('(') ? 'then' : null,
  })),
];

const drafted = (kind: 'revision' | 'roll-over' | 'roll-back' | 'import', hash: string | null, more = {}) => ({
  edition: kind === 'roll-over' ? nextYear : thisYear,
  origin: { kind, edition: thisYear, hash },
  state: 'draft' as const,
  ...more,
});

const told = (draft: ReturnType<typeof drafted>, ...known: [string, EditionVersion[]][]) => {
  const newer = newerVersion(draft, new Map(known));
  return newer && [newer.edition, newer.version, newer.hash, newer.because, newer.needed];
};

describe('The version that overtook a draft', () => {
  it.each([
    ['none that it began with', drafted('revision', 'a'), ['a'], null],
    ['the newest', drafted('revision', 'a'), ['a', 'b', 'c'], [thisYear, 3, 'c', 'published', true]],
    ['none that was taken back', drafted('revision', 'a'), ['a', '(b)'], null],
    ['none with the same content', drafted('revision', 'a'), ['a', 'b', 'a'], null],
    [
      'an old one where its own was taken back',
      drafted('revision', 'b'),
      ['a', '(b)'],
      [thisYear, 1, 'a', 'withdrawn', true],
    ],
    [
      'a new one after its own was taken back',
      drafted('revision', 'b'),
      ['a', '(b)', 'c'],
      [thisYear, 3, 'c', 'published', true],
    ],
    ['none where all were taken back', drafted('revision', 'a'), ['(a)'], null],
    ['one that an import has not seen', drafted('import', 'a'), ['a', 'b'], [thisYear, 2, 'b', 'published', true]],
    ['none of an import of what nobody published', drafted('import', null), [], null],
    [
      'any for an import that began with nothing',
      drafted('import', null),
      ['a'],
      [thisYear, 1, 'a', 'published', true],
    ],
    ['none of a roll-back', drafted('roll-back', 'a'), ['a', 'b'], null],
    ['none once it is published', drafted('revision', 'a', { state: 'published' }), ['a', 'b'], null],
  ] as const)('is %s', (_, draft, hashes, expected) => {
    expect(told(draft, versions(thisYear, ...hashes))).toEqual(expected);
  });

  it('is one of the year before, until the next year is published itself', () => {
    const draft = drafted('roll-over', 'a');
    expect(told(draft, versions(thisYear, 'a'))).toBeNull();
    const replaced = versions(thisYear, 'a', 'b');
    expect(told(draft, replaced)).toEqual([thisYear, 2, 'b', 'published', false]);
    expect(told(draft, replaced, versions(nextYear, 'x'))).toEqual([nextYear, 1, 'x', 'published', true]);
    expect(told(draft, replaced, versions(nextYear, '(x)'))).toEqual([thisYear, 2, 'b', 'published', false]);
  });
});
