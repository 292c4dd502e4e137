/** Owns the calendar of holidays that an edition counts working days by. */
import { PlusOutlined } from '@ant-design/icons';
import { insertedAt, pointerTo } from '@yimen/config';
import { Button, Collapse } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { documentsOf, listed } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { CalendarYear } from './CalendarYear';
import './words';
import './basics.css';

export function Room() {
  const { documents } = useDraft();
  return documentsOf(documents, 'calendar').map(({ document }) => <Calendar key={document} document={document} />);
}

function Calendar({ document }: { readonly document: string }) {
  const { t } = useLanguage();
  const { documents, editable, edit } = useDraft();
  const { years } = documents[document] as { readonly years?: readonly { readonly year: number }[] };
  const known = listed(years);
  const newest = Math.max(...known.map(({ year }) => year));
  const [open, setOpen] = useState([String(newest)]);
  const add = () => {
    const year = newest + 1;
    const notice = { title: '—', number: '—', date: `${newest}-12-01` };
    const made = { year, notice, holidays: [], workdays: [] };
    edit((all) => ({ ...all, [document]: insertedAt(all[document], '/years', known.length, made) }));
    setOpen([String(year)]);
  };
  const panels = known
    .map(({ year }, index) => ({
      key: String(year),
      label: t('basics.year', { year }),
      children: <CalendarYear document={document} pointer={pointerTo('', 'years', index)} />,
    }))
    .reverse();
  return (
    <section className="card" aria-labelledby="calendar">
      <h2 id="calendar">{t('basics.calendar')}</h2>
      <p className="quiet">{t('basics.calendarHelp')}</p>
      {editable && (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t('basics.addYear')}
        </Button>
      )}
      <Collapse className="calendar-years" items={panels} activeKey={open} onChange={(keys) => setOpen([...keys])} />
    </section>
  );
}
