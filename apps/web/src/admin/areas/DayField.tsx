/** Owns asking for a day, typed or picked. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLanguage } from '../../language';
import { Field } from './AreaForm';

export interface DayFieldProps {
  readonly id: string;
  readonly label: string;
  /** `YYYY-MM-DD`, empty for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

export function DayField({ id, label, value, onChange }: DayFieldProps) {
  const { language } = useLanguage();
  return (
    <Field id={id} label={label}>
      <DatePicker
        id={id}
        format="YYYY-MM-DD"
        value={value ? dayjs(value).locale(language === 'zh' ? 'zh-cn' : 'en') : null}
        // Enter takes the day over; it does not send the form around it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
      />
    </Field>
  );
}
