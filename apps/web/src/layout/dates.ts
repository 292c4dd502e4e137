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

const china = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Day and time in China, `2014-09-29` and `08:30:00`, wherever the screen stands. */
export function inChina(instant: string | Date): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = china.format(new Date(instant)).split(' ');
  return { day, time };
}

/** Date and time in China to the minute. */
export const shortTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(instant));

/** The day in China as `YYYY-MM-DD`. */
export const today = (): string => inChina(new Date()).day;
