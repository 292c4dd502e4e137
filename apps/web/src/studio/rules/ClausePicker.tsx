/** Owns picking the clause of the source that something rests on. */
import type { Clause } from '@yimen/config';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useLanguage } from '../../language';
import './words';

export interface ClausePickerProps {
  readonly value: string;
  /** Every clause of the outline. */
  readonly clauses: readonly Clause[];
  readonly onChange: (clause: string) => void;
  /** The id of what names it. */
  readonly labelledBy: string;
}

export function ClausePicker({ value, clauses, labelledBy, onChange }: ClausePickerProps) {
  const { t, language } = useLanguage();
  const options = useMemo(
    () => clauses.map(({ id, summary }) => ({ value: id, label: id, summary: summary[language] })),
    [clauses, language],
  );
  const known = clauses.some(({ id }) => id === value);
  const summary = clauses.find(({ id }) => id === value)?.summary[language];
  return (
    <div className="clause">
      <Select
        aria-labelledby={labelledBy}
        className="clause-pick"
        popupMatchSelectWidth={false}
        showSearch={{ filterOption: (typed, option) => matches(typed, option) }}
        placeholder={t('studioRules.pick.clause')}
        status={value !== '' && !known ? 'error' : ''}
        value={value === '' ? undefined : value}
        options={options}
        labelRender={({ value: id }) => <span lang="zh-CN">{id}</span>}
        optionRender={({ data }) => (
          <span className="clause-option">
            <span lang="zh-CN">{data.value}</span>
            <small>{data.summary}</small>
          </span>
        )}
        onChange={onChange}
      />
      {summary && <p className="quiet">{summary}</p>}
      {value !== '' && !known && <p className="row-fault">{t('studioRules.fault.unknown-clause')}</p>}
    </div>
  );
}

const matches = (typed: string, option?: { readonly value: string; readonly summary: string }): boolean =>
  `${option?.value} ${option?.summary}`.toLowerCase().includes(typed.trim().toLowerCase());
