/** Owns the day by which a matter is due. */
import type { Calendar } from '@yimen/config';
import { addWorkingDays, type Outcome } from '@yimen/engine';
import { Refusal } from '../refusal.js';

/** The last day of the outcome's limit counted from the day of acceptance; null where it sets no limit. */
export function dueOn(outcome: Outcome, calendar: Calendar | undefined, acceptedOn: string): string | null {
  const days = 'dueInWorkingDays' in outcome ? outcome.dueInWorkingDays : null;
  if (days === null) return null;
  if (!calendar) throw noCalendar();
  const due = addWorkingDays(calendar, acceptedOn, days);
  if (due.ok) return due.date;
  throw new Refusal('unacceptable', due.issue.code, due.issue.message, [due.issue]);
}

const noCalendar = (): Refusal =>
  new Refusal('unacceptable', 'no-calendar', {
    zh: '这个版本没有写明工作日历，不能计算到期日',
    en: 'The edition names no calendar, so the due date cannot be counted',
  });
