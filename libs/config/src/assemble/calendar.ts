/** Owns how a calendar is built: every day on its own year, no day twice. */
import type { CalendarDocument, CalendarYearDeclaration } from '../document/calendar.js';
import type { Calendar, CalendarYear } from '../edition.js';
import type { Issue } from '../issue.js';
import { pointerTo } from '../json/pointer.js';
import { type Report, reportOn } from '../report.js';
import type { Documents, Placed } from './documents.js';
import { calendarPath } from './paths.js';
import { byId } from './unique.js';

interface Day {
  readonly date: string;
  readonly works: boolean;
  readonly declared: number;
  readonly pointer: string;
}

/** The calendar the manifest names; undefined where it names none or it is missing. */
export function buildCalendar(
  manifest: Placed<'edition'>,
  documents: Documents,
  issues: Issue[],
): Calendar | undefined {
  const name = manifest.value.calendar;
  if (name === undefined) return undefined;
  const found = documents.calendar.find(({ document }) => document === calendarPath(name));
  const report = reportOn(manifest.document, issues);
  if (!found) {
    report(
      'unknown-calendar',
      '/calendar',
      `没有日历文件 ${calendarPath(name)}`,
      `There is no calendar document ${calendarPath(name)}`,
    );
    return undefined;
  }
  const { document, value } = found;
  if (value.id !== name)
    reportOn(document, issues)(
      'wrong-id',
      '/id',
      `标识应与文件名“${name}”相同`,
      `The id must be that of the file, "${name}"`,
    );
  byId(
    value.years.map(({ year }, index) => ({ id: String(year), document, pointer: pointerTo('', 'years', index) })),
    issues,
  );
  return { id: value.id, title: value.title, years: buildYears(value, reportOn(document, issues)) };
}

/** A notice may move days of the year before its own: each day goes to the year it falls in. */
function buildYears({ years }: CalendarDocument, report: Report): Map<number, CalendarYear> {
  const days = years.flatMap(daysOf);
  checkDays(days, report);
  const held = new Set(years.map(({ year }) => year));
  const yearOf = (day: Day): number =>
    held.has(Number(day.date.slice(0, 4))) ? Number(day.date.slice(0, 4)) : day.declared;
  const dates = (year: number, works: boolean): Set<string> =>
    new Set(days.filter((day) => day.works === works && yearOf(day) === year).map(({ date }) => date));
  return new Map(
    years.map(({ year, notice }) => [
      year,
      { year, notice, holidays: dates(year, false), workdays: dates(year, true) },
    ]),
  );
}

function daysOf({ year, holidays, workdays }: CalendarYearDeclaration, index: number): Day[] {
  const at = pointerTo('', 'years', index);
  const off = holidays.flatMap(({ days }, holiday) =>
    days.map((date, place) => ({
      date,
      works: false,
      declared: year,
      pointer: pointerTo(at, 'holidays', holiday, 'days', place),
    })),
  );
  const on = workdays.map((date, place) => ({
    date,
    works: true,
    declared: year,
    pointer: pointerTo(at, 'workdays', place),
  }));
  return [...off, ...on];
}

function checkDays(days: readonly Day[], report: Report): void {
  const seen = new Set<string>();
  for (const { date, works, declared, pointer } of days) {
    if (seen.has(date)) report('duplicate-date', pointer, `${date} 已出现过`, `${date} appears twice`);
    seen.add(date);
    if (Math.abs(Number(date.slice(0, 4)) - declared) > 1)
      report('wrong-year', pointer, `${date} 不属于 ${declared} 年的安排`, `${date} is no part of ${declared}`);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (works && weekday !== 0 && weekday !== 6)
      report(
        'not-a-weekend',
        pointer,
        `${date} 不是周末，不必写明上班`,
        `${date} is no weekend day: it needs no mention`,
      );
  }
}
