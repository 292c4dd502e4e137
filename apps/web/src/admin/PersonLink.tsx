/** Owns saying who may sign in to an account through the identity provider. */
import { useQuery } from '@tanstack/react-query';
import type { Account } from '@yimen/contracts';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { sessionQuery } from '../identity/session';
import { useLanguage } from '../language';

interface PersonLinkProps {
  readonly account: Account;
  readonly busy: boolean;
  readonly onLink: (person: string | null) => void;
}

/** The name as it stands, and the way to change it; nothing where no provider is set. */
export function PersonLink({ account: { name: id, person }, busy, onLink }: PersonLinkProps) {
  const { t, say } = useLanguage();
  const provider = useQuery(sessionQuery()).data?.provider;
  const [wanted, setWanted] = useState<string>();
  if (!provider) return null;
  const name = say(provider.name);
  if (wanted === undefined)
    return (
      <div className="person">
        {person !== null && (
          <span>
            {t('accounts.person.linked', { name })}
            <span lang="">{person}</span>
          </span>
        )}
        <button type="button" className="text-button" onClick={() => setWanted(person ?? '')}>
          {t(person === null ? 'accounts.person.link' : 'accounts.person.change', { name })}
        </button>
      </div>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onLink(wanted.trim() || null);
    setWanted(undefined);
  };
  return (
    <form className="person-form" onSubmit={submit}>
      <label htmlFor={`person-${id}`}>{t('accounts.person.label', { name })}</label>
      <Input
        id={`person-${id}`}
        autoFocus
        autoCapitalize="none"
        maxLength={200}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <p className="quiet">{t('accounts.person.help')}</p>
      <div className="actions">
        <Button size="small" type="primary" htmlType="submit" loading={busy}>
          {t('accounts.person.save')}
        </Button>
        <Button size="small" onClick={() => setWanted(undefined)}>
          {t('accounts.cancel')}
        </Button>
      </div>
    </form>
  );
}
