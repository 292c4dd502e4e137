/** Owns picking a scoring method by what it does. */
import { type MethodId, type MethodItem, methods } from '@yimen/engine/editing';
import { Select } from 'antd';
import { useLanguage } from '../../../language';

export interface MethodSelectProps {
  readonly label: string;
  readonly value: MethodItem['method'] | undefined;
  readonly disabled?: boolean;
  readonly onChange: (method: MethodId) => void;
}

export function MethodSelect({ label, value, disabled, onChange }: MethodSelectProps) {
  const { t, say } = useLanguage();
  const offered = [...methods.values()].map(({ id, label: title, explanation }) => ({
    value: id as MethodItem['method'],
    label: say(title),
    help: say(explanation),
  }));
  const own = { value: 'hand-written' as const, label: t('table.method.own'), help: '', disabled: true };
  return (
    <Select
      aria-label={label}
      className="method-select"
      popupMatchSelectWidth={false}
      placeholder={t('table.method.choose')}
      listHeight={420}
      value={value}
      disabled={disabled}
      options={value === 'hand-written' ? [own, ...offered] : offered}
      optionRender={({ data }) => (
        <span className="method-option">
          {data.label}
          <span className="quiet">{data.help}</span>
        </span>
      )}
      onChange={(next) => next !== 'hand-written' && onChange(next)}
    />
  );
}
