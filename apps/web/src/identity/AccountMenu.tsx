/** Owns telling who is signed in, the way to the own account, and the way out. */
import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useLanguage } from '../language';
import { useAccount, useSignOut } from './session';

export function AccountMenu() {
  const { t } = useLanguage();
  const account = useAccount();
  const signOut = useSignOut();
  if (!account) return null;
  return (
    <>
      <Link className="top-account" to="/account" title={t('identity.account')}>
        <UserOutlined aria-label={t('identity.account')} />
        <span lang="">{account.title}</span>
      </Link>
      <Button
        type="text"
        icon={<LogoutOutlined />}
        aria-label={t('identity.signOut')}
        title={t('identity.signOut')}
        loading={signOut.isPending}
        onClick={() => signOut.mutate()}
      />
    </>
  );
}
