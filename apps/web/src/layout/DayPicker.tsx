/** Owns picking a day from a calendar: in the language of the screen, with today as it is in China. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import 'dayjs/locale/zh-cn';
import { type KeyboardEvent, useMemo } from 'react';
import { useLanguage } from '../language';

// The calendar takes its today from here, wherever the screen stands.
dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.tz.setDefault('Asia/Shanghai');

export interface DayPickerProps {
  readonly id: string;
  /** Days are `YYYY-MM-DD`, empty for none. */
  readonly day: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly onDay: (day: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function DayPicker({ id, day, since, until, onDay, onKeyDown }: DayPickerProps) {
  const { language } = useLanguage();
  // The calendar takes another object for another day.
  const value = useMemo(() => (day ? dayjs(day).locale(language === 'zh' ? 'zh-cn' : 'en') : null), [day, language]);
  const limits = useMemo(
    () => ({ ...(since ? { minDate: dayjs(since) } : {}), ...(until ? { maxDate: dayjs(until) } : {}) }),
    [since, until],
  );
  return (
    <DatePicker
      id={id}
      format="YYYY-MM-DD"
      value={value}
      {...limits}
      {...(onKeyDown ? { onKeyDown } : {})}
      onChange={(chosen) => onDay(chosen ? chosen.format('YYYY-MM-DD') : '')}
    />
  );
}
