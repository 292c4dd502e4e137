/** Owns changing an area: what becomes different, and from which day on. */
import {
  type Area,
  type AreaChange,
  type AreaDetail,
  type AreaType,
  areaTypes,
  areaTypeTitles,
} from '@yimen/contracts';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { type AreaTree, codeOn } from '../../areas/area-tree';
import { useLanguage } from '../../language';
import { today } from '../../layout/dates';
import type { Tagged } from '../../server/client';
import { AreaForm, Field } from './AreaForm';
import { useChangeArea } from './areas';
import { CodeField, isCode } from './CodeField';
import { DayField } from './DayField';
import { OtherArea } from './OtherArea';

type Kind = AreaChange['kind'];

export interface ChangeFormProps {
  readonly kind: Kind;
  readonly now: Tagged<AreaDetail>;
  readonly tree: AreaTree;
  readonly reload: () => Promise<unknown>;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** What was filled in, of whatever kind. */
interface Draft {
  readonly on: string;
  readonly name: string;
  readonly english: string;
  readonly type: AreaType;
  readonly code: string;
  readonly other?: string;
}

const draftOf = (area: Area): Draft => ({
  on: today(),
  name: area.name.zh,
  english: area.name.en,
  type: area.type,
  code: codeOn(area, today()) ?? '',
});

/** The change, once everything it needs is filled in. */
function changeOf(kind: Kind, { on, name, english, type, code, other }: Draft): AreaChange | undefined {
  if (!on) return undefined;
  switch (kind) {
    case 'rename':
      return name.trim() ? { kind, on, type, name: { zh: name, en: english.trim() || name } } : undefined;
    case 'recode':
      return isCode(code) ? { kind, on, code: code || null } : undefined;
    case 'move':
      return other ? { kind, on, parent: other } : undefined;
    case 'merge':
      return other ? { kind, on, into: other } : undefined;
    case 'close':
      return { kind, on };
  }
}

export function ChangeForm({ kind, now, tree, reload, onSaved, onCancel }: ChangeFormProps) {
  const { t, say } = useLanguage();
  const { value: area, tag } = now;
  const [draft, setDraft] = useState(() => draftOf(area));
  const change = useChangeArea();
  const made = changeOf(kind, draft);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const below = tree.nodes.get(area.id)?.below ?? 0;
  const help =
    below > 0 && kind !== 'rename' && kind !== 'recode' ? t(`areas.form.help.${kind}`, { count: below }) : undefined;
  return (
    <AreaForm
      title={t(`areas.form.${kind}`, { name: say(area.name) })}
      help={help}
      danger={kind === 'close' || kind === 'merge'}
      ready={made !== undefined && !(kind === 'close' && below > 0)}
      pending={change.isPending}
      error={change.error}
      reload={() => void reload().then(() => change.reset())}
      onSend={() => made && change.mutate({ id: area.id, tag, change: made }, { onSuccess: onSaved })}
      onCancel={onCancel}
    >
      {kind === 'rename' && <NameFields draft={draft} area={area} set={set} />}
      {kind === 'recode' && (
        <CodeField label={t('areas.form.newCode')} value={draft.code} onChange={(code) => set({ code })} />
      )}
      {(kind === 'move' || kind === 'merge') && (
        <OtherArea kind={kind} area={area} tree={tree} value={draft.other} onChange={(other) => set({ other })} />
      )}
      <DayField id="area-on" label={t('areas.form.on')} value={draft.on} onChange={(on) => set({ on })} />
    </AreaForm>
  );
}

interface NameFieldsProps {
  readonly draft: Draft;
  readonly area: Area;
  readonly set: (part: Partial<Draft>) => void;
}

/** A rename may turn a town into a subdistrict, and never into another level. */
function NameFields({ draft: { name, english, type }, area, set }: NameFieldsProps) {
  const { t, say } = useLanguage();
  const types = (Object.keys(areaTypes) as AreaType[]).filter((each) => areaTypes[each] === area.level);
  return (
    <>
      <Field id="area-name" label={t('areas.form.newName')}>
        <Input id="area-name" maxLength={200} value={name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field id="area-english" label={t('areas.form.english')}>
        <Input
          id="area-english"
          maxLength={200}
          value={english}
          onChange={(event) => set({ english: event.target.value })}
        />
      </Field>
      <Field id="area-type" label={t('areas.type')}>
        <Select
          id="area-type"
          value={type}
          options={types.map((each) => ({ value: each, label: say(areaTypeTitles[each]) }))}
          onChange={(each) => set({ type: each })}
        />
      </Field>
    </>
  );
}
