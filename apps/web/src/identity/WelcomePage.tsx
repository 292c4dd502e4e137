/** Owns the page at which somebody who was invited chooses a password. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useLanguage } from '../language';
import { ProblemError, send } from '../server/client';
import './identity.css';

export function Page() {
  const { t, language } = useLanguage();
  const token = useLocation().hash.slice(1);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const choose = useMutation({ mutationFn: () => send<object>('/api/v1/welcome', { token, password }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password === again) choose.mutate();
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
  const problem = choose.error instanceof ProblemError ? choose.error.problem : undefined;
  const faults = problem?.issues?.length ? problem.issues.map(({ message }) => message[language]) : [problem?.detail];
  return (
    <div className="page door">
      <form className="card door-form" onSubmit={submit}>
        <h1>{t('identity.choose')}</h1>
        <label className="question-label" htmlFor="password">
          {t('identity.password')}
        </label>
        <Input.Password
          id="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <label className="question-label" htmlFor="again">
          {t('identity.again')}
        </label>
        <Input.Password
          id="again"
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
        {again !== '' && password !== again && <p className="question-error">{t('identity.differ')}</p>}
        {choose.isError &&
          faults.map((fault) => (
            <p className="note note-bad" role="alert" key={fault}>
              {fault ?? t('state.unreachable')}
            </p>
          ))}
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={choose.isPending}
          disabled={password === '' || password !== again}
        >
          {t('identity.save')}
        </Button>
      </form>
    </div>
  );
}
