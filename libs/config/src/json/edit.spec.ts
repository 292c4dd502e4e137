import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyJson, pointersIn } from '../fixture/random-edits.js';
import { insertedAt, movedAt, removedAt, replacedAt } from './edit.js';
import { segmentsOf, valueAt } from './pointer.js';

const document = { a: [{ id: 'one' }, { id: 'two' }, { id: 'three' }], b: { 'c/d': 1 }, e: null };

describe('An edit', () => {
  it('replaces, adds and removes at a pointer', () => {
    expect(replacedAt(document, '/b/c~1d', 2)).toEqual({ ...document, b: { 'c/d': 2 } });
    expect(replacedAt(document, '/b/new', 2)).toEqual({ ...document, b: { 'c/d': 1, new: 2 } });
    expect(replacedAt(document, '', 2)).toBe(2);
    expect(removedAt(document, '/a/1')).toEqual({ ...document, a: [{ id: 'one' }, { id: 'three' }] });
    expect(removedAt(document, '/e')).toEqual({ a: document.a, b: document.b });
  });

  it('inserts and moves items of an array, indices beyond it at its ends', () => {
    expect(insertedAt([1, 2], '', 1, 'x')).toEqual([1, 'x', 2]);
    expect(insertedAt([1, 2], '', 9, 'x')).toEqual([1, 2, 'x']);
    expect(movedAt([1, 2, 3], '', 0, 2)).toEqual([2, 3, 1]);
    expect(movedAt([1, 2, 3], '', 2, 0)).toEqual([3, 1, 2]);
    expect(movedAt([1, 2, 3], '', 1, 9)).toEqual([1, 3, 2]);
  });

  it('shares what it did not touch', () => {
    const after = replacedAt(document, '/a/1/id', 'x') as typeof document;
    expect(
      [after.b, after.a[0], after.a[2]].map(
        (part, index) => part === [document.b, document.a[0], document.a[2]][index],
      ),
    ).toEqual([true, true, true]);
    expect(document.a[1]).toEqual({ id: 'two' });
  });

  it.each([
    ['a key that is not there', () => replacedAt(document, '/x/y', 1)],
    ['an index that is not there', () => replacedAt(document, '/a/3', 1)],
    ['an index that is none', () => replacedAt(document, '/a/01', 1)],
    ['a prototype', () => replacedAt(document, '/b/__proto__/x', 1)],
    ['a prototype as the last', () => replacedAt(document, '/b/__proto__', {})],
    ['a constructor', () => replacedAt(document, '/constructor/prototype/x', 1)],
    ['what is no array, to insert', () => insertedAt(document, '/b', 0, 1)],
    ['what is no array, to move', () => movedAt(document, '/b', 0, 1)],
    ['the whole, to remove', () => removedAt(document, '')],
  ])('changes nothing through %s', (_what, edit) => {
    expect(edit()).toBe(document);
    expect(Object.getPrototypeOf(document.b)).toBe(Object.prototype);
  });

  it('is found again at its pointer, in any value', () => {
    fc.assert(
      fc.property(anyJson, fc.nat(), (value, place) => {
        const pointers = pointersIn(value);
        const pointer = pointers[place % Math.max(1, pointers.length)] ?? '';
        fc.pre(!segmentsOf(pointer).some((segment) => ['constructor', 'prototype'].includes(segment)));
        const copy = structuredClone(value);
        expect(valueAt(replacedAt(value, pointer, 'new'), pointer)).toBe('new');
        expect(value).toEqual(copy);
      }),
    );
  });
});
