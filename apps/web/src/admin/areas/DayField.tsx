/** Owns asking for a day, typed or picked. */
import { DayPicker } from '../../layout/DayPicker';
import { Field } from './AreaForm';

export interface DayFieldProps {
  readonly id: string;
  readonly label: string;
  /** `YYYY-MM-DD`, empty for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

export function DayField({ id, label, value, onChange }: DayFieldProps) {
  return (
    <Field id={id} label={label}>
      <DayPicker
        id={id}
        day={value}
        // Enter takes the day over; it does not send the form around it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        onDay={onChange}
      />
    </Field>
  );
}
