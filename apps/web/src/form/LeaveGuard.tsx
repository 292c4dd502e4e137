/** Owns asking before answers that nobody stored are left behind. */
import { Button, Modal } from 'antd';
import { useCallback } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { useLanguage } from '../language';
import type { Answers } from './answers';
import { useUnsettled } from './unsettled';

/** The state of a navigation that leaves answers which are stored. */
export const LEAVING_STORED = 'stored';

export function LeaveGuard({ answers }: { readonly answers: Answers }) {
  const { t } = useLanguage();
  const unsettled = useUnsettled();
  const filled =
    unsettled || Object.values(answers).some((form) => Object.values(form).some((answer) => answer !== undefined));
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      filled && nextLocation.pathname !== currentLocation.pathname && nextLocation.state !== LEAVING_STORED,
  );
  useBeforeUnload(useCallback((event) => filled && event.preventDefault(), [filled]));
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('form.leave.title')}
      onCancel={() => blocker.reset?.()}
      footer={
        <>
          <Button onClick={() => blocker.proceed?.()}>{t('form.leave.go')}</Button>
          <Button type="primary" onClick={() => blocker.reset?.()}>
            {t('form.leave.stay')}
          </Button>
        </>
      }
    >
      {t('form.leave.text')}
    </Modal>
  );
}
