/** Owns which papers a rule asks for. */
import { Radio, Select } from 'antd';
import { useMemo } from 'react';
import { useLanguage } from '../../../language';
import { FactPicker } from '../FactPicker';
import type { EventPartProps } from './event-part';
import { acceptedFor } from './measures';

export function PapersFields(props: EventPartProps & { readonly handedIn: string }) {
  const { t, language } = useLanguage();
  const { draft, dictionary, handedIn, onChange } = props;
  const accepts = useMemo(() => acceptedFor('papers', dictionary), [dictionary]);
  const type = dictionary.facts.get(handedIn)?.type;
  const choices = type?.kind === 'checklist' ? type.choices : [];
  return (
    <>
      <Radio.Group
        className="event-amount"
        aria-label={t('studioRules.event.papers')}
        value={draft.papers}
        options={(['listed', 'fact'] as const).map((each) => ({
          value: each,
          label: t(`studioRules.event.papers-${each}`),
        }))}
        onChange={(event) => onChange({ papers: event.target.value })}
      />
      {draft.papers === 'listed' ? (
        <Select
          aria-label={t('studioRules.event.papers-listed')}
          className="event-papers"
          mode="multiple"
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('studioRules.pick.choices')}
          value={[...draft.listed]}
          options={choices.map(({ id, title }) => ({ value: id, label: title[language] }))}
          onChange={(listed: string[]) => onChange({ listed })}
        />
      ) : (
        <FactPicker
          label={t('studioRules.event.papers-fact')}
          value={draft.papersFact}
          dictionary={dictionary}
          accepts={accepts}
          onChange={(field) => onChange({ papersFact: field })}
        />
      )}
    </>
  );
}
