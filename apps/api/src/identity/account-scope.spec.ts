import { describe, expect, it } from '@jest/globals';
import { commonTo } from './account-scope.service.js';

describe('The area to which an account belongs', () => {
  it.each([
    [[], null],
    [['/city/'], 'city'],
    [['/city/a/', '/city/a/x/'], 'a'],
    [['/city/a/x/', '/city/a/y/'], 'a'],
    [['/city/a/', '/city/b/'], 'city'],
    [['/city/a/', '/other/'], null],
  ])('of %j is %j', (paths, area) => {
    expect(commonTo(paths)).toBe(area);
  });
});
