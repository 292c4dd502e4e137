/** Owns how dates and times read on screen. */
import type { Language } from '../language';

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** `2014年9月29日（周一）` from a date without time. */
export function longDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const weekday = weekdays[language][new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return language === 'zh' ? `${year}年${month}月${day}日（${weekday}）` : `${weekday}, ${day}/${month}/${year}`;
}

/** Local date and time to the minute. */
export const shortTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );

const inChina = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in China as `YYYY-MM-DD`, whatever this machine's own time zone. */
export const today = (): string => inChina.format(new Date());
