import { describe, expect, it } from '@jest/globals';
import { numberTyped } from './NumberInput';

describe('A number that is typed', () => {
  it.each([
    ['１２', '12'],
    ['1２。５', '12.5'],
    ['－3', '-3'],
    ['3,500', '3500'],
    ['1,234,567.8', '1234567.8'],
    ['１，２３４', '1234'],
    [' 7 ', '7'],
    ['', ''],
    ['1e3', '1e3'],
    ['-', '-'],
  ])('is %s as %s', (typed, number) => {
    expect(numberTyped(typed)).toBe(number);
  });

  it.each(['1万', '3,5', '3，5', '10-5', '1.2.3', '十'])('is none where %s is typed', (typed) => {
    expect(numberTyped(typed)).toBe('');
  });
});
