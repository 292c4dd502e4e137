/** Owns changing the own password. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language';
import { send } from '../server/client';
import { NewPassword, PasswordFaults, useNewPassword } from './NewPassword';
import { sessionQuery } from './session';

interface PasswordFormProps {
  readonly title: string;
  readonly lead?: string;
  /** Whether it is all that there is on the page. */
  readonly alone?: boolean;
}

export function PasswordForm({ title, lead, alone = false }: PasswordFormProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const Heading = alone ? 'h1' : 'h2';
  const [current, setCurrent] = useState('');
  const next = useNewPassword();
  const change = useMutation({
    mutationFn: () => send<object>('/api/v1/password', { current, next: next.password }),
    onSuccess: () => {
      setCurrent('');
      next.setPassword('');
      next.setAgain('');
      return client.invalidateQueries({ queryKey: sessionQuery().queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next.ready && current !== '') change.mutate();
  };
  return (
    <form className="card door-form" onSubmit={submit}>
      <Heading>{title}</Heading>
      {lead && <p className="quiet">{lead}</p>}
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
