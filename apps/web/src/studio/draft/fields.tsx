/** Owns the fields in which a draft is edited: each shows one place, with its label and what is wrong there. */
import { Button, Input, Select, Switch } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useLanguage } from '../../language';
import { NumberInput } from '../../layout/NumberInput';
import { PlaceIssues } from './PlaceIssues';
import { type Place, placeAttribute } from './place';
import { useValue } from './use-value';

interface FieldProps extends Place {
  readonly label: string;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

interface FrameProps extends FieldProps {
  readonly id: string;
  /** What stands beside the label. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A field with its label; the problems of the place stand below it. */
function Frame({ id, label, wide, aside, document, pointer, children }: FrameProps) {
  return (
    <div className={`draft-field ${wide ? 'draft-field-wide' : ''}`} {...placeAttribute({ document, pointer })}>
      <span className="draft-field-head">
        <label htmlFor={id}>{label}</label>
        {aside}
      </span>
      {children}
      <PlaceIssues document={document} pointer={pointer} />
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  readonly rows?: number;
  /** Whether the key goes where nothing is written. */
  readonly optional?: boolean;
  readonly maxLength?: number;
}

/** A text that is the same in every language. */
export function TextField({ rows = 1, optional = false, maxLength = 4000, ...field }: TextFieldProps) {
  const id = useId();
  const { value, editable, change } = useValue(field);
  const shown = {
    id,
    value: typeof value === 'string' ? value : '',
    readOnly: !editable,
    maxLength,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      change(optional && target.value === '' ? undefined : target.value),
  };
  return (
    <Frame id={id} {...field}>
      {rows > 1 ? <Input.TextArea {...shown} className="growing" rows={rows} /> : <Input {...shown} />}
    </Frame>
  );
}

/** A text in Chinese, and in English for whoever asks for it. */
export function LocalizedField({ optional = false, rows = 1, ...field }: TextFieldProps) {
  const { t, language } = useLanguage();
  const id = useId();
  const { value, editable, change } = useValue(field);
  const { zh = '', en } = (value ?? {}) as { readonly zh?: string; readonly en?: string };
  const [asked, setAsked] = useState(language === 'en');
  const put = (next: { readonly zh: string; readonly en?: string | undefined }) => {
    const gone = optional && next.zh === '' && !next.en;
    change(gone ? undefined : { zh: next.zh, ...(next.en ? { en: next.en } : {}) });
  };
  const shown = { readOnly: !editable, maxLength: 4000, className: 'growing', rows };
  const toggle = (editable || en !== undefined) && (
    <Button type="link" size="small" aria-expanded={asked} onClick={() => setAsked(!asked)}>
      {t('studio.field.english')}
    </Button>
  );
  return (
    <Frame id={id} aside={toggle} {...field}>
      <Input.TextArea {...shown} id={id} value={zh} onChange={({ target }) => put({ zh: target.value, en })} />
      {asked && (
        <Input.TextArea
          {...shown}
          lang="en"
          aria-label={`${field.label} ${t('studio.field.english')}`}
          placeholder={t('studio.field.english')}
          value={en ?? ''}
          onChange={({ target }) => put({ zh, en: target.value })}
        />
      )}
    </Frame>
  );
}

export interface NumberFieldProps extends FieldProps {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly unit?: string;
  readonly optional?: boolean;
}

export function NumberField({ min, max, step, unit, optional = false, ...field }: NumberFieldProps) {
  const id = useId();
  const { value, editable, change } = useValue(field);
  return (
    <Frame id={id} {...field}>
      <NumberInput
        id={id}
        value={typeof value === 'number' ? value : null}
        readOnly={!editable}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        {...(step === undefined ? {} : { step })}
        {...(unit === undefined ? {} : { suffix: unit })}
        onChange={(next) => (next === null ? optional && change(undefined) : change(Number(next)))}
      />
    </Frame>
  );
}

/** A day as `YYYY-MM-DD`. */
export function DayField(field: FieldProps) {
  const id = useId();
  const { value, editable, change } = useValue(field);
  return (
    <Frame id={id} {...field}>
      <Input
        id={id}
        type="date"
        value={typeof value === 'string' ? value : ''}
        readOnly={!editable}
        onChange={({ target }) => change(target.value)}
      />
    </Frame>
  );
}

export interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
}

/** One of several, found by typing. */
export function ChoiceField({ options, optional = false, ...field }: ChoiceFieldProps) {
  const id = useId();
  const { value, editable, change } = useValue(field);
  return (
    <Frame id={id} {...field}>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={typeof value === 'string' ? value : undefined}
        disabled={!editable}
        allowClear={optional}
        options={[...options]}
        onChange={(next) => change(next)}
      />
    </Frame>
  );
}

/** Yes or no; the key goes where the answer is what it is without one. */
export function SwitchField({ unset, ...field }: FieldProps & { readonly unset: boolean }) {
  const { t } = useLanguage();
  const id = useId();
  const { value, editable, change } = useValue(field);
  const on = typeof value === 'boolean' ? value : unset;
  return (
    <Frame id={id} {...field}>
      <span>
        <Switch
          id={id}
          checked={on}
          disabled={!editable}
          checkedChildren={t('studio.field.yes')}
          unCheckedChildren={t('studio.field.no')}
          onChange={(next) => change(next === unset ? undefined : next)}
        />
      </span>
    </Frame>
  );
}
