/** Owns what must be there: a number that is fixed, or one that is asked or calculated. */
import { factsFor } from '@yimen/engine/editing';
import { Radio } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../language';
import { NumberInput } from '../../../layout/NumberInput';
import { FactField } from './FactField';
import type { ParameterFieldProps } from './parameter-props';

export function RequiredField({ parameter, params, context, readOnly, labelledBy, onChange }: ParameterFieldProps) {
  const { t, say } = useLanguage();
  const value = params[parameter.name];
  const fact = typeof value === 'object' && value !== null ? (value as { readonly fact?: string }).fact : undefined;
  const [asked, setAsked] = useState<boolean>();
  const byFact = asked ?? fact !== undefined;
  const options = factsFor('number-or-fact', context.dictionary).map(({ id, title }) => ({
    value: id,
    label: say(title),
  }));
  return (
    <div className="either">
      <Radio.Group
        aria-labelledby={labelledBy}
        disabled={readOnly}
        value={byFact}
        onChange={({ target }) => {
          setAsked(target.value === true);
          onChange(undefined);
        }}
        options={[
          { value: false, label: t('table.required.number') },
          { value: true, label: t('table.required.fact') },
        ]}
      />
      {byFact ? (
        <FactField
          labelledBy={labelledBy}
          kind="number-or-fact"
          value={fact}
          options={options}
          readOnly={readOnly}
          onChange={(next) => onChange({ fact: next })}
        />
      ) : (
        <NumberInput
          aria-labelledby={labelledBy}
          value={typeof value === 'number' ? value : null}
          min={0}
          readOnly={readOnly}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
    </div>
  );
}
