import { describe, expect, it } from '@jest/globals';
import type { Calendar } from '@yimen/config';
import fc from 'fast-check';
import { dateOf, dayNumber, isWeekend } from './civil-date.js';
import { addWorkingDays } from './working-days.js';

const year = (number: number, holidays: string[], workdays: string[]) => ({
  year: number,
  notice: { title: 'n', number: 'n', date: '2013-12-11' },
  holidays: new Set(holidays),
  workdays: new Set(workdays),
});
const calendar: Calendar = {
  id: 'test',
  title: { zh: '测试', en: 'test' },
  years: new Map([
    [
      2014,
      year(2014, ['2014-10-01', '2014-10-02', '2014-10-03', '2014-10-06', '2014-10-07'], ['2014-09-28', '2014-10-11']),
    ],
  ]),
};

describe('working days', () => {
  it.each([
    ['2014-09-26', 2, '2014-09-29'],
    ['2014-09-30', 2, '2014-10-09'],
    ['2014-09-30', 0, '2014-09-30'],
    ['2014-10-10', 1, '2014-10-11'],
  ])('from %s, %i of them end on %s', (from, days, date) => {
    expect(addWorkingDays(calendar, from, days)).toEqual({ ok: true, date });
  });

  it.each([
    ['2014-12-31', 1, 'calendar-year-missing'],
    ['2013-12-31', 0, 'calendar-year-missing'],
    ['2014-02-30', 1, 'bad-date'],
    ['26/9/2014', 1, 'bad-date'],
    ['2014-09-26', -1, 'bad-limit'],
    ['2014-09-26', 1.5, 'bad-limit'],
  ])('from %s, %d are refused with %s', (from, days, code) => {
    expect(addWorkingDays(calendar, from, days)).toMatchObject({ ok: false, issue: { code } });
  });

  it('number civil days as the platform does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        if (date.getUTCFullYear() < 1000) return;
        expect(dateOf(number)).toBe(date.toISOString().slice(0, 10));
        expect(dayNumber(dateOf(number))).toBe(number);
        expect(isWeekend(number)).toBe([0, 6].includes(date.getUTCDay()));
      }),
    );
  });
});
