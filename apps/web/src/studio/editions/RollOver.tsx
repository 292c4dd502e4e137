/** Owns making the next year of a standard or desk: asking for the year and the day it counts from. */
import type { EditionHistory } from '@yimen/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { NumberInput } from '../../layout/NumberInput';
import { useBegin } from './use-begin';

export function RollOver({ edition }: { readonly edition: EditionHistory }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('editions.rollOver')}
      </Button>
      <Dialog open={open} title={t('editions.begin.title', { year: edition.year + 1 })} onCancel={() => setOpen(false)}>
        <RollOverForm edition={edition} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface RollOverFormProps {
  readonly edition: EditionHistory;
  readonly onCancel: () => void;
}

function RollOverForm({ edition, onCancel }: RollOverFormProps) {
  const { t } = useLanguage();
  const begin = useBegin();
  const [year, setYear] = useState(edition.year + 1);
  const [from, setFrom] = useState(`${edition.year + 1}-01-01`);
  const fits = year > edition.year && /^\d{4}-\d{2}-\d{2}$/u.test(from);
  const start = () => begin.mutate({ kind: 'roll-over', edition: edition.id, year, effectiveFrom: from });
  return (
    <div className="form-stack">
      <p>{t('editions.begin.lead', { from: edition.year })}</p>
      <label className="field-line" htmlFor="roll-over-year">
        <span>{t('editions.begin.year')}</span>
        <NumberInput
          id="roll-over-year"
          min={edition.year + 1}
          max={9999}
          precision={0}
          value={year}
          onChange={(value) => {
            setYear(value ?? edition.year + 1);
            setFrom(`${value ?? edition.year + 1}-01-01`);
          }}
        />
      </label>
      <label className="field-line" htmlFor="roll-over-from">
        <span>{t('editions.begin.effectiveFrom')}</span>
        <Input id="roll-over-from" type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
      </label>
      {begin.isError && <p className="note note-bad">{begin.error.message}</p>}
      <div className="actions">
        <Button type="primary" disabled={!fits} loading={begin.isPending} onClick={start}>
          {t('editions.begin.start')}
        </Button>
        <Button onClick={onCancel}>{t('editions.begin.cancel')}</Button>
      </div>
    </div>
  );
}
