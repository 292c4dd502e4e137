/** Owns inviting somebody: a name, roles and their areas. */
import type { Invited } from '@yimen/contracts';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';
import { type AssignmentDraft, AssignmentsField, assignmentsOf } from './AssignmentsField';
import { useInvite } from './accounts';

export interface InviteFormProps {
  readonly onInvited: (invited: Invited) => void;
  readonly onCancel: () => void;
}

export function InviteForm({ onInvited, onCancel }: InviteFormProps) {
  const { t } = useLanguage();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [drafts, setDrafts] = useState<readonly AssignmentDraft[]>([{}]);
  const invite = useInvite();
  const assignments = assignmentsOf(drafts);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (assignments) invite.mutate({ name, title, assignments }, { onSuccess: onInvited });
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
      <span className="invite-label">{t('accounts.roles')}</span>
      <AssignmentsField id="invite" drafts={drafts} onChange={setDrafts} />
      {invite.isError && (
        <p className="note note-bad" role="alert">
          {invite.error instanceof ProblemError && invite.error.problem.detail
            ? invite.error.problem.detail
            : t('state.unreachable')}
        </p>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={invite.isPending} disabled={!name || !title || !assignments}>
          {t('accounts.send')}
        </Button>
        <Button onClick={onCancel}>{t('accounts.cancel')}</Button>
      </div>
    </form>
  );
}
