/** Owns taking a published version back, for a reason. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EditionHistory, PublishedVersion } from '@yimen/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { today } from '../../layout/dates';
import { withdrawVersion } from '../draft/drafts';

export interface WithdrawProps {
  readonly edition: EditionHistory;
  readonly version: PublishedVersion;
}

export function Withdraw({ edition: { id, versions }, version: { version, state } }: WithdrawProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const next = nextInEffect(versions, version);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => withdrawVersion(id, version, reason),
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
          <p>
            {state === 'upcoming' && t('editions.page.withdrawHelp.upcoming')}
            {state !== 'upcoming' && !next && t('editions.page.withdrawHelp.none')}
            {state !== 'upcoming' && next && t('editions.page.withdrawHelp.again', { version: next.version })}
          </p>
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

/** The version that counts once another is taken back: the newest of the rest whose day has come. */
const nextInEffect = (versions: readonly PublishedVersion[], gone: number): PublishedVersion | undefined =>
  versions
    .filter(
      ({ version, state, effectiveFrom }) => version !== gone && state !== 'withdrawn' && effectiveFrom <= today(),
    )
    .reduce<PublishedVersion | undefined>(
      (best, each) => (best && best.version > each.version ? best : each),
      undefined,
    );
