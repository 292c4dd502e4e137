/** Owns asking whether somebody is sure. */
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { Refused } from '../proof/Refused';

export interface AskSureProps {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly pending: boolean;
  readonly error?: unknown;
  readonly onSure: () => void;
  readonly onCancel: () => void;
}

export function AskSure({ open, title, text, action, pending, error, onSure, onCancel }: AskSureProps) {
  const { t } = useLanguage();
  return (
    <Dialog open={open} title={title} onCancel={onCancel}>
      <div className="form-stack">
        <p>{text}</p>
        <Refused error={error} />
        <div className="actions">
          <Button type="primary" loading={pending} onClick={onSure}>
            {action}
          </Button>
          <Button onClick={onCancel}>{t('review.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
