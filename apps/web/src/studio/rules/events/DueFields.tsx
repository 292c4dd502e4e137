/** Owns by when a disposition is due. */
import { Radio } from 'antd';
import { useMemo } from 'react';
import { useLanguage } from '../../../language';
import { NumberInput } from '../../../layout/NumberInput';
import { FactPicker } from '../FactPicker';
import type { EventPartProps } from './event-part';
import { acceptedFor } from './measures';

export function DueFields({ draft, dictionary, onChange }: EventPartProps) {
  const { t } = useLanguage();
  const { due, days, dueFact } = draft;
  const accepts = useMemo(() => acceptedFor('dueInWorkingDays', dictionary), [dictionary]);
  return (
    <>
      <Radio.Group
        className="event-amount"
        aria-label={t('studioRules.event.due')}
        value={due}
        options={(['none', 'days', 'fact'] as const).map((each) => ({
          value: each,
          label: t(`studioRules.event.due-${each}`),
        }))}
        onChange={(event) => onChange({ due: event.target.value })}
      />
      {due === 'days' && (
        <NumberInput
          aria-label={t('studioRules.event.days')}
          className="event-points"
          min={0}
          max={1000}
          precision={0}
          suffix={t('studioRules.event.working-days')}
          value={days ?? null}
          onChange={(number) => onChange({ days: number ?? undefined })}
        />
      )}
      {due === 'fact' && (
        <FactPicker
          label={t('studioRules.event.due-fact')}
          value={dueFact}
          dictionary={dictionary}
          accepts={accepts}
          onChange={(field) => onChange({ dueFact: field })}
        />
      )}
    </>
  );
}
