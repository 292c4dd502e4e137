/** Owns inviting somebody: a name, a role, an area. */
import { useQuery } from '@tanstack/react-query';
import { type Invited, type Role, roles } from '@yimen/contracts';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';
import { areasQuery, useInvite } from './accounts';

export interface InviteFormProps {
  readonly onInvited: (invited: Invited) => void;
  readonly onCancel: () => void;
}

export function InviteForm({ onInvited, onCancel }: InviteFormProps) {
  const { t, say } = useLanguage();
  const areas = useQuery(areasQuery()).data?.items ?? [];
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [role, setRole] = useState<Role>();
  const [area, setArea] = useState<string>();
  const invite = useInvite();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role && area) invite.mutate({ name, title, assignments: [{ role, area }] }, { onSuccess: onInvited });
  };
  return (
    <form className="card invite" onSubmit={submit}>
      <h2>{t('accounts.invite')}</h2>
      <label htmlFor="invite-title">{t('accounts.holder')}</label>
      <Input id="invite-title" value={title} onChange={(event) => setTitle(event.target.value)} />
      <label htmlFor="invite-name">{t('identity.name')}</label>
      <Input
        id="invite-name"
        autoCapitalize="none"
        placeholder={t('accounts.nameHelp')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor="invite-role">{t('accounts.role')}</label>
      <Select
        id="invite-role"
        {...(role ? { value: role } : {})}
        placeholder={t('form.pick')}
        options={roles.map((each) => ({ value: each, label: t(`identity.role.${each}`) }))}
        onChange={setRole}
      />
      <label htmlFor="invite-area">{t('accounts.area')}</label>
      <Select
        id="invite-area"
        showSearch={{ optionFilterProp: 'label' }}
        {...(area ? { value: area } : {})}
        placeholder={t('form.pick')}
        options={areas.map(({ id, name: of }) => ({ value: id, label: say(of) }))}
        onChange={setArea}
      />
      {invite.isError && (
        <p className="note note-bad" role="alert">
          {invite.error instanceof ProblemError && invite.error.problem.detail
            ? invite.error.problem.detail
            : t('state.unreachable')}
        </p>
      )}
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={invite.isPending}
          disabled={!name || !title || !role || !area}
        >
          {t('accounts.send')}
        </Button>
        <Button onClick={onCancel}>{t('accounts.cancel')}</Button>
      </div>
    </form>
  );
}
