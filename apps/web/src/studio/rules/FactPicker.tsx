/** Owns picking a fact (or a named condition) by its title; of a table or record a column of it too. */
import { Select, type SelectProps } from 'antd';
import { useMemo } from 'react';
import { useLanguage } from '../../language';
import { NumberInput } from '../../layout/NumberInput';
import { unchosen } from './conditions/field-name';
import type { FactDictionary } from './fact-dictionary';
import {
  type Accepts,
  type FactOption,
  factOptions,
  fieldOfPicked,
  type NamedTitle,
  type OptionGroup,
  partOptions,
  pickedOf,
} from './fact-options';
import './words';

export interface FactPickerProps {
  /** What is picked, for who does not see it. */
  readonly label: string;
  /** A name as `field-name` makes them; empty where nothing is picked. */
  readonly value: string;
  readonly dictionary: FactDictionary;
  /** Named conditions offered beside the facts. */
  readonly named?: readonly NamedTitle[];
  readonly accepts?: Accepts;
  readonly disabled?: boolean;
  readonly wrong?: boolean;
  readonly onChange: (field: string) => void;
}

const groups: readonly OptionGroup[] = ['named', 'asked', 'computed'];

export function FactPicker(props: FactPickerProps) {
  const { t } = useLanguage();
  const { label, value, dictionary, disabled, wrong, onChange } = props;
  const options = useOptions(props);
  const picked = pickedOf(value, dictionary);
  const type = dictionary.facts.get(picked.base)?.type;
  const change = (part: Partial<typeof picked>) => onChange(fieldOfPicked({ ...picked, ...part }, dictionary));
  return (
    <span className="fact-picker">
      <Select
        aria-label={label}
        className="fact-picker-fact"
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('studioRules.pick.fact')}
        disabled={disabled}
        status={wrong ? 'error' : ''}
        value={picked.base === '' || picked.base === unchosen ? undefined : picked.base}
        options={options}
        onChange={(base: string) => onChange(fieldOfPicked({ base }, dictionary))}
      />
      {type?.kind === 'rows' && (
        <NumberInput
          aria-label={`${label} ${t('studioRules.pick.row')}`}
          className="fact-picker-row"
          min={1}
          max={1000}
          precision={0}
          prefix={t('studioRules.pick.rowBefore')}
          suffix={t('studioRules.pick.rowAfter')}
          disabled={disabled}
          value={picked.row ?? 1}
          onChange={(row) => change({ row: row ?? 1 })}
        />
      )}
      {(type?.kind === 'rows' || type?.kind === 'record') && <ColumnPicker {...props} column={picked.column} />}
    </span>
  );
}

function ColumnPicker({ column, ...props }: FactPickerProps & { readonly column: string | undefined }) {
  const { t, say } = useLanguage();
  const { label, value, dictionary, accepts, disabled, wrong, onChange } = props;
  const picked = pickedOf(value, dictionary);
  const columns = partOptions(picked.base, dictionary.facts.get(picked.base)?.type, accepts);
  return (
    <Select
      aria-label={`${label} ${t('studioRules.pick.column')}`}
      className="fact-picker-column"
      popupMatchSelectWidth={false}
      placeholder={t('studioRules.pick.column')}
      disabled={disabled}
      status={wrong ? 'error' : ''}
      value={column}
      options={columns.map((each) => ({ value: each.column, label: say(each.title) }))}
      onChange={(chosen: string) => onChange(fieldOfPicked({ ...picked, column: chosen }, dictionary))}
    />
  );
}

/** The options under headings; a heading alone says nothing and is left out. */
function useOptions({ dictionary, named, accepts }: FactPickerProps): SelectProps['options'] {
  const { t, language } = useLanguage();
  const offered = useMemo(() => factOptions(dictionary, named, accepts), [dictionary, named, accepts]);
  const entry = ({ value, title }: FactOption) => ({ value, label: title[language] });
  const sections = groups.map((group) => ({
    label: t(`studioRules.pick.group.${group}`),
    options: offered.filter((each) => each.group === group).map(entry),
  }));
  const filled = sections.filter(({ options }) => options.length > 0);
  return filled.length > 1 ? filled : (filled[0]?.options ?? []);
}
