/** Owns asking for a new password, twice, and telling what is wrong with it. */
import { Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';

export interface NewPasswordState {
  readonly password: string;
  readonly again: string;
  readonly setPassword: (password: string) => void;
  readonly setAgain: (again: string) => void;
  /** Whether it was typed the same twice. */
  readonly ready: boolean;
}

export function useNewPassword(): NewPasswordState {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  return { password, again, setPassword, setAgain, ready: password !== '' && password === again };
}

export function NewPassword({ state, label }: { readonly state: NewPasswordState; readonly label: string }) {
  const { t } = useLanguage();
  const { password, again } = state;
  return (
    <>
      <label className="question-label" htmlFor="password">
        {label}
      </label>
      <Input.Password
        id="password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => state.setPassword(event.target.value)}
      />
      <label className="question-label" htmlFor="again">
        {t('identity.again')}
      </label>
      <Input.Password
        id="again"
        autoComplete="new-password"
        value={again}
        onChange={(event) => state.setAgain(event.target.value)}
      />
      {again !== '' && password !== again && <p className="question-error">{t('identity.differ')}</p>}
    </>
  );
}

/** Why the server did not take a password: rule by rule, where it says so. */
export function PasswordFaults({ error }: { readonly error: unknown }) {
  const { t, language } = useLanguage();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const faults = problem?.issues?.length ? problem.issues.map(({ message }) => message[language]) : [problem?.detail];
  return faults.map((fault) => (
    <p className="note note-bad" role="alert" key={fault}>
      {fault ?? t('state.unreachable')}
    </p>
  ));
}
