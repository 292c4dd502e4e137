import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, contentHash } from './canonical.js';

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

describe('Canonical JSON', () => {
  it('sorts keys and leaves no white space', () => {
    expect(canonicalJson({ b: [1, 2.5, '字'], a: { d: null, c: true } })).toBe(
      '{"a":{"c":true,"d":null},"b":[1,2.5,"字"]}',
    );
  });

  it('is one text whatever the order of keys', () => {
    const value = fc.jsonValue().filter((json) => !JSON.stringify(json).includes('__proto__'));
    fc.assert(fc.property(value, (json) => expect(canonicalJson(reversed(json))).toBe(canonicalJson(json))));
  });
});

describe('The content hash', () => {
  it('is SHA-256 over the canonical documents, `$schema` left out', () => {
    const hash = contentHash({ b: { $schema: 'x', a: 1 }, a: [{ id: 'one' }] });
    expect(hash).toBe(contentHash({ a: [{ id: 'one' }], b: { a: 1 } }));
    expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
