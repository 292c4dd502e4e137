import { describe, expect, it } from '@jest/globals';
import { deskDocuments, deskId, parseChanged, standardDocuments, standardId } from '../fixture/tiny-edition.js';

describe('An edition', () => {
  it('is made of a standard’s documents', () => {
    const result = parseChanged(standardId, standardDocuments());
    expect(result.issues).toEqual([]);
    expect(result.ok).toBe(true);
  });
  it('is made of a desk’s documents', () => {
    const result = parseChanged(deskId, deskDocuments());
    expect(result.issues).toEqual([]);
    expect(result.ok).toBe(true);
  });
});
