/** Owns questions answered by a table of rows. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { FieldProps, RJSFSchema } from '@rjsf/utils';
import { Button, Input, Select } from 'antd';
import { useLanguage } from '../language';
import { NumberInput } from '../layout/NumberInput';
import { frameOf, QuestionFrame } from './QuestionFrame';

type Row = Readonly<Record<string, unknown>>;

interface CellProps {
  readonly schema: RJSFSchema;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function Cell({ schema, label, value, onChange }: CellProps) {
  const { t } = useLanguage();
  if (schema.oneOf) {
    const options = (schema.oneOf as { const: string; title: string }[]).map((choice) => ({
      value: choice.const,
      label: choice.title,
    }));
    return (
      <Select
        aria-label={label}
        className="pick"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('form.pick')}
        value={value as string | undefined}
        options={options}
        onChange={onChange}
      />
    );
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    return (
      <NumberInput
        aria-label={label}
        className="amount"
        suffix={(schema as { 'x-unit'?: string })['x-unit']}
        value={(value as number | undefined) ?? null}
        onChange={(number) => onChange(number ?? undefined)}
      />
    );
  }
  return (
    <Input
      aria-label={label}
      value={(value as string | undefined) ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
}

export function RowsField(props: FieldProps) {
  const { schema, formData, onChange, fieldPathId } = props;
  const { t } = useLanguage();
  const columns = Object.entries(((schema.items as RJSFSchema).properties ?? {}) as Record<string, RJSFSchema>);
  const rows = (formData ?? []) as readonly Row[];
  const answered = Array.isArray(formData);
  const change = (next: readonly Row[]) => onChange([...next], fieldPathId.path);
  const put = (index: number, column: string, value: unknown) =>
    change(rows.map((row, place) => (place === index ? { ...row, [column]: value } : row)));
  return (
    <QuestionFrame {...frameOf(props)}>
      {rows.length > 0 && (
        <table className="rows" aria-label={schema.title}>
          <thead>
            <tr>
              <td />
              {columns.map(([column, cell]) => (
                <th key={column} scope="col">
                  {cell.title}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {columns.map(([column, cell]) => (
                  <td key={column}>
                    <Cell
                      schema={cell}
                      label={`${schema.title} ${index + 1} ${cell.title}`}
                      value={row[column]}
                      onChange={(value) => put(index, column, value)}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('form.removeRow', { number: index + 1 })}
                    onClick={() => change(rows.filter((_, place) => place !== index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="ticks-all">
        <Button icon={<PlusOutlined />} onClick={() => change([...rows, {}])}>
          {t('form.addRow')}
        </Button>
        {rows.length === 0 && (
          <Button type={answered ? 'primary' : 'default'} aria-pressed={answered} onClick={() => change([])}>
            {t('form.noRows')}
          </Button>
        )}
        <span className="ticks-count">
          {answered ? t('form.rowCount', { count: rows.length }) : t('form.unanswered')}
        </span>
      </div>
    </QuestionFrame>
  );
}
