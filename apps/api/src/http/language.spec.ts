import { describe, expect, it } from '@jest/globals';
import { preferredLanguage } from './language.js';

describe('The language of an answer', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh;q=0.3, en;q=0.7', 'en'],
    ['fr, en;q=0.1', 'en'],
    ['de', 'zh'],
    ['en;q=0', 'zh'],
    [';;;q=,en;q=x', 'en'],
  ])('for %j is %s', (header, lang) => {
    expect(preferredLanguage(header)).toBe(lang);
  });
});
