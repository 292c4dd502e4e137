/** Owns what there is: a number, how many of something, the sum of a column, or a column row by row. */
import { canonicalJson, type FactType } from '@yimen/config';
import type { FactEntry } from '@yimen/engine/editing';
import { useMemo } from 'react';
import { useLanguage } from '../../../language';
import { FactField } from './FactField';
import type { ParameterFieldProps } from './parameter-props';

type Rows = Extract<FactType, { readonly kind: 'rows' }>;

interface Option {
  readonly value: string;
  readonly label: string;
}

export function HadField({ parameter, params, context, readOnly, labelledBy, onChange }: ParameterFieldProps) {
  const value = params[parameter.name];
  const options = useOptions([...context.dictionary.facts.values()], parameter.kind === 'had-or-each');
  return (
    <FactField
      labelledBy={labelledBy}
      kind={parameter.kind}
      value={value === undefined ? undefined : canonicalJson(value)}
      options={options}
      readOnly={readOnly}
      encode={(id, kind) => canonicalJson(kind === 'number' ? { fact: id } : { count: id })}
      onChange={(next) => onChange(JSON.parse(next))}
    />
  );
}

/** Everything that can be counted, summed or taken as it is, in words. */
function useOptions(facts: readonly FactEntry[], each: boolean): Option[] {
  const { t, say } = useLanguage();
  return useMemo(() => {
    const option = (value: unknown, label: string): Option => ({ value: canonicalJson(value), label });
    const ofRows = (id: string, name: string, { columns }: Rows): Option[] =>
      [...columns.values()].flatMap((column): Option[] => {
        const part = say(column.title);
        const filter = (is: string | boolean, words: string): Option =>
          option({ count: id, where: { column: column.id, is } }, t('table.had.where', { name, part, value: words }));
        switch (column.type.kind) {
          case 'number':
            return [
              option({ sum: id, column: column.id }, t('table.had.sum', { name, part })),
              ...(each ? [option({ each: id, column: column.id }, t('table.had.each', { name, part }))] : []),
            ];
          case 'boolean':
            return [filter(true, t('studio.field.yes')), filter(false, t('studio.field.no'))];
          case 'choice':
            return column.type.choices.map((choice) => filter(choice.id, say(choice.title)));
          default:
            return [];
        }
      });
    return facts.flatMap(({ id, title, type }): Option[] => {
      const name = say(title);
      if (type?.kind === 'number') return [option({ fact: id }, name)];
      if (type?.kind === 'checklist' || type?.kind === 'files')
        return [option({ count: id }, t('table.had.count', { name }))];
      if (type?.kind !== 'rows') return [];
      return [option({ count: id }, t('table.had.count', { name })), ...ofRows(id, name, type)];
    });
  }, [facts, each, t, say]);
}
