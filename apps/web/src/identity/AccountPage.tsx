/** Owns the page of one's own account: what it is for, its password, signing out everywhere. */
import { useQuery } from '@tanstack/react-query';
import type { AreaPage } from '@yimen/contracts';
import { Button } from 'antd';
import { useLanguage } from '../language';
import { call } from '../server/client';
import { PasswordFaults } from './NewPassword';
import { PasswordForm } from './PasswordForm';
import { useAccount, useSignOutEverywhere } from './session';
import './identity.css';

export function Page() {
  const { t } = useLanguage();
  const account = useAccount();
  const everywhere = useSignOutEverywhere();
  return (
    <div className="page page-narrow">
      <h1 lang="">{account?.title}</h1>
      <Roles />
      <div className="own">
        <PasswordForm title={t('identity.change')} />
        <section className="card door-form">
          <h2>{t('identity.everywhere')}</h2>
          <p>{t('identity.everywhereHelp')}</p>
          <Button loading={everywhere.isPending} onClick={() => everywhere.mutate()}>
            {t('identity.everywhere')}
          </Button>
          <PasswordFaults error={everywhere.error} />
        </section>
      </div>
    </div>
  );
}

/** What the account may do, and where. */
function Roles() {
  const { t, say } = useLanguage();
  const account = useAccount();
  const { data } = useQuery({ queryKey: ['areas'], queryFn: () => call<AreaPage>('/api/v1/areas?limit=200') });
  const nameOf = (id: string): string => {
    const area = data?.items.find((each) => each.id === id);
    return area ? say(area.name) : '…';
  };
  return (
    <ul className="quiet own-roles">
      {account?.assignments.map(({ role, area }) => (
        <li key={`${role} ${area}`}>
          {t(`identity.role.${role}`)} · {nameOf(area)}
        </li>
      ))}
    </ul>
  );
}
