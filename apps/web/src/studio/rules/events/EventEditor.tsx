/** Owns editing what a rule does: points of a line, or a disposition or papers at a desk. */
import type { RuleEvent } from '@yimen/config';
import { canonicalJson } from '@yimen/config';
import { events } from '@yimen/engine';
import { Radio, Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../language';
import type { Disposition } from '../decisions/decision-props';
import type { FactDictionary } from '../fact-dictionary';
import { AmountFields } from './AmountFields';
import { DueFields } from './DueFields';
import { draftOf, type EventDraft, eventOf } from './event-draft';
import type { EventPartProps } from './event-part';
import { eventFaults } from './measures';
import { PapersFields } from './PapersFields';

export interface EventEditorProps {
  readonly value: RuleEvent;
  readonly place: 'line' | 'desk';
  readonly dictionary: FactDictionary;
  /** What the desk calls its dispositions, by event type. */
  readonly dispositions: Readonly<Record<string, Disposition | undefined>>;
  /** The checklist question of papers handed in. */
  readonly handedIn: string;
  readonly onChange: (event: RuleEvent) => void;
}

export function EventEditor(props: EventEditorProps) {
  const { t, say } = useLanguage();
  const { value, place, dictionary, handedIn, onChange } = props;
  const [draft, change] = useEventDraft(value, onChange);
  const part = { draft, dictionary, onChange: change };
  const event = eventOf(draft);
  const faults = event ? eventFaults(event, dictionary) : [];
  return (
    <div className="event">
      {place === 'line' ? <PointsKind {...part} /> : <DeskKind {...props} {...part} />}
      {(draft.type === 'award' || draft.type === 'deduct') && <AmountFields {...part} />}
      {draft.type === 'require' && <PapersFields {...part} handedIn={handedIn} />}
      {place === 'desk' && draft.type !== 'require' && <DueFields {...part} />}
      {!event && <p className="row-fault row-open">{t('studioRules.fault.event')}</p>}
      {faults.map((fault) => (
        <p key={fault.zh} className="row-fault">
          {say(fault)}
        </p>
      ))}
    </div>
  );
}

function PointsKind({ draft, onChange }: EventPartProps) {
  const { t } = useLanguage();
  return (
    <Radio.Group
      optionType="button"
      aria-label={t('studioRules.event.kind')}
      value={draft.type}
      options={(['deduct', 'award'] as const).map((type) => ({ value: type, label: t(`studioRules.event.${type}`) }))}
      onChange={(event) => onChange({ type: event.target.value })}
    />
  );
}

/** The desk's own dispositions, and asking for papers. */
function DeskKind({ draft, dispositions, onChange }: EventEditorProps & EventPartProps) {
  const { t, language, say } = useLanguage();
  const titleOf = (type: string) => {
    const title = dispositions[type]?.title;
    const own = language === 'en' ? (title?.en ?? title?.zh) : title?.zh;
    return own ?? say(events.get(type)?.label ?? { zh: type, en: type });
  };
  const types = [...events.values()].filter(
    ({ id, place }) => place === 'desk' && id !== 'require' && dispositions[id],
  );
  const ids = new Set<string>([...types.map(({ id }) => id), 'require', ...(draft.type === '' ? [] : [draft.type])]);
  return (
    <Select
      aria-label={t('studioRules.event.kind')}
      className="event-kind"
      popupMatchSelectWidth={false}
      placeholder={t('studioRules.pick.choice')}
      value={draft.type === '' ? undefined : draft.type}
      options={[...ids].map((id) => ({
        value: id,
        label: id === 'require' ? t('studioRules.event.require') : titleOf(id),
      }))}
      onChange={(type: string) => onChange({ type })}
    />
  );
}

const same = (a: RuleEvent | undefined, b: RuleEvent): boolean => canonicalJson(a ?? null) === canonicalJson(b);

/** The draft on screen. It follows the event it is given, but keeps what is not finished while that stays the same. */
function useEventDraft(
  value: RuleEvent,
  onChange: (event: RuleEvent) => void,
): [EventDraft, (part: Partial<EventDraft>) => void] {
  const [shown, setShown] = useState(() => ({ value, draft: draftOf(value) }));
  const stays = value === shown.value || same(shown.value, value) || same(eventOf(shown.draft), value);
  const current = stays ? shown : { value, draft: draftOf(value) };
  if (!stays) setShown(current);
  const change = (part: Partial<EventDraft>) => {
    const draft = { ...current.draft, ...part };
    const event = eventOf(draft);
    setShown({ value: event ?? current.value, draft });
    if (event && !same(event, current.value)) onChange(event);
  };
  return [current.draft, change];
}
