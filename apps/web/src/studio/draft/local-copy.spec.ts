import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forgetCopy, keepCopy, leftCopy } from './local-copy.js';

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
};
beforeEach(() => Object.assign(globalThis, { localStorage: storage }));
afterEach(() => {
  kept.clear();
  Reflect.deleteProperty(globalThis, 'localStorage');
});

const stored = { documents: { one: { note: 'a' }, two: { note: 'b' } }, confirmed: ['x'], version: 3 };
const unsaved = { documents: { one: { note: 'mine' }, three: { note: 'c' } }, confirmed: [], stored };
const mine = { draft: 'd', account: 'one' };

describe('What was left unsaved in this browser', () => {
  it('is found again by who left it, over what is stored by then', () => {
    keepCopy(mine, unsaved as never);
    const later = { documents: { one: { note: 'later' }, two: { note: 'later' } }, confirmed: ['x', 'y'] };
    expect(leftCopy(mine, later)).toEqual({
      base: { documents: { one: { note: 'a' }, two: { note: 'b' } }, confirmed: ['x'] },
      mine: { documents: { one: { note: 'mine' }, three: { note: 'c' } }, confirmed: [] },
    });
  });

  it('is nobody else’s, and of no other draft', () => {
    keepCopy(mine, unsaved as never);
    expect(leftCopy({ ...mine, account: 'two' }, stored)).toBe(undefined);
    expect(leftCopy({ ...mine, draft: 'e' }, stored)).toBe(undefined);
  });

  it('is gone once everything is stored, or forgotten', () => {
    keepCopy(mine, unsaved as never);
    keepCopy(mine, { ...unsaved, documents: stored.documents, confirmed: stored.confirmed } as never);
    expect(leftCopy(mine, stored)).toBe(undefined);
    keepCopy(mine, unsaved as never);
    forgetCopy(mine);
    expect(leftCopy(mine, stored)).toBe(undefined);
  });

  it('is as nothing where the browser keeps nothing, or something else', () => {
    kept.set('yimen.draft.d.one', 'not JSON');
    expect(leftCopy(mine, stored)).toBe(undefined);
    Object.assign(globalThis, {
      localStorage: {
        getItem: () => {
          throw new Error('forbidden');
        },
        setItem: () => {
          throw new Error('full');
        },
      },
    });
    expect(() => keepCopy(mine, unsaved as never)).not.toThrow();
    expect(leftCopy(mine, stored)).toBe(undefined);
  });
});
