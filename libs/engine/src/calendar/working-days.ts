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
  if (start === undefined) return { ok: false, issue: badDate(from) };
  if (!Number.isInteger(days) || days < 0 || days > MOST_DAYS) return { ok: false, issue: badLimit() };
  let day = start;
  for (let left = days; left > 0; ) {
    day += 1;
    const working = isWorked(calendar, day);
    if (working === undefined) return { ok: false, issue: yearMissing(calendar, day) };
    if (working) left -= 1;
  }
  if (!calendar.years.has(yearOf(day))) return { ok: false, issue: yearMissing(calendar, day) };
  return { ok: true, date: dateOf(day) };
}

export type WorkingDayResult =
  | { readonly ok: true; readonly working: boolean }
  | { readonly ok: false; readonly issue: Issue };

/** Whether a date (`YYYY-MM-DD`) is a working day of the calendar. */
export function isWorkingDay(calendar: Calendar, date: string): WorkingDayResult {
  const day = dayNumber(date);
  if (day === undefined) return { ok: false, issue: badDate(date) };
  const working = isWorked(calendar, day);
  return working === undefined ? { ok: false, issue: yearMissing(calendar, day) } : { ok: true, working };
}

/** Whether a day is worked; `undefined` where the calendar does not hold its year. */
function isWorked(calendar: Calendar, day: number): boolean | undefined {
  const year = calendar.years.get(yearOf(day));
  if (!year) return undefined;
  const date = dateOf(day);
  return year.workdays.has(date) || (!isWeekend(day) && !year.holidays.has(date));
}

const yearOf = (day: number): number => Number(dateOf(day).slice(0, 4));

function yearMissing(calendar: Calendar, day: number): Issue {
  const year = yearOf(day);
  const message = {
    zh: `工作日历“${calendar.title.zh}”里没有${year}年，请先录入该年的放假通知`,
    en: `The calendar "${calendar.title.en}" does not hold ${year}; enter that year's holiday notice first`,
  };
  const document = `rules/calendars/${calendar.id}.json`;
  return { code: 'calendar-year-missing', severity: 'error', document, pointer: '/years', message };
}

function badDate(date: string): Issue {
  const message = {
    zh: `“${date}”不是有效日期，请写成“年年年年-月月-日日”`,
    en: `"${date}" is not a date; write it as YYYY-MM-DD`,
  };
  return { code: 'bad-date', severity: 'error', document: 'input', pointer: '', message };
}

function badLimit(): Issue {
  const message = {
    zh: `期限应是 0 到 ${MOST_DAYS} 的整数个工作日`,
    en: `A limit is a whole number of working days from 0 to ${MOST_DAYS}`,
  };
  return { code: 'bad-limit', severity: 'error', document: 'input', pointer: '', message };
}
