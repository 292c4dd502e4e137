/** Owns asking for the reason of something that is written into the audit trail: a common one, or own words. */
import { personalWithin } from '@yimen/contracts';
import { Button, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language';
import { Dialog } from '../layout/Dialog';
import { SendFailure } from './SendFailure';
import './form.css';

export interface ReasonDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly lead: string;
  /** The common reasons, in words. */
  readonly common: readonly string[];
  readonly action: string;
  readonly pending: boolean;
  readonly error?: unknown;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

export function ReasonDialog({ open, title, onCancel, ...asking }: ReasonDialogProps) {
  return (
    <Dialog open={open} title={title} onCancel={onCancel}>
      <ReasonForm {...asking} onCancel={onCancel} />
    </Dialog>
  );
}

/** The shortest and the longest reason that the server takes. */
const [LEAST, MOST] = [2, 200];

type ReasonFormProps = Omit<ReasonDialogProps, 'open' | 'title'>;

function ReasonForm({ lead, common, action, pending, error, onReason, onCancel }: ReasonFormProps) {
  const { t, say } = useLanguage();
  const [chosen, setChosen] = useState<number>();
  const [words, setWords] = useState('');
  const own = chosen === common.length;
  const reason = (own ? words : (common[chosen ?? -1] ?? '')).trim();
  const faults = personalWithin(reason);
  const ready = reason.length >= LEAST && faults.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onReason(reason);
  };
  return (
    <form className="reason" onSubmit={submit}>
      <p className="quiet">{lead}</p>
      <Radio.Group
        className="reason-choices"
        aria-label={t('reason.label')}
        value={chosen ?? null}
        onChange={(event) => setChosen(event.target.value)}
      >
        {[...common, t('reason.other')].map((each, place) => (
          <Radio key={each} value={place}>
            {each}
          </Radio>
        ))}
      </Radio.Group>
      {own && (
        <Input.TextArea
          autoFocus
          rows={2}
          maxLength={MOST}
          aria-label={t('reason.words')}
          placeholder={t('reason.words')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {faults.map(({ message }) => (
        <p key={message.zh} className="question-error" role="alert">
          {say(message)}
        </p>
      ))}
      <SendFailure error={error} />
      <div className="actions dialog-actions">
        <Button onClick={onCancel}>{t('reason.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={pending} disabled={!ready}>
          {action}
        </Button>
      </div>
    </form>
  );
}
