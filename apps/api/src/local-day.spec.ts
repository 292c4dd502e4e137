import { describe, expect, it } from '@jest/globals';
import { dayInChina, startOfDayInChina } from './local-day.js';

describe('The day in China', () => {
  it.each([
    ['2014-09-25T15:59:59.999Z', '2014-09-25'],
    ['2014-09-25T16:00:00.000Z', '2014-09-26'],
    ['2014-12-31T16:00:00.000Z', '2015-01-01'],
    ['2014-12-31T16:59:59.999Z', '2015-01-01'],
    ['2014-12-31T15:59:59.999Z', '2014-12-31'],
    ['2014-09-25T16:00:00.000Z', '2014-09-26'],
  ])('at %s is %s', (instant, day) => {
    expect(dayInChina(new Date(instant))).toBe(day);
  });
});

it('A day in China begins eight hours before it does in UTC', () => {
  expect(startOfDayInChina('2014-09-26').toISOString()).toBe('2014-09-25T16:00:00.000Z');
});
