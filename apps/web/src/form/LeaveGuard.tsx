/** Owns asking before answers that nobody stored are left behind. */
import { Button } from 'antd';
import { useCallback } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { useLanguage } from '../language';
import { Dialog } from '../layout/Dialog';
import { useUnsettled } from './unsettled';

/** Set in the state of a navigation that leaves answers which are stored. */
export const LEAVING_STORED = 'stored';

const leavesStored = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && LEAVING_STORED in state;

export function LeaveGuard({ unsaved }: { readonly unsaved: boolean }) {
  const { t } = useLanguage();
  const unsettled = useUnsettled();
  const losing = unsaved || unsettled;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      losing && nextLocation.pathname !== currentLocation.pathname && !leavesStored(nextLocation.state),
  );
  useBeforeUnload(useCallback((event) => losing && event.preventDefault(), [losing]));
  return (
    <Dialog open={blocker.state === 'blocked'} title={t('form.leave.title')} onCancel={() => blocker.reset?.()}>
      <p>{t('form.leave.text')}</p>
      <div className="actions dialog-actions">
        <Button onClick={() => blocker.proceed?.()}>{t('form.leave.go')}</Button>
        <Button type="primary" onClick={() => blocker.reset?.()}>
          {t('form.leave.stay')}
        </Button>
      </div>
    </Dialog>
  );
}
