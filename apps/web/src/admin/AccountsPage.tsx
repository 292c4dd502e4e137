/** Owns the page of accounts: who there is, inviting people, the links that they get. */
import { UserAddOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Invited } from '@yimen/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../language';
import { Failure, Loading } from '../layout/states';
import { AccountRow } from './AccountRow';
import { accountsQuery } from './accounts';
import { InviteForm } from './InviteForm';
import { LinkNote } from './LinkNote';
import './admin.css';

export function Page() {
  const { t } = useLanguage();
  const accounts = useInfiniteQuery(accountsQuery());
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<Invited>();
  const show = (answer: Invited) => {
    setInvited(answer.link ? answer : undefined);
    setInviting(false);
  };
  return (
    <div className="page page-narrow">
      <div className="block-head">
        <h1>{t('accounts.title')}</h1>
        {!inviting && (
          <Button type="primary" icon={<UserAddOutlined />} onClick={() => setInviting(true)}>
            {t('accounts.invite')}
          </Button>
        )}
      </div>
      {inviting && <InviteForm onInvited={show} onCancel={() => setInviting(false)} />}
      {invited && <LinkNote invited={invited} />}
      {accounts.isPending && <Loading />}
      {accounts.isError && <Failure error={accounts.error} retry={accounts.refetch} within />}
      {accounts.isSuccess && (
        <table className="accounts">
          <thead>
            <tr>
              <th scope="col">{t('identity.name')}</th>
              <th scope="col">{t('accounts.holder')}</th>
              <th scope="col">{t('accounts.roles')}</th>
              <th scope="col">{t('accounts.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.data.pages.flatMap(({ items }) =>
              items.map((account) => <AccountRow key={account.id} account={account} onInvited={show} />),
            )}
          </tbody>
        </table>
      )}
      {accounts.hasNextPage && (
        <div className="more">
          <Button loading={accounts.isFetchingNextPage} onClick={() => accounts.fetchNextPage()}>
            {t('records.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
