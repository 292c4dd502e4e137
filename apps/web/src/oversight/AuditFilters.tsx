/** Owns choosing which entries of the audit trail are shown. */
import { auditActions } from '@yimen/contracts';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useLanguage } from '../language';
import { DayPicker } from '../layout/DayPicker';
import { type AuditFilter, groupOf } from './audit';

export interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}

export function AuditFilters({ filter, onFilter }: AuditFiltersProps) {
  const { t } = useLanguage();
  /** Blank values are left out. */
  const put = (changed: AuditFilter) =>
    onFilter(Object.fromEntries(Object.entries({ ...filter, ...changed }).filter(([, value]) => value)));
  return (
    <search className="audit-filters" aria-label={t('audit.filter.label')}>
      <div>
        <label htmlFor="audit-action">{t('audit.filter.action')}</label>
        <ActionFilter action={filter.action} onAction={(action) => put({ action })} />
      </div>
      <div>
        <label htmlFor="audit-account">{t('audit.filter.account')}</label>
        <AccountFilter account={filter.account ?? ''} onAccount={(account) => put({ account })} />
      </div>
      <DayFilter id="from" day={filter.from} until={filter.to} onDay={(from) => put({ from })} />
      <DayFilter id="to" day={filter.to} since={filter.from} onDay={(to) => put({ to })} />
      {Object.keys(filter).length > 0 && (
        <p className="audit-narrowed">
          {filter.subject && <span>{t('audit.filter.subject')}</span>}
          <Button onClick={() => onFilter({})}>{t('audit.filter.clear')}</Button>
        </p>
      )}
    </search>
  );
}

interface ActionFilterProps {
  readonly action: string | undefined;
  readonly onAction: (action: string) => void;
}

function ActionFilter({ action = '', onAction }: ActionFilterProps) {
  const { t } = useLanguage();
  const groups = [...new Set(Object.values(groupOf))].map((group) => ({
    label: t(`audit.group.${group}`),
    options: auditActions
      .filter((each) => groupOf[each] === group)
      .map((each) => ({ value: each as string, label: t(`audit.action.${each}`) })),
  }));
  return (
    <Select
      id="audit-action"
      showSearch={{ optionFilterProp: 'label' }}
      value={action}
      options={[{ value: '', label: t('audit.filter.all') }, ...groups]}
      onChange={onAction}
    />
  );
}

interface AccountFilterProps {
  readonly account: string;
  readonly onAccount: (account: string) => void;
}

/** Handed on when it is typed whole, not letter by letter. */
function AccountFilter({ account, onAccount }: AccountFilterProps) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(account);
  useEffect(() => setTyped(account), [account]);
  const commit = () => typed.trim() !== account && onAccount(typed.trim());
  return (
    <Input
      id="audit-account"
      autoCapitalize="none"
      autoComplete="off"
      maxLength={60}
      placeholder={t('audit.filter.accountHelp')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}

interface DayFilterProps {
  readonly id: 'from' | 'to';
  readonly day: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly onDay: (day: string) => void;
}

function DayFilter({ id, day, since, until, onDay }: DayFilterProps) {
  const { t } = useLanguage();
  return (
    <div>
      <label htmlFor={`audit-${id}`}>{t(`audit.filter.${id}`)}</label>
      <DayPicker id={`audit-${id}`} day={day ?? ''} since={since} until={until} onDay={onDay} />
    </div>
  );
}
