/** Owns one item of how a line is scored: its method, its parameters, and below them what it means. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { pointerTo } from '@yimen/config';
import {
  type LineEdit,
  type MethodContext,
  type MethodId,
  type MethodItem,
  methods,
  moveItem,
  problemsOf,
  removeItem,
  sentenceOf,
} from '@yimen/engine/editing';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../language';
import { useDraft } from '../../draft/draft-context';
import type { Documents } from '../../draft/draft-state';
import { PlaceIssues } from '../../draft/PlaceIssues';
import { placeAttribute } from '../../draft/place';
import type { LinePart } from '../parts';
import { HandWritten } from './HandWritten';
import { MethodForm } from './MethodForm';
import { MethodSelect } from './MethodSelect';
import { useItemDraft } from './use-item-draft';

export interface ItemCardProps {
  readonly part: LinePart;
  readonly item: MethodItem;
  readonly index: number;
  readonly count: number;
  /** The place of its first rule among those of the line. */
  readonly firstRule: number;
  readonly context: MethodContext;
}

export function ItemCard({ part, item, index, count, firstRule, context }: ItemCardProps) {
  const { t, say } = useLanguage();
  const { edition, editable, edit } = useDraft();
  // A rule that comes to fit a method while it is edited stays a rule until its editor is closed.
  const [byHand, setByHand] = useState(false);
  const shown = useItemDraft({ part, item, index, context });
  const places = item.rules.map((_, at) => ({
    document: part.document,
    pointer: pointerTo(part.pointer, 'rules', firstRule + at),
  }));
  const name = t('table.method.item', { number: index + 1 });
  const change = (make: (documents: Documents) => LineEdit | undefined) =>
    edit((all) => {
      const edited = make(all);
      return edited?.ok ? edited.documents : all;
    });
  const move = (to: number) => change((all) => edition && moveItem(all, edition, part.id, index, to));
  const remove = () => change((all) => edition && removeItem(all, edition, part.id, index));
  const own = byHand || (item.method === 'hand-written' && shown.method === 'hand-written');
  return (
    <li className="method-item" {...(places[0] && placeAttribute(places[0]))}>
      {places.slice(1).map((place) => (
        <span key={place.pointer} {...placeAttribute(place)} />
      ))}
      <div className="method-head">
        {editable ? (
          <MethodSelect
            label={`${name} ${t('table.method.which')}`}
            value={own ? 'hand-written' : shown.method}
            onChange={(next: MethodId) => shown.choose(next)}
          />
        ) : (
          <b>
            {say(
              methods.get(shown.method as MethodId)?.label ?? { zh: t('table.method.own'), en: t('table.method.own') },
            )}
          </b>
        )}
        {editable && (
          <span className="method-tools">
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={t('table.method.up', { name })}
              disabled={index === 0}
              onClick={() => move(index - 1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={t('table.method.down', { name })}
              disabled={index === count - 1}
              onClick={() => move(index + 1)}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('table.method.remove', { name })}
              onClick={remove}
            />
          </span>
        )}
      </div>
      {own && <HandWritten {...{ part, item, index, context }} open={byHand} onOpen={setByHand} />}
      {!own && editable && (
        <MethodForm
          method={shown.method}
          params={shown.params}
          problems={shown.tried ? problemsOf(shown, context) : []}
          context={context}
          readOnly={false}
          onChange={shown.change}
        />
      )}
      {!own && item.rules.length === 1 && (
        <Button type="link" size="small" className="method-by-hand" onClick={() => setByHand(true)}>
          {t(editable ? 'table.method.editOwn' : 'table.method.showOwn')}
        </Button>
      )}
      <p className="method-sentence" aria-live="polite">
        {say(sentenceOf(own ? item : { ...shown, rules: item.rules }, context))}
      </p>
      {places.map((place) => (
        <PlaceIssues key={place.pointer} {...place} />
      ))}
    </li>
  );
}
