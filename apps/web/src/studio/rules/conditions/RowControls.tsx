/** Owns the left half of a row: what is looked at, how it is compared, and with what kind of value. */
import { NumberOutlined, SwapOutlined } from '@ant-design/icons';
import { AntDValueSelector } from '@react-querybuilder/antd';
import { Button } from 'antd';
import type { ComponentProps } from 'react';
import {
  type FieldSelectorProps,
  type OperatorSelectorProps,
  update,
  type ValueSourceSelectorProps,
} from 'react-querybuilder';
import { useLanguage } from '../../../language';
import { FactPicker } from '../FactPicker';
import { operandAt } from '../fact-dictionary';
import { factOptions } from '../fact-options';
import { contextOf, numberOf } from './builder-context';
import { namedOf, referenceOf } from './field-name';
import { comparableWith, offeredOperators, valueUnder } from './operators';
import { namedOperators } from './query';

export function FieldControl(props: FieldSelectorProps) {
  const { t } = useLanguage();
  const { dictionary, named, faults } = contextOf(props);
  const { path, value = '', disabled, rule, handleOnChange } = props;
  const kind = faults[rule.id ?? '']?.kind;
  return (
    <FactPicker
      label={t('studioRules.row.fact', { number: numberOf(path) })}
      value={value}
      dictionary={dictionary}
      named={named}
      disabled={disabled}
      wrong={kind === 'unknown-fact' || kind === 'unknown-condition'}
      onChange={handleOnChange}
    />
  );
}

/** What a comparison is called: what is not a number simply is or is not. */
export function useOperatorNames() {
  const { t, say } = useLanguage();
  return (row: { field: string; operator: string }, context: ReturnType<typeof contextOf>) => {
    if (namedOf(row.field) !== undefined)
      return namedOperators.map((id) => ({ value: id as string, label: t(`studioRules.named.${id}`) }));
    const reference = referenceOf(row.field);
    const kind = reference && operandAt(reference, context.dictionary)?.type.kind;
    const plain = kind !== undefined && kind !== 'number' ? ['equal', 'notEqual'] : [];
    return offeredOperators(row, context.dictionary).map(({ id, label }) => ({
      value: id as string,
      label: plain.includes(id) ? t(`studioRules.plain.${id}`) : say(label),
    }));
  };
}

export function OperatorControl(props: OperatorSelectorProps) {
  const { t } = useLanguage();
  const names = useOperatorNames()(props.rule, contextOf(props));
  const { path, rule, schema } = props;
  const change = (operator: string) => {
    const value = rule.valueSource === 'field' ? rule.value : valueUnder(operator, rule.value);
    schema.dispatchQuery(update(schema.getQuery(), { operator, value }, path));
  };
  const named = { 'aria-label': t('studioRules.row.operator', { number: numberOf(path) }) };
  return (
    <AntDValueSelector
      {...(props as ComponentProps<typeof AntDValueSelector>)}
      {...named}
      title=""
      options={names.map(({ value, label }) => ({ name: value, value, label }))}
      handleOnChange={change}
    />
  );
}

/** One button between the two: a value that is written here, or what another fact has. */
export function SourceControl(props: ValueSourceSelectorProps) {
  const { t } = useLanguage();
  const { dictionary } = contextOf(props);
  const { value, rule, path, disabled, handleOnChange } = props;
  const left = referenceOf(rule.field);
  const fromFact = value === 'field';
  if (!left || disabled) return null;
  const others = factOptions(dictionary, [], comparableWith(left, rule.operator, dictionary));
  if (!fromFact && others.length === 0) return null;
  const label = t(fromFact ? 'studioRules.source.value' : 'studioRules.source.field', { number: numberOf(path) });
  return (
    <Button
      type="text"
      className="row-source"
      aria-label={label}
      title={label}
      icon={fromFact ? <NumberOutlined /> : <SwapOutlined />}
      onClick={() => handleOnChange(fromFact ? 'value' : 'field')}
    />
  );
}
