/** Owns the named conditions of a draft. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type Condition, pointerTo, removedAt, replacedAt } from '@yimen/config';
import { conditionSentence } from '@yimen/engine/editing';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../language';
import { documentsOf } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { LocalizedField } from '../draft/fields';
import { freeId } from '../draft/free-id';
import { PlaceIssues } from '../draft/PlaceIssues';
import { type Place, placeAttribute, useSoughtPlace } from '../draft/place';
import { useDictionary } from '../draft/use-dictionary';
import { ConditionBuilder } from '../rules/ConditionBuilder';
import { firstComparison } from '../rules/conditions/operators';
import { citing } from './citing';

interface Named {
  readonly title?: { readonly zh?: string; readonly en?: string };
  readonly conditions?: Condition;
}

export function ConditionTable() {
  const { t } = useLanguage();
  const { draft, documents, editable, edit } = useDraft();
  const dictionary = useDictionary();
  const sought = useSoughtPlace();
  const [opened, setOpened] = useState<string>();
  const found = documentsOf(documents, 'conditions');
  const rows = found.flatMap(({ document, value }) =>
    Object.entries((value.conditions ?? {}) as Readonly<Record<string, Named>>).map(([id, named]) => ({
      id,
      named,
      document,
      pointer: pointerTo('', 'conditions', id),
    })),
  );
  const wanted = rows.find(
    ({ document, pointer }) => sought?.document === document && `${sought.pointer}/`.startsWith(`${pointer}/`),
  );
  const open = opened ?? wanted?.id;
  const first = dictionary && firstComparison(dictionary);
  const add = () => {
    const document = found[0]?.document ?? `rules/${draft.edition}/conditions.json`;
    const id = freeId(
      'condition',
      rows.map((row) => row.id),
    );
    const title = { zh: t('formulas.newCondition', { lng: 'zh' }), en: t('formulas.newCondition', { lng: 'en' }) };
    const conditions = { all: [first] };
    const put = (value: unknown) => replacedAt(value, pointerTo('', 'conditions', id), { title, conditions });
    edit((all) => ({ ...all, [document]: put(all[document] ?? { conditions: {} }) }));
    setOpened(id);
  };
  return (
    <section className="card" aria-labelledby="conditions">
      <h2 id="conditions">{t('formulas.conditions')}</h2>
      <p className="quiet">{t('formulas.conditionsHelp')}</p>
      {rows.length === 0 && <p className="quiet">{t('formulas.noConditions')}</p>}
      <ul className="calculations">
        {rows.map((row) => (
          <ConditionRow key={row.id} {...row} open={open === row.id} onOpen={(yes) => setOpened(yes ? row.id : '')} />
        ))}
      </ul>
      {editable && first !== undefined && (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t('formulas.addCondition')}
        </Button>
      )}
    </section>
  );
}

interface ConditionRowProps extends Place {
  readonly id: string;
  readonly named: Named;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

function ConditionRow({ id, named, document, pointer, open, onOpen }: ConditionRowProps) {
  const { t, say, language } = useLanguage();
  const { documents, editable, edit } = useDraft();
  const dictionary = useDictionary();
  const label = useId();
  const name = named.title?.[language] ?? named.title?.zh ?? '';
  const uses = citing(documents, id);
  const others = [...(dictionary?.conditions ?? [])]
    .filter(([other]) => other !== id)
    .map(([other, title]) => ({ id: other, title }));
  const put = (next: Condition) =>
    edit(
      (all) => ({ ...all, [document]: replacedAt(all[document], `${pointer}/conditions`, next) }),
      `${document}#${pointer}`,
    );
  const remove = () => edit((all) => ({ ...all, [document]: removedAt(all[document], pointer) }));
  if (!open || !dictionary)
    return (
      <li {...placeAttribute({ document, pointer })}>
        <b>{name}</b>
        <span>
          {dictionary && named.conditions && say(conditionSentence(named.conditions, dictionary))}
          <PlaceIssues document={document} pointer={pointer} />
        </span>
        <span className="quiet">{uses > 0 ? t('formulas.used', { count: uses }) : t('formulas.unused')}</span>
        {editable && (
          <Button size="small" aria-label={t('formulas.changeNamed', { name })} onClick={() => onOpen(true)}>
            {t('formulas.change')}
          </Button>
        )}
      </li>
    );
  return (
    <li className="calculation-open" {...placeAttribute({ document, pointer })}>
      <LocalizedField document={document} pointer={`${pointer}/title`} label={t('formulas.title')} />
      <div className="draft-field">
        <span id={label} className="draft-field-label">
          {t('formulas.condition')}
        </span>
        <ConditionBuilder
          value={named.conditions}
          dictionary={dictionary}
          named={others}
          readOnly={!editable}
          labelledBy={label}
          onChange={put}
        />
        <PlaceIssues document={document} pointer={`${pointer}/conditions`} />
      </div>
      <div className="actions">
        <Button onClick={() => onOpen(false)}>{t('formulas.done')}</Button>
        {uses === 0 && (
          <Button icon={<DeleteOutlined aria-hidden="true" />} onClick={remove}>
            {t('formulas.remove', { name })}
          </Button>
        )}
      </div>
    </li>
  );
}
