/** Owns the controls of questions with one answer: lines of text, amounts, choices. */
import type { WidgetProps } from '@rjsf/utils';
import { Input, Radio, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useLanguage } from '../language';
import { NumberInput } from '../layout/NumberInput';
import { describedBy } from './QuestionFrame';

/** A value that is edited here and handed on when the cursor leaves: typing stays quick on long forms. */
function useCommitted<T>(value: T, commit: (value: T) => void): [T, (value: T) => void, () => void] {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  return [draft, setDraft, () => draft !== value && commit(draft)];
}

export function LineWidget({ id, value, onChange, disabled, readonly, rawErrors, schema }: WidgetProps) {
  const [draft, setDraft, commit] = useCommitted<string>(value ?? '', (text) =>
    onChange(text === '' ? undefined : text),
  );
  return (
    <Input
      id={id}
      value={draft}
      disabled={disabled || readonly}
      maxLength={schema.maxLength}
      autoComplete="off"
      status={rawErrors?.length ? 'error' : ''}
      {...describedBy(id, Boolean(rawErrors?.length))}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}

export function TextareaWidget({ id, value, onChange, disabled, readonly, rawErrors, schema }: WidgetProps) {
  const [draft, setDraft, commit] = useCommitted<string>(value ?? '', (text) =>
    onChange(text === '' ? undefined : text),
  );
  return (
    <Input.TextArea
      id={id}
      value={draft}
      rows={3}
      disabled={disabled || readonly}
      maxLength={schema.maxLength}
      status={rawErrors?.length ? 'error' : ''}
      {...describedBy(id, Boolean(rawErrors?.length))}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
    />
  );
}

/** Steps end at the limits. What is typed is kept as it is, and told to be wrong where it is. */
const between = (
  number: number,
  { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: WidgetProps['schema'],
) => Math.min(Math.max(number, minimum), maximum);

export function AmountWidget({ id, value, onChange, disabled, readonly, rawErrors, schema, options }: WidgetProps) {
  const [draft, setDraft, commit] = useCommitted<number | null>(value ?? null, (number) =>
    onChange(number ?? undefined),
  );
  return (
    <NumberInput
      className="amount"
      id={id}
      value={draft}
      step={schema.multipleOf ?? 1}
      suffix={options.unit as string | undefined}
      disabled={disabled || readonly}
      status={rawErrors?.length ? 'error' : ''}
      {...describedBy(id, Boolean(rawErrors?.length))}
      onChange={setDraft}
      onBlur={commit}
      onPressEnter={commit}
      onStep={(number) => onChange(between(number, schema))}
    />
  );
}

interface Option {
  readonly value: unknown;
  readonly label: string;
}

function useOptions({ schema, options }: WidgetProps): readonly Option[] {
  const { t } = useLanguage();
  if (schema.type === 'boolean')
    return [
      { value: true, label: t('yes') },
      { value: false, label: t('no') },
    ];
  return (options.enumOptions ?? []) as readonly Option[];
}

/** A few choices side by side; none is chosen at first. */
export function ChoiceWidget(props: WidgetProps) {
  const { id, value, onChange, disabled, readonly, rawErrors, label } = props;
  const options = useOptions(props);
  return (
    <Radio.Group
      className="choice"
      id={id}
      value={value ?? null}
      disabled={disabled || readonly}
      aria-label={label}
      {...describedBy(id, Boolean(rawErrors?.length))}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <Radio key={String(option.value)} value={option.value}>
          {option.label}
        </Radio>
      ))}
    </Radio.Group>
  );
}

/** One of many choices. */
export function PickWidget(props: WidgetProps) {
  const { t } = useLanguage();
  const { id, value, onChange, disabled, readonly, rawErrors } = props;
  return (
    <Select
      id={id}
      className="pick"
      value={value}
      placeholder={t('form.pick')}
      showSearch={{ optionFilterProp: 'label' }}
      disabled={disabled || readonly}
      status={rawErrors?.length ? 'error' : ''}
      options={useOptions(props).map(({ value: each, label }) => ({ value: each as string, label }))}
      onChange={(chosen) => onChange(chosen)}
      {...describedBy(id, Boolean(rawErrors?.length))}
    />
  );
}

export const widgets = {
  line: LineWidget,
  textarea: TextareaWidget,
  amount: AmountWidget,
  choice: ChoiceWidget,
  pick: PickWidget,
};
