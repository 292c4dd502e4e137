/** Owns asking for a division code: so many digits, or none. */
import { Input } from 'antd';
import { useLanguage } from '../../language';
import { Field } from './AreaForm';

/** Whether it can be sent; none is written as nothing. */
export const isCode = (text: string): boolean => /^(?:\d{6}|\d{9}|\d{12})?$/u.test(text);

export interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

export function CodeField({ label, value, onChange }: CodeFieldProps) {
  const { t } = useLanguage();
  return (
    <Field id="area-code" label={label}>
      <Input
        id="area-code"
        inputMode="numeric"
        maxLength={12}
        placeholder={t('areas.form.codeHelp')}
        status={isCode(value) ? '' : 'warning'}
        value={value}
        onChange={(event) => onChange(event.target.value.trim())}
      />
    </Field>
  );
}
