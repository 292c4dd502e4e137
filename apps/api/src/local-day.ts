/** Owns what day it is where the desks are. */

const inChina = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const HOUR = 3600_000;

/** The hour that was asked about last: days change with hours, and formatting is dear. */
let last = { hour: Number.NaN, day: '' };

/** The day in China (`YYYY-MM-DD`), whatever the server's own time zone. */
export function dayInChina(instant: Date): string {
  const hour = Math.floor(instant.getTime() / HOUR);
  if (hour !== last.hour) last = { hour, day: inChina.format(instant) };
  return last.day;
}

/** The day before a day, both `YYYY-MM-DD`. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 3600_000).toISOString().slice(0, 10);

/** The instant at which a day (`YYYY-MM-DD`) begins in China, which keeps one time all year. */
export const startOfDayInChina = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
