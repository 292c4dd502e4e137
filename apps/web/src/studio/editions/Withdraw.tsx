/** Owns taking a published version back, for a reason. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { withdrawVersion } from '../draft/drafts';

export interface WithdrawProps {
  readonly edition: string;
  readonly version: number;
}

export function Withdraw({ edition, version }: WithdrawProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => withdrawVersion(edition, version, reason),
    onSuccess: () => {
      setOpen(false);
      return client.invalidateQueries();
    },
  });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('editions.page.withdraw')}
      </Button>
      <Dialog open={open} title={t('editions.page.withdrawTitle', { version })} onCancel={() => setOpen(false)}>
        <div className="form-stack">
          <p>{t('editions.page.withdrawHelp')}</p>
          <label className="field-stack" htmlFor="withdraw-reason">
            <span>{t('editions.page.reason')}</span>
            <Input.TextArea
              id="withdraw-reason"
              value={reason}
              maxLength={2000}
              rows={3}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          {withdraw.isError && <p className="note note-bad">{withdraw.error.message}</p>}
          <div className="actions">
            <Button
              danger
              type="primary"
              disabled={reason.trim().length < 2}
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate()}
            >
              {t('editions.page.withdraw')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('editions.begin.cancel')}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
