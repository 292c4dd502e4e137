/** Owns the page at which somebody who was invited chooses a password. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { useLanguage } from '../language';
import { send } from '../server/client';
import { NewPassword, PasswordFaults, useNewPassword } from './NewPassword';
import './identity.css';

export function Page() {
  const { t } = useLanguage();
  const token = useLocation().hash.slice(1);
  const next = useNewPassword();
  const choose = useMutation({
    mutationFn: () => send<object>('/api/v1/welcome', { token, password: next.password }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next.ready) choose.mutate();
  };
  if (choose.isSuccess)
    return (
      <div className="page door">
        <div className="card door-form">
          <h1>{t('identity.chosen')}</h1>
          <Link to="/">{t('identity.signIn')}</Link>
        </div>
      </div>
    );
  return (
    <div className="page door">
      <form className="card door-form" onSubmit={submit}>
        <h1>{t('identity.choose')}</h1>
        <NewPassword state={next} label={t('identity.password')} />
        <PasswordFaults error={choose.error} />
        <Button type="primary" htmlType="submit" block loading={choose.isPending} disabled={!next.ready}>
          {t('identity.save')}
        </Button>
      </form>
    </div>
  );
}
