import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rowId } from '../document/text.js';
import { newRowId } from './row-id.js';

describe('The id of a new row', () => {
  it('is made of its English name, and is free', () => {
    expect(newRowId('Identity card', new Set(['identity-card']))).toBe('identity-card-2');
    expect(newRowId(undefined, new Set(['row-1']))).toBe('row-2');
    expect(newRowId('身份证', new Set())).toBe('row-1');
    expect(newRowId('2nd Copy — “Été”', new Set())).toBe('nd-copy-e-te');
    expect(newRowId('Constructor', new Set())).toBe('row-1');
  });

  it('is one that documents take', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (english) => {
        expect(rowId.safeParse(newRowId(english, new Set())).success).toBe(true);
      }),
    );
  });
});
