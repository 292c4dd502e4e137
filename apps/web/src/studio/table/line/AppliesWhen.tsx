/** Owns when a line is scored at all: always, or under a condition. */
import type { Condition } from '@yimen/config';
import { Radio } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../../language';
import { useDraft } from '../../draft/draft-context';
import { PlaceIssues } from '../../draft/PlaceIssues';
import { placeAttribute } from '../../draft/place';
import { useDictionary } from '../../draft/use-dictionary';
import { ConditionBuilder } from '../../rules/ConditionBuilder';
import { withAppliesWhen } from '../edits';
import type { LinePart } from '../parts';
import { namedIn } from './named';

export function AppliesWhen({ part }: { readonly part: LinePart }) {
  const { t } = useLanguage();
  const id = useId();
  const { editable, edit } = useDraft();
  const dictionary = useDictionary();
  const { appliesWhen } = part.value;
  const [asked, setAsked] = useState(false);
  const place = { document: part.document, pointer: `${part.pointer}/appliesWhen` };
  const put = (condition: Condition | undefined) =>
    edit((all) => withAppliesWhen(all, part, condition), `appliesWhen ${part.key}`);
  const choose = (sometimes: boolean) => {
    setAsked(sometimes);
    if (!sometimes) put(undefined);
  };
  const sometimes = asked || appliesWhen !== undefined;
  return (
    <section className="line-section" aria-labelledby={id} {...placeAttribute(place)}>
      <h3 id={id}>{t('table.applies.title')}</h3>
      <Radio.Group
        aria-labelledby={id}
        disabled={!editable}
        value={sometimes}
        onChange={({ target }) => choose(target.value === true)}
        options={[
          { value: false, label: t('table.applies.always') },
          { value: true, label: t('table.applies.sometimes') },
        ]}
      />
      {sometimes && dictionary && (
        <>
          <ConditionBuilder
            value={appliesWhen}
            dictionary={dictionary}
            named={namedIn(dictionary)}
            readOnly={!editable}
            labelledBy={id}
            onChange={put}
          />
          <p className="quiet">{t('table.applies.help')}</p>
        </>
      )}
      <PlaceIssues {...place} />
    </section>
  );
}
