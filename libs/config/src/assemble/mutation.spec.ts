import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deskDocuments, deskId, filesOf, standardDocuments, standardId } from '../fixture/tiny-edition.js';
import { editionFromDocuments, parseEdition } from '../index.js';
import { pointerTo, segmentsOf, valueAt } from '../json/pointer.js';

/** Every pointer of a value but the whole. */
const pointersIn = (value: unknown, base = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [
        pointerTo(base, key),
        ...pointersIn(inner, pointerTo(base, key)),
      ])
    : [];

const words = fc.constantFrom(
  'open',
  'things',
  'all',
  'not',
  'constructor',
  '__proto__',
  'list:things',
  'none',
  '',
  '$schema',
);
const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), words, fc.dictionary(words, fc.jsonValue({ maxDepth: 1 })));

/** One change: a value replaced, removed, renamed, or put beside others. */
const mutation = fc.record({
  place: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'rename', 'copy'),
  value: anything,
  name: words,
});

type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(documents: Record<string, unknown>, { place, how, value, name }: Mutation): void {
  const pointers = pointersIn(documents);
  const path = segmentsOf(pointers[place % pointers.length] ?? '');
  const key = path.pop() ?? '';
  const holder = valueAt(documents, path.map((segment) => pointerTo('', segment)).join('')) as Record<string, unknown>;
  const old = holder[key];
  if (how === 'remove' || how === 'rename') delete holder[key];
  if (how === 'replace') holder[key] = value;
  if (how === 'rename' || how === 'copy') {
    Object.defineProperty(holder, name, { value: old, enumerable: true, configurable: true, writable: true });
  }
}

describe.each([
  ['standard', standardId, standardDocuments],
  ['desk', deskId, deskDocuments],
] as const)('A %s changed at random', (_kind, id, fresh) => {
  it('is parsed or refused with located issues, and never throws', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const documents = fresh();
        for (const each of mutations) mutate(documents, each);
        const result = parseEdition(id, filesOf(documents));
        if (result.ok) return;
        expect(result.issues.length).toBeGreaterThan(0);
        for (const { code, document, line, column } of result.issues) {
          expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
          expect(document).not.toBe('');
          if (code !== 'missing-manifest') expect([line, column]).toEqual([expect.any(Number), expect.any(Number)]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the same from files and from stored documents', () => {
    fc.assert(
      fc.property(mutation, (change) => {
        const documents = fresh();
        mutate(documents, change);
        const parsed = parseEdition(id, filesOf(documents));
        if (!parsed.ok) return;
        expect(editionFromDocuments(id, parsed.edition.documents)).toEqual(parsed);
      }),
      { numRuns: 100 },
    );
  });
});
