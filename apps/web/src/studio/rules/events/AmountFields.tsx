/** Owns how many points a rule moves. */
import { Radio } from 'antd';
import { useId, useMemo } from 'react';
import { useLanguage } from '../../../language';
import { NumberInput } from '../../../layout/NumberInput';
import { FactPicker } from '../FactPicker';
import type { EventPartProps } from './event-part';
import { acceptedFor } from './measures';

export function AmountFields({ draft, dictionary, onChange }: EventPartProps) {
  const { t } = useLanguage();
  const { amount, type, points, cap } = draft;
  const parameter = amount === 'share' ? 'share' : 'each';
  const accepts = useMemo(() => acceptedFor(parameter, dictionary), [parameter, dictionary]);
  const verb = type === 'award' ? 'award' : 'deduct';
  return (
    <>
      <Radio.Group
        className="event-amount"
        aria-label={t('studioRules.event.amount')}
        value={amount}
        options={(['fixed', 'each', 'share'] as const).map((each) => ({
          value: each,
          label: t(`studioRules.event.amount-${each}`),
        }))}
        onChange={(event) => onChange({ amount: event.target.value })}
      />
      <div className="event-fields">
        {amount !== 'fixed' && (
          <div className="event-field event-fact">
            <span>{t(`studioRules.event.measure-${amount}`)}</span>
            <FactPicker
              label={t(`studioRules.event.measure-${amount}`)}
              value={draft[parameter]}
              dictionary={dictionary}
              accepts={accepts}
              onChange={(field) => onChange({ [parameter]: field })}
            />
          </div>
        )}
        {amount !== 'share' && (
          <PointsField
            label={t(`studioRules.event.points-${amount}-${verb}`)}
            value={points}
            onChange={(number) => onChange({ points: number })}
          />
        )}
        {amount !== 'fixed' && (
          <PointsField
            label={t(`studioRules.event.cap-${verb}`)}
            value={cap}
            hint={t('studioRules.event.uncapped')}
            onChange={(number) => onChange({ cap: number })}
          />
        )}
      </div>
    </>
  );
}

interface PointsFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly hint?: string;
  readonly onChange: (value: number | undefined) => void;
}

function PointsField({ label, value, hint, onChange }: PointsFieldProps) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className="event-field">
      <label htmlFor={id}>{label}</label>
      <NumberInput
        id={id}
        className="event-points"
        min={0.01}
        max={1000}
        placeholder={hint}
        suffix={t('studioRules.event.point')}
        value={value ?? null}
        onChange={(number) => onChange(number ?? undefined)}
      />
    </div>
  );
}
