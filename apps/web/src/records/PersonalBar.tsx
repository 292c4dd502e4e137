/** Owns telling that personal answers are masked, showing them for a reason, and hiding them again. */
import { EyeInvisibleOutlined, EyeOutlined, LockOutlined, UnlockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '../form/ReasonDialog';
import { useMay } from '../identity/session';
import { useLanguage } from '../language';
import type { usePersonal } from './use-personal';

export function PersonalBar({ personal }: { readonly personal: ReturnType<typeof usePersonal> }) {
  const { t } = useLanguage();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const shown = personal.data !== undefined;
  const ask = (reason: string) => personal.mutate(reason, { onSuccess: () => setAsking(false) });
  return (
    <div className={shown ? 'personal personal-shown no-print' : 'personal no-print'}>
      <span role="status">
        {shown ? <UnlockOutlined /> : <LockOutlined />} {t(shown ? 'personal.shown' : 'personal.masked')}
      </span>
      {shown && (
        <Button icon={<EyeInvisibleOutlined />} onClick={personal.reset}>
          {t('personal.hide')}
        </Button>
      )}
      {!shown && may('show-personal-data') && (
        <Button icon={<EyeOutlined />} onClick={() => setAsking(true)}>
          {t('personal.show')}
        </Button>
      )}
      <ReasonDialog
        open={asking}
        title={t('personal.why.title')}
        lead={t('personal.why.lead')}
        common={(['identity', 'contact', 'papers'] as const).map((each) => t(`personal.why.${each}`))}
        action={t('personal.why.action')}
        pending={personal.isPending}
        error={personal.error}
        onReason={ask}
        onCancel={() => setAsking(false)}
      />
    </div>
  );
}
