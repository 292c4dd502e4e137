/** Owns editing one cell of a list by what its column holds. */
import { Checkbox, Input, Select } from 'antd';
import { useLanguage } from '../../language';
import { NumberInput } from '../../layout/NumberInput';
import type { TableColumn } from './cells';
import type { Cell, RowChoice } from './written-list';

export interface CellEditorProps {
  readonly column: TableColumn;
  readonly choices: readonly RowChoice[];
  readonly value: unknown;
  readonly label: string;
  readonly editable: boolean;
  readonly onChange: (value: Cell | undefined) => void;
}

export function CellEditor({ column, choices, value, label, editable, onChange }: CellEditorProps) {
  const { t, say } = useLanguage();
  const shown = { 'aria-label': label, variant: 'filled' as const };
  if (column.key === 'required')
    return (
      <Checkbox
        aria-label={label}
        checked={value === true}
        disabled={!editable}
        onChange={({ target }) => onChange(target.checked)}
      />
    );
  switch (column.type) {
    case 'boolean':
      return (
        <Select
          {...shown}
          value={value === undefined ? undefined : value === true ? 'yes' : 'no'}
          disabled={!editable}
          allowClear
          placeholder={t('studioLists.blank')}
          options={(['yes', 'no'] as const).map((each) => ({ value: each, label: t(`studioLists.${each}`) }))}
          onChange={(next) => onChange(next === undefined ? undefined : next === 'yes')}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...shown}
          value={typeof value === 'number' ? value : null}
          readOnly={!editable}
          onChange={(next) => onChange(next === null ? undefined : Number(next))}
        />
      );
    case 'choice':
    case 'checklist':
      return (
        <Select
          {...shown}
          mode={column.type === 'checklist' ? 'multiple' : undefined}
          showSearch={{ optionFilterProp: 'label' }}
          value={(value ?? undefined) as string | undefined}
          disabled={!editable}
          allowClear
          placeholder={t('studioLists.blank')}
          maxTagCount={3}
          options={choices.map(({ id, title }) => ({ value: id, label: say(title) }))}
          onChange={(next: string | string[] | undefined) => onChange(next)}
        />
      );
    default:
      return (
        <Input
          {...shown}
          {...(column.key === 'en' ? { lang: 'en' } : {})}
          value={typeof value === 'string' ? value : ''}
          readOnly={!editable}
          maxLength={1000}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        />
      );
  }
}
