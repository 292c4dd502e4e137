/** Owns the page at which people sign in. */

import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';
import { ProviderDoor, ProviderProblem } from './ProviderDoor';
import { sessionQuery, useSignIn } from './session';
import './identity.css';

export function SignIn() {
  const { t } = useLanguage();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const session = useQuery(sessionQuery()).data;
  const samples = session?.samples ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ name, password });
  };
  return (
    <div className="page door">
      <form className="card door-form" onSubmit={submit}>
        <h1>{t('identity.signIn')}</h1>
        {session?.ended && <p className="note note-warn">{t('identity.ended')}</p>}
        {signIn.isIdle && <ProviderProblem />}
        <label className="question-label" htmlFor="name">
          {t('identity.name')}
        </label>
        <Input
          id="name"
          autoComplete="username"
          autoCapitalize="none"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <label className="question-label" htmlFor="password">
          {t('identity.password')}
        </label>
        <Input.Password
          id="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {signIn.isError && (
          <p className="note note-bad" role="alert">
            {signIn.error instanceof ProblemError && signIn.error.problem.detail
              ? signIn.error.problem.detail
              : t('state.unreachable')}
          </p>
        )}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending} disabled={!name || !password}>
          {t('identity.enter')}
        </Button>
        <ProviderDoor />
      </form>
      {samples.length > 0 && (
        <section className="card" aria-label={t('identity.samples')}>
          <h2>{t('identity.samples')}</h2>
          <p className="quiet">{t('identity.samplesHelp')}</p>
          <ul className="door-samples">
            {samples.map((sample) => (
              <li key={sample.name}>
                <Button
                  block
                  disabled={signIn.isPending}
                  onClick={() => signIn.mutate({ name: sample.name, password: sample.password })}
                >
                  {t(`identity.role.${sample.name}`)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
