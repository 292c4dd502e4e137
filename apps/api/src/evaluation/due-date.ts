/** Owns the day by which a matter is due. */
import type { Calendar } from '@yimen/config';
import { addWorkingDays, type DateResult, type Outcome } from '@yimen/engine';
import { Refusal } from '../refusal.js';

/** The limit of an outcome in working days; null where it sets none. */
export const limitOf = (outcome: Outcome): number | null =>
  'dueInWorkingDays' in outcome ? outcome.dueInWorkingDays : null;

/** The last day of the outcome's limit counted from the day of acceptance; null where it sets no limit. */
export function dueOn(outcome: Outcome, calendar: Calendar | undefined, acceptedOn: string): string | null {
  const due = count(outcome, calendar, acceptedOn);
  if (due === null || due.ok) return due?.date ?? null;
  throw refused(due);
}

/**
 * The same for a matter that has to be taken whatever day it is: null too where the limit ends in a year whose holidays
 * are not known yet. A day of acceptance before the calendar's first year is refused.
 */
export function dueOnWhereKnown(outcome: Outcome, calendar: Calendar | undefined, acceptedOn: string): string | null {
  const due = count(outcome, calendar, acceptedOn);
  if (due === null || due.ok) return due?.date ?? null;
  const first = Math.min(...(calendar?.years.keys() ?? []));
  if (due.issue.code === 'calendar-year-missing' && Number(acceptedOn.slice(0, 4)) >= first) return null;
  throw refused(due);
}

function count(outcome: Outcome, calendar: Calendar | undefined, acceptedOn: string): DateResult | null {
  const days = limitOf(outcome);
  if (days === null) return null;
  if (!calendar) throw noCalendar();
  return addWorkingDays(calendar, acceptedOn, days);
}

const refused = ({ issue }: Extract<DateResult, { ok: false }>): Refusal =>
  new Refusal('unacceptable', issue.code, issue.message, [issue]);

const noCalendar = (): Refusal =>
  new Refusal('unacceptable', 'no-calendar', {
    zh: '这个版本没有写明工作日历，不能计算到期日',
    en: 'The edition names no calendar, so the due date cannot be counted',
  });
