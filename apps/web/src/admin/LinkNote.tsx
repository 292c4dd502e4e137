/** Owns showing a one-time link, which is never shown again. */
import type { Invited } from '@yimen/contracts';
import { Typography } from 'antd';
import { useLanguage } from '../language';

export function LinkNote({ invited: { account, link } }: { readonly invited: Invited }) {
  const { t } = useLanguage();
  return (
    <div className="note note-good" role="status">
      <p>
        {t('accounts.link')} <b lang="">{account.title}</b>
      </p>
      <Typography.Text copyable lang="">
        {location.origin + (link ?? '')}
      </Typography.Text>
    </div>
  );
}
