/** Owns telling who is signed in, and the way out. */
import { LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '../language';
import { useAccount, useSignOut } from './session';

export function AccountMenu() {
  const { t } = useLanguage();
  const account = useAccount();
  const signOut = useSignOut();
  if (!account) return null;
  return (
    <>
      <span className="top-account" lang="">
        {account.title}
      </span>
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
