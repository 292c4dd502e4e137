/** Owns sending a draft back with what is to be changed. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { Refused } from '../proof/Refused';

export interface ReturnDialogProps {
  readonly open: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onReturn: (note: string) => void;
  readonly onCancel: () => void;
}

/** The shortest note that the server takes. */
const LEAST = 2;

export function ReturnDialog({ open, pending, error, onReturn, onCancel }: ReturnDialogProps) {
  const { t } = useLanguage();
  const [note, setNote] = useState('');
  return (
    <Dialog open={open} title={t('review.returnTitle')} onCancel={onCancel}>
      <div className="form-stack">
        <label className="field-stack" htmlFor="return-note">
          <span>{t('review.returnNote')}</span>
          <Input.TextArea
            id="return-note"
            className="growing"
            rows={4}
            maxLength={2000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </label>
        <Refused error={error} />
        <div className="actions">
          <Button
            type="primary"
            loading={pending}
            disabled={note.trim().length < LEAST}
            onClick={() => onReturn(note.trim())}
          >
            {t('review.return')}
          </Button>
          <Button onClick={onCancel}>{t('review.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
