/** Owns changing the roles of an account. */
import type { Account, Assignment } from '@yimen/contracts';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language';
import { type AssignmentDraft, AssignmentsField, assignmentsOf } from './AssignmentsField';

export interface AssignFormProps {
  readonly account: Account;
  readonly busy: boolean;
  readonly onAssign: (assignments: Assignment[]) => void;
  readonly onCancel: () => void;
}

export function AssignForm({ account: { name, assignments }, busy, onAssign, onCancel }: AssignFormProps) {
  const { t } = useLanguage();
  const [drafts, setDrafts] = useState<readonly AssignmentDraft[]>(assignments.length > 0 ? assignments : [{}]);
  const wanted = assignmentsOf(drafts);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted) onAssign(wanted);
  };
  return (
    <form className="assign-form" onSubmit={submit}>
      <AssignmentsField id={`assign-${name}`} drafts={drafts} onChange={setDrafts} />
      <p className="quiet">{t('accounts.assignHelp')}</p>
      <div className="actions">
        <Button size="small" type="primary" htmlType="submit" loading={busy} disabled={!wanted}>
          {t('accounts.save')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('accounts.cancel')}
        </Button>
      </div>
    </form>
  );
}
