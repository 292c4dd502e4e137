/** Owns the frame of every small form of an area: its title, what was refused and why, sending, leaving. */
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '../../language';
import { ProblemError } from '../../server/client';

export interface AreaFormProps {
  readonly title: string;
  /** What it will do, in plain words. */
  readonly help?: string | undefined;
  readonly ready: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  /** Loads what somebody else changed meanwhile; the form stays. */
  readonly reload?: () => void;
  readonly danger?: boolean;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export function AreaForm({ title, help, ready, pending, danger = false, onSend, onCancel, ...rest }: AreaFormProps) {
  const { t } = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !pending) onSend();
  };
  return (
    <form ref={form} className="areas-form" onSubmit={submit}>
      <h3>{title}</h3>
      {help && <p className="quiet">{help}</p>}
      {rest.children}
      <FormFailure error={rest.error} reload={rest.reload} />
      <div className="actions">
        <Button type="primary" danger={danger} htmlType="submit" loading={pending} disabled={!ready}>
          {t('areas.save')}
        </Button>
        <Button onClick={onCancel}>{t('areas.cancel')}</Button>
      </div>
    </form>
  );
}

/** A refusal with everything that is wrong; what somebody else changed can be loaded. */
function FormFailure({ error, reload }: { readonly error: unknown; readonly reload: (() => void) | undefined }) {
  const { t, say } = useLanguage();
  if (!error) return null;
  const { status, problem } = error instanceof ProblemError ? error : { status: 0, problem: {} };
  const stale = status === 412 && reload !== undefined;
  return (
    <div className="note note-bad" role="alert">
      <p>{stale ? t('areas.stale') : status >= 400 && status < 500 ? problem.detail : t('window.sendFailed')}</p>
      {stale && <Button onClick={reload}>{t('areas.reload')}</Button>}
      <ul>
        {(problem.issues ?? []).map((issue) => (
          <li key={`${issue.code} ${issue.pointer}`}>{say(issue.message)}</li>
        ))}
      </ul>
    </div>
  );
}

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

export function Field({ id, label, children }: FieldProps) {
  return (
    <div className="areas-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
