import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Calendar, CalendarYear } from '@yimen/config';
import fc from 'fast-check';
import { dateOf, dayNumber, isWeekend } from './civil-date.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

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

/** The naive model: step by day, count what is worked, with the platform's own dates. */
function countedByHand(from: Date, days: number): string {
  const { holidays, workdays } = calendar.years.get(2014) as CalendarYear;
  const date = new Date(from);
  let counted = 0;
  while (counted < days) {
    date.setUTCDate(date.getUTCDate() + 1);
    const day = date.toISOString().slice(0, 10);
    const isWeekday = date.getUTCDay() >= 1 && date.getUTCDay() <= 5;
    if (workdays.has(day) || (isWeekday && !holidays.has(day))) counted += 1;
  }
  return date.toISOString().slice(0, 10);
}

/** The shipped calendar document as a calendar. */
function shippedCalendar(): Calendar {
  const document = JSON.parse(readFileSync(new URL('../../../../rules/calendars/cn.json', import.meta.url), 'utf8'));
  const years = document.years.map((each: any): [number, CalendarYear] => [
    each.year,
    year(
      each.year,
      each.holidays.flatMap((holiday: { days: string[] }) => holiday.days),
      each.workdays,
    ),
  ]);
  return { id: document.id, title: document.title, years: new Map(years) };
}

describe('two working days by the shipped calendar', () => {
  const shipped = shippedCalendar();

  it.each([
    ['2014-09-26', '2014-09-29'],
    ['2014-09-30', '2014-10-09'],
    ['2014-12-31', '2015-01-05'],
    ['2026-02-13', '2026-02-24'],
    ['2026-09-18', '2026-09-21'],
  ])('from %s end on %s', (from, date) => {
    expect(addWorkingDays(shipped, from, 2)).toEqual({ ok: true, date });
  });

  it('are refused beyond its last year', () => {
    const last = Math.max(...shipped.years.keys());
    expect(addWorkingDays(shipped, `${last}-12-31`, 2)).toMatchObject({ issue: { code: 'calendar-year-missing' } });
  });
});

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

  it('name the missing year in both languages', () => {
    const result = addWorkingDays(calendar, '2014-12-31', 1);
    expect(result).toMatchObject({
      issue: {
        document: 'rules/calendars/test.json',
        message: { zh: expect.stringContaining('2015'), en: expect.stringContaining('2015') },
      },
    });
  });

  it.each([
    ['2014-09-28', true],
    ['2014-09-29', true],
    ['2014-10-01', false],
    ['2014-10-12', false],
  ])('%s is one of them: %s', (date, working) => {
    expect(isWorkingDay(calendar, date)).toEqual({ ok: true, working });
  });

  it.each([
    ['2015-01-05', 'calendar-year-missing'],
    ['2014-13-01', 'bad-date'],
  ])('cannot be told for %s: %s', (date, code) => {
    expect(isWorkingDay(calendar, date)).toMatchObject({ ok: false, issue: { code } });
  });

  it('are counted as by hand, day after day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 0, max: 20 }), (offset, days) => {
        const from = new Date(Date.UTC(2014, 0, 1 + offset));
        expect(addWorkingDays(calendar, from.toISOString().slice(0, 10), days)).toEqual({
          ok: true,
          date: countedByHand(from, days),
        });
      }),
    );
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
