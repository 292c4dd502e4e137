/** Owns the right half of a row: a value as its fact takes it, or another fact. */
import type { FactType } from '@yimen/config';
import { operators } from '@yimen/engine';
import { Input, Radio, Select } from 'antd';
import type { ValueEditorProps } from 'react-querybuilder';
import { useLanguage } from '../../../language';
import { NumberInput } from '../../../layout/NumberInput';
import { FactPicker } from '../FactPicker';
import { operandAt } from '../fact-dictionary';
import { AreaValue } from './AreaValue';
import { contextOf, numberOf } from './builder-context';
import { referenceOf } from './field-name';
import { comparableWith } from './operators';

export function ValueControl(props: ValueEditorProps) {
  const { t } = useLanguage();
  const { dictionary, faults } = contextOf(props);
  const { path, rule, value, disabled, handleOnChange } = props;
  const label = t('studioRules.row.value', { number: numberOf(path) });
  const left = referenceOf(rule.field);
  const operand = left && operandAt(left, dictionary);
  const wrong = faults[rule.id ?? '']?.kind === 'types';
  const common = { label, value, wrong, disabled: disabled ?? false, onChange: handleOnChange };
  if (rule.valueSource === 'field')
    return (
      <FactPicker
        {...common}
        value={typeof value === 'string' ? value : ''}
        dictionary={dictionary}
        {...(left ? { accepts: comparableWith(left, rule.operator, dictionary) } : {})}
      />
    );
  const type = operand?.type ?? typeOfValue(value);
  const several = operators.get(rule.operator)?.right === 'several';
  if (several && type.kind === 'text' && type.areas)
    return (
      <AreaValue
        aria-label={label}
        levels={type.areas}
        value={value}
        several
        disabled={disabled ?? false}
        status={wrong ? 'error' : ''}
        onChange={handleOnChange}
      />
    );
  return several ? <SeveralField {...common} type={type} /> : <OneField {...common} type={type} unit={operand?.unit} />;
}

/** Where the fact is not known, its value tells what it was. */
function typeOfValue(value: unknown): FactType {
  if (typeof value === 'boolean') return { kind: 'boolean' };
  return typeof value === 'number' ? { kind: 'number', integer: false } : { kind: 'text' };
}

interface FieldProps {
  readonly label: string;
  readonly value: unknown;
  readonly wrong: boolean;
  readonly disabled: boolean;
  readonly type: FactType;
  readonly onChange: (value: unknown) => void;
}

type Pair = { readonly zh: string; readonly en: string };

function OneField({ label, value, wrong, disabled, type, unit, onChange }: FieldProps & { readonly unit?: Pair }) {
  const { t, say } = useLanguage();
  const common = { 'aria-label': label, disabled, status: wrong ? ('error' as const) : ('' as const) };
  if (type.kind === 'boolean')
    return (
      <Radio.Group
        className="row-truth"
        optionType="button"
        aria-label={label}
        disabled={disabled}
        value={value ?? null}
        options={[
          { value: true, label: t('yes') },
          { value: false, label: t('no') },
        ]}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  if (type.kind === 'number')
    return (
      <NumberInput
        {...common}
        className="row-number"
        suffix={unit && say(unit)}
        value={typeof value === 'number' ? value : null}
        onChange={(number) => onChange(number ?? undefined)}
      />
    );
  if (type.kind === 'choice' || type.kind === 'checklist')
    return <ChoiceField {...{ ...common, type, value, onChange }} />;
  if (type.kind === 'text' && type.areas) return <AreaValue {...{ ...common, levels: type.areas, value, onChange }} />;
  return (
    <Input
      {...common}
      className="row-text"
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  );
}

interface ChoiceProps {
  readonly type: Extract<FactType, { kind: 'choice' | 'checklist' }>;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** One of the choices; of a checklist one of its items. */
function ChoiceField({ type, value, onChange, ...rest }: ChoiceProps) {
  const { t, language } = useLanguage();
  return (
    <Select
      {...rest}
      className="row-choice"
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('studioRules.pick.choice')}
      value={typeof value === 'string' ? value : undefined}
      options={type.choices.map(({ id, title }) => ({ value: id, label: title[language] }))}
      onChange={onChange}
    />
  );
}

/** Several values: choices are picked, numbers and texts typed one after the other. */
function SeveralField({ label, value, wrong, disabled, type, onChange }: FieldProps) {
  const { t, language } = useLanguage();
  const choices = type.kind === 'choice' ? type.choices : undefined;
  const values = (Array.isArray(value) ? value : []).map(String);
  const change = (next: readonly string[]) => {
    const read = next.map((each) => readAs(type, each)).filter((each) => each !== undefined);
    onChange(read.length > 0 ? read : undefined);
  };
  return (
    <Select
      aria-label={label}
      className="row-several"
      mode={choices ? 'multiple' : 'tags'}
      popupMatchSelectWidth={false}
      disabled={disabled}
      status={wrong ? 'error' : ''}
      placeholder={t(choices ? 'studioRules.pick.choices' : 'studioRules.pick.values')}
      tokenSeparators={[',', '，', '、']}
      showSearch={{ optionFilterProp: 'label' }}
      value={values}
      options={(choices ?? []).map(({ id, title }) => ({ value: id, label: title[language] }))}
      onChange={change}
    />
  );
}

/** A typed value as its fact takes it; nothing where it is no such value. */
function readAs({ kind }: FactType, text: string): string | number | boolean | undefined {
  if (kind === 'boolean') return text === 'true';
  if (kind !== 'number') return text;
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? undefined : number;
}
