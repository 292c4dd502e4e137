/** Owns one year of a calendar: its notice, days off by holiday, days worked instead. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { insertedAt, pointerTo, removedAt, valueAt } from '@yimen/config';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { DayField, LocalizedField, TextField } from '../draft/fields';
import { PlaceIssues } from '../draft/PlaceIssues';
import { type Place, placeAttribute } from '../draft/place';
import { useValue } from '../draft/use-value';

export function CalendarYear({ document, pointer }: Place) {
  const { t } = useLanguage();
  const { documents, editable, edit } = useDraft();
  const holidays = valueAt(documents[document], `${pointer}/holidays`);
  const known = Array.isArray(holidays) ? (holidays as readonly { readonly name?: { readonly zh?: string } }[]) : [];
  const change = (make: (calendar: unknown) => unknown) => edit((all) => ({ ...all, [document]: make(all[document]) }));
  const add = () => {
    const name = { zh: t('basics.newHoliday', { lng: 'zh' }) };
    change((calendar) => insertedAt(calendar, `${pointer}/holidays`, known.length, { name, days: [] }));
  };
  return (
    <div className="calendar-year" {...placeAttribute({ document, pointer })}>
      <div className="draft-fields">
        <TextField document={document} pointer={`${pointer}/notice/title`} label={t('basics.noticeTitle')} wide />
        <TextField document={document} pointer={`${pointer}/notice/number`} label={t('basics.noticeNumber')} />
        <DayField document={document} pointer={`${pointer}/notice/date`} label={t('basics.noticeDate')} />
      </div>
      <h3>{t('basics.holidays')}</h3>
      <ul className="holidays">
        {known.map((holiday, index) => {
          const at = pointerTo(`${pointer}/holidays`, index);
          return (
            <li key={at}>
              <LocalizedField document={document} pointer={`${at}/name`} label={t('basics.holiday')} />
              <DaysField document={document} pointer={`${at}/days`} label={t('basics.days')} />
              {editable && (
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t('basics.removeHoliday', { name: holiday.name?.zh ?? '' })}
                  onClick={() => change((calendar) => removedAt(calendar, at))}
                />
              )}
            </li>
          );
        })}
      </ul>
      {editable && (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t('basics.addHoliday')}
        </Button>
      )}
      <DaysField document={document} pointer={`${pointer}/workdays`} label={t('basics.workdays')} />
    </div>
  );
}

/** Days, one a line. What is being typed stays as it is until it is left. */
function DaysField({ document, pointer, label }: Place & { readonly label: string }) {
  const { t } = useLanguage();
  const id = useId();
  const { value, editable, change } = useValue({ document, pointer });
  const days = Array.isArray(value) ? value.join('\n') : '';
  const [typed, setTyped] = useState<string>();
  const take = () => {
    const lines = (typed ?? days).split(/[\s,，、;；]+/u).filter((day) => day !== '');
    if (typed !== undefined && lines.join('\n') !== days) change(lines);
    setTyped(undefined);
  };
  return (
    <div className="draft-field" {...placeAttribute({ document, pointer })}>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        value={typed ?? days}
        readOnly={!editable}
        placeholder={t('basics.daysHelp')}
        className="growing"
        rows={1}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
      />
      <PlaceIssues document={document} pointer={pointer} />
    </div>
  );
}
