/** Owns the field of one parameter, by what it asks for. */
import type { Condition } from '@yimen/config';
import { factsFor, type TextDeclaration } from '@yimen/engine/editing';
import { Radio, Select } from 'antd';
import { useLanguage } from '../../../language';
import { NumberInput } from '../../../layout/NumberInput';
import { ConditionBuilder } from '../../rules/ConditionBuilder';
import { ReasonField } from '../../rules/ReasonField';
import { FactField } from './FactField';
import { HadField } from './HadField';
import { namedIn } from './named';
import type { ParameterFieldProps } from './parameter-props';
import { RequiredField } from './RequiredField';
import { TiersField } from './TiersField';

export function ParameterField(props: ParameterFieldProps) {
  const { t, say } = useLanguage();
  const { parameter, params, context, readOnly, labelledBy, onChange } = props;
  const { dictionary } = context;
  const value = params[parameter.name];
  switch (parameter.kind) {
    case 'points':
      return (
        <NumberInput
          aria-labelledby={labelledBy}
          value={typeof value === 'number' ? value : null}
          min={0}
          suffix={t('table.pointsUnit')}
          readOnly={readOnly}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'condition':
      return (
        <ConditionBuilder
          value={value as Condition | undefined}
          dictionary={dictionary}
          named={namedIn(dictionary)}
          readOnly={readOnly}
          labelledBy={labelledBy}
          onChange={onChange}
        />
      );
    case 'truth':
      return (
        <Radio.Group
          aria-labelledby={labelledBy}
          disabled={readOnly}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          options={[true, false].map((each) => ({ value: each, label: t(`studio.field.${each ? 'yes' : 'no'}`) }))}
        />
      );
    case 'boundary':
      return (
        <Select
          aria-labelledby={labelledBy}
          disabled={readOnly}
          value={value ?? 'lower'}
          options={(['lower', 'upper'] as const).map((each) => ({ value: each, label: t(`table.boundary.${each}`) }))}
          onChange={onChange}
        />
      );
    case 'reason':
      return (
        <ReasonField
          value={(value as TextDeclaration | undefined) ?? { zh: '' }}
          dictionary={dictionary}
          labelledBy={labelledBy}
          readOnly={readOnly}
          onChange={(next) => onChange(next.zh === '' && !next.en ? undefined : next)}
        />
      );
    case 'tiers':
      return <TiersField {...props} />;
    case 'had':
    case 'had-or-each':
      return <HadField {...props} />;
    case 'number-or-fact':
      return <RequiredField {...props} />;
    default:
      return (
        <FactField
          labelledBy={labelledBy}
          kind={parameter.kind}
          value={typeof value === 'string' ? value : undefined}
          options={factsFor(parameter.kind, dictionary).map(({ id, title }) => ({ value: id, label: say(title) }))}
          readOnly={readOnly}
          onChange={onChange}
        />
      );
  }
}
