/** Owns the page of accounts: who there is, inviting, disabling, resetting. */
import { UserAddOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Account, AccountChange, Invited } from '@yimen/contracts';
import { Button, Popconfirm } from 'antd';
import { type ReactElement, useState } from 'react';
import { useLanguage } from '../language';
import { Failure, Loading } from '../layout/states';
import { ProblemError } from '../server/client';
import { accountsQuery, areasQuery, useChange } from './accounts';
import { InviteForm } from './InviteForm';
import { LinkNote } from './LinkNote';
import { PersonLink } from './PersonLink';
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

interface AccountRowProps {
  readonly account: Account;
  readonly onInvited: (invited: Invited) => void;
}

function AccountRow({ account, onInvited }: AccountRowProps) {
  const { t, say } = useLanguage();
  const areas = useQuery(areasQuery()).data?.items ?? [];
  const change = useChange();
  const { name, title, assignments, disabled } = account;
  const ask = (what: AccountChange) => change.mutate({ name, change: what }, { onSuccess: onInvited });
  const areaName = (id: string) => {
    const area = areas.find((each) => each.id === id);
    return area ? say(area.name) : '…';
  };
  return (
    <tr className={disabled ? 'accounts-disabled' : ''}>
      <th scope="row" lang="">
        {name}
      </th>
      <td>
        <span lang="">{title}</span>
        <PersonLink account={account} busy={change.isPending} onLink={(person) => ask({ kind: 'link', person })} />
      </td>
      <td>
        {assignments.map(({ role, area }) => (
          <div key={`${role} ${area}`}>
            {t(`identity.role.${role}`)} · {areaName(area)}
          </div>
        ))}
      </td>
      <td>
        <div className="actions">
          {disabled ? (
            <Button size="small" loading={change.isPending} onClick={() => ask({ kind: 'enable' })}>
              {t('accounts.enable')}
            </Button>
          ) : (
            <Sure text={t('accounts.disableSure')} onSure={() => ask({ kind: 'disable' })}>
              <Button size="small" loading={change.isPending}>
                {t('accounts.disable')}
              </Button>
            </Sure>
          )}
          <Sure text={t('accounts.resetSure')} onSure={() => ask({ kind: 'reset' })}>
            <Button size="small" disabled={change.isPending}>
              {t('accounts.reset')}
            </Button>
          </Sure>
        </div>
        {change.isError && (
          <p className="question-error" role="alert">
            {(change.error instanceof ProblemError && change.error.problem.detail) || t('state.failed')}
          </p>
        )}
      </td>
    </tr>
  );
}

interface SureProps {
  readonly text: string;
  readonly onSure: () => void;
  readonly children: ReactElement;
}

/** Asks once more before somebody is shut out. */
function Sure({ text, onSure, children }: SureProps) {
  const { t } = useLanguage();
  return (
    <Popconfirm title={text} okText={t('yes')} cancelText={t('no')} onConfirm={onSure}>
      {children}
    </Popconfirm>
  );
}
