/** Owns one account in the table: who it is, what it is for, and what can be done with it. */
import type { Account, AccountChange, Invited } from '@yimen/contracts';
import { Button, Popconfirm, Tag } from 'antd';
import { type ReactElement, useState } from 'react';
import { AreaLabel } from '../areas/AreaLabel';
import { useAccount } from '../identity/session';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';
import { AssignForm } from './AssignForm';
import { useChange } from './accounts';
import { PersonLink } from './PersonLink';

export interface AccountRowProps {
  readonly account: Account;
  readonly onInvited: (invited: Invited) => void;
}

export function AccountRow({ account, onInvited }: AccountRowProps) {
  const { t } = useLanguage();
  const change = useChange();
  const [assigning, setAssigning] = useState(false);
  const { name, title, disabled } = account;
  const own = useAccount()?.name === name;
  const ask = (what: AccountChange, done?: () => void) =>
    change.mutate(
      { account, change: what },
      {
        onSuccess: (answer) => {
          onInvited(answer);
          done?.();
        },
      },
    );
  return (
    <tr className={disabled ? 'accounts-disabled' : ''}>
      <th scope="row">
        <span lang="">{name}</span>
        {disabled && <Tag>{t('accounts.disabled')}</Tag>}
      </th>
      <td>
        <span lang="">{title}</span>
        <PersonLink account={account} busy={change.isPending} onLink={(person) => ask({ kind: 'link', person })} />
      </td>
      <td>
        {assigning ? (
          <AssignForm
            // What somebody else made of the roles meanwhile is what is changed next.
            key={account.version}
            account={account}
            busy={change.isPending}
            onAssign={(assignments) => ask({ kind: 'assign', assignments }, () => setAssigning(false))}
            onCancel={() => setAssigning(false)}
          />
        ) : (
          <Assignments account={account} />
        )}
      </td>
      <td>
        {own && <p className="quiet">{t('accounts.own')}</p>}
        {!own && !assigning && (
          <div className="actions">
            <Button size="small" disabled={change.isPending} onClick={() => setAssigning(true)}>
              {t('accounts.assign')}
            </Button>
            <Shutting account={account} busy={change.isPending} ask={ask} />
          </div>
        )}
        <ChangeFailure error={change.error} />
      </td>
    </tr>
  );
}

/** The roles, each with its area as it is called. */
function Assignments({ account: { assignments } }: Pick<AccountRowProps, 'account'>) {
  const { t } = useLanguage();
  return assignments.map(({ role, area }) => (
    <div key={`${role} ${area}`}>
      {t(`identity.role.${role}`)} · <AreaLabel id={area} />
    </div>
  ));
}

interface ShuttingProps {
  readonly account: Account;
  readonly busy: boolean;
  readonly ask: (change: AccountChange) => void;
}

/** Shutting somebody out, for good or until they have another password, and letting them in again. */
function Shutting({ account: { disabled }, busy, ask }: ShuttingProps) {
  const { t } = useLanguage();
  if (disabled)
    return (
      <Button size="small" loading={busy} onClick={() => ask({ kind: 'enable' })}>
        {t('accounts.enable')}
      </Button>
    );
  return (
    <>
      <Sure text={t('accounts.resetSure')} onSure={() => ask({ kind: 'reset' })}>
        <Button size="small" disabled={busy}>
          {t('accounts.reset')}
        </Button>
      </Sure>
      <Sure text={t('accounts.disableSure')} onSure={() => ask({ kind: 'disable' })}>
        <Button size="small" disabled={busy}>
          {t('accounts.disable')}
        </Button>
      </Sure>
    </>
  );
}

/** Why a change was refused; where somebody was faster, the row shows what they made of the account. */
function ChangeFailure({ error }: { readonly error: unknown }) {
  const { t } = useLanguage();
  if (!error) return null;
  const refused = error instanceof ProblemError ? error : undefined;
  return (
    <p className="accounts-refused" role="alert">
      {refused?.status === 412 ? t('accounts.stale') : (refused?.problem.detail ?? t('state.failed'))}
    </p>
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
