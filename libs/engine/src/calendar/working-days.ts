/** Owns counting working days: weekends, holidays and adjusted working days of a calendar. */
import type { Calendar, Issue } from '@yimen/config';
import { dateOf, dayNumber, isWeekend } from './civil-date.js';

export type DateResult = { readonly ok: true; readonly date: string } | { readonly ok: false; readonly issue: Issue };

/** A limit longer than this many working days is a mistake. */
const MOST_DAYS = 1000;

/**
 * The last day of a limit of `days` working days that begins on the day of acceptance `from` (`YYYY-MM-DD`).
 * The day of acceptance does not count; 0 days is that day itself. A year that the calendar does not hold is refused.
 */
export function addWorkingDays(calendar: Calendar, from: string, days: number): DateResult {
  const start = dayNumber(from);
  if (start === undefined)
    return refuse(
      'bad-date',
      calendar,
      `“${from}”不是有效日期，请写成 2014-09-26 这样`,
      `"${from}" is not a date; write it like 2014-09-26`,
    );
  if (!Number.isInteger(days) || days < 0 || days > MOST_DAYS)
    return refuse(
      'bad-limit',
      calendar,
      `期限应是 0 到 ${MOST_DAYS} 的整数个工作日`,
      `A limit is a whole number of working days from 0 to ${MOST_DAYS}`,
    );
  let day = start;
  for (let left = days; left > 0; ) {
    day += 1;
    const working = isWorkingDay(calendar, day);
    if (working === undefined) return yearMissing(calendar, day);
    if (working) left -= 1;
  }
  return calendar.years.has(yearOf(day)) ? { ok: true, date: dateOf(day) } : yearMissing(calendar, day);
}

/** Whether a day is worked; `undefined` where the calendar does not hold its year. */
function isWorkingDay(calendar: Calendar, day: number): boolean | undefined {
  const year = calendar.years.get(yearOf(day));
  if (!year) return undefined;
  const date = dateOf(day);
  return year.workdays.has(date) || (!isWeekend(day) && !year.holidays.has(date));
}

const yearOf = (day: number): number => Number(dateOf(day).slice(0, 4));

function yearMissing(calendar: Calendar, day: number): DateResult {
  const year = yearOf(day);
  return refuse(
    'calendar-year-missing',
    calendar,
    `工作日历里没有${year}年，请先录入该年的放假通知`,
    `The calendar does not hold ${year}; enter that year's holiday notice first`,
  );
}

function refuse(code: string, calendar: Calendar, zh: string, en: string): DateResult {
  return {
    ok: false,
    issue: {
      code,
      severity: 'error',
      document: `rules/calendars/${calendar.id}.json`,
      pointer: '/years',
      message: { zh, en },
    },
  };
}
