/** Owns the page of one's own account: what it is for, its password, signing out everywhere. */
import { Button } from 'antd';
import { AreaLabel } from '../areas/AreaLabel';
import { useLanguage } from '../language';
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
  const { t } = useLanguage();
  const account = useAccount();
  return (
    <ul className="quiet own-roles">
      {account?.assignments.map(({ role, area }) => (
        <li key={`${role} ${area}`}>
          {t(`identity.role.${role}`)} · <AreaLabel id={area} />
        </li>
      ))}
    </ul>
  );
}
