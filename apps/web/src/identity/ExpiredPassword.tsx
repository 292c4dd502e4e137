/** Owns the page of somebody whose password has expired: nothing else is done before there is a new one. */
import { useLanguage } from '../language';
import { PasswordForm } from './PasswordForm';
import './identity.css';

export function ExpiredPassword() {
  const { t } = useLanguage();
  return (
    <div className="page door door-alone">
      <PasswordForm alone title={t('identity.expired')} lead={t('identity.expiredHelp')} />
    </div>
  );
}
