/** Owns the page of one's own account: what it is for, its password, signing out everywhere. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { AreaPage } from '@yimen/contracts';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language';
import { call, send } from '../server/client';
import { NewPassword, PasswordFaults, useNewPassword } from './NewPassword';
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
        <PasswordForm />
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

function PasswordForm() {
  const { t } = useLanguage();
  const [current, setCurrent] = useState('');
  const next = useNewPassword();
  const change = useMutation({
    mutationFn: () => send<object>('/api/v1/password', { current, next: next.password }),
    onSuccess: () => {
      setCurrent('');
      next.setPassword('');
      next.setAgain('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next.ready && current !== '') change.mutate();
  };
  return (
    <form className="card door-form" onSubmit={submit}>
      <h2>{t('identity.change')}</h2>
      <label className="question-label" htmlFor="current">
        {t('identity.current')}
      </label>
      <Input.Password
        id="current"
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <NewPassword state={next} label={t('identity.next')} />
      <PasswordFaults error={change.error} />
      {change.isSuccess && (
        <p className="note note-good" role="status">
          {t('identity.changed')}
        </p>
      )}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={change.isPending}
        disabled={!next.ready || current === ''}
      >
        {t('identity.save')}
      </Button>
    </form>
  );
}
