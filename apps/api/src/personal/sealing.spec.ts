import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DataKeys, dataKey } from './data-keys.js';
import { open, SealError, seal } from './sealing.js';

const fresh = () => dataKey(randomBytes(32));
const [one, two] = [fresh(), fresh()];
const keys = new DataKeys([one]);

const reasonOf = (work: () => string): string => {
  try {
    return work();
  } catch (error) {
    if (error instanceof SealError) return error.reason;
    throw error;
  }
};

describe('A sealed text', () => {
  it('opens again for its owner, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, owner) => {
        const sealed = seal(keys, text, owner);
        expect(open(keys, sealed, owner)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
        expect(sealed).not.toBe(seal(keys, text, owner));
      }),
    );
  });

  it('does not open when a character of it was changed', () => {
    const sealed = seal(keys, '11010519491231002X', 'owner');
    const start = sealed.indexOf('.') + 1;
    for (let at = start; at < sealed.length - 1; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(reasonOf(() => open(keys, changed, 'owner'))).toBe('damaged');
    }
  });

  it('does not open for another owner, nor cut short', () => {
    const sealed = seal(keys, 'text', 'owner');
    expect(reasonOf(() => open(keys, sealed, 'other'))).toBe('damaged');
    expect(reasonOf(() => open(keys, `${one.id}.`, 'owner'))).toBe('damaged');
  });

  it('opens with an earlier key, and without it says which is missing', () => {
    const sealed = seal(keys, 'text', 'owner');
    expect(open(new DataKeys([two, one]), sealed, 'owner')).toBe('text');
    expect(reasonOf(() => open(new DataKeys([two]), sealed, 'owner'))).toBe('unknown-key');
    expect(() => open(new DataKeys([two]), sealed, 'owner')).toThrow(one.id);
  });
});

describe('A fingerprint', () => {
  it('is equal for equal texts under one key alone', () => {
    expect(keys.fingerprint('a')).toBe(keys.fingerprint('a'));
    expect(keys.fingerprint('a')).not.toBe(keys.fingerprint('b'));
    const both = new DataKeys([two, one]).fingerprints('a');
    expect(both).toContain(keys.fingerprint('a'));
    expect(new Set(both).size).toBe(2);
    for (const each of both) expect(each.length).toBeLessThanOrEqual(64);
  });
});
