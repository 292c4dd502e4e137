/** Owns asking whose records are looked for: a whole identity number, checked before it is sent. */
import { formats } from '@yimen/config';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { SendFailure } from '../form/SendFailure';
import { useLanguage } from '../language';

export interface PersonFinderProps {
  readonly finding: boolean;
  readonly error: unknown;
  readonly onFind: (identity: string) => void;
}

export function PersonFinder({ finding, error, onFind }: PersonFinderProps) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const identity = typed.trim();
    const whole = formats['id-number'].check(identity);
    setWrong(!whole);
    if (whole) onFind(identity);
  };
  return (
    <search>
      <form className="finder no-print" onSubmit={submit}>
        <label htmlFor="identity">{t('records.person.label')}</label>
        <Input
          id="identity"
          autoComplete="off"
          maxLength={30}
          value={typed}
          status={wrong ? 'error' : ''}
          aria-invalid={wrong || undefined}
          aria-describedby="identity-error"
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
        />
        <Button htmlType="submit" loading={finding} disabled={typed.trim() === ''}>
          {t('records.person.find')}
        </Button>
        <div id="identity-error" className="finder-error" role="alert">
          {wrong && <span>{t('form.error.format.id-number')}</span>}
          <SendFailure error={error} />
        </div>
      </form>
    </search>
  );
}
