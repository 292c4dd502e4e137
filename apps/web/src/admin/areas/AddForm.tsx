/** Owns adding an area below another. */
import { type AreaDetail, type AreaType, areaLevels, areaTypes, areaTypeTitles } from '@yimen/contracts';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { AreaForm, Field } from './AreaForm';
import { useCreateArea } from './areas';
import { CodeField, isCode } from './CodeField';
import { DayField } from './DayField';

export interface AddFormProps {
  readonly above: AreaDetail;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** An id nobody has to think of; sent again it is the same area. */
const newId = (): string => `area-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;

export function AddForm({ above, onSaved, onCancel }: AddFormProps) {
  const { t, say } = useLanguage();
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [english, setEnglish] = useState('');
  const [type, setType] = useState<AreaType>();
  const [code, setCode] = useState('');
  const [opened, setOpened] = useState('');
  const create = useCreateArea();
  const types = (Object.keys(areaTypes) as AreaType[]).filter(
    (each) => areaLevels.indexOf(areaTypes[each]) > areaLevels.indexOf(above.level),
  );
  const send = () => {
    if (!type) return;
    const names = { zh: name, en: english.trim() || name };
    const codes = code ? [{ code, from: opened || null, until: null }] : [];
    create.mutate({ id, parent: above.id, type, name: names, codes, opened: opened || null }, { onSuccess: onSaved });
  };
  return (
    <AreaForm
      title={t('areas.form.add', { name: say(above.name) })}
      ready={name.trim() !== '' && type !== undefined && isCode(code)}
      pending={create.isPending}
      error={create.error}
      onSend={send}
      onCancel={onCancel}
    >
      <Field id="area-name" label={t('areas.name')}>
        <Input id="area-name" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field id="area-english" label={t('areas.form.english')}>
        <Input id="area-english" maxLength={200} value={english} onChange={(event) => setEnglish(event.target.value)} />
      </Field>
      <Field id="area-type" label={t('areas.type')}>
        <Select
          id="area-type"
          {...(type ? { value: type } : {})}
          placeholder={t('form.pick')}
          options={types.map((each) => ({ value: each, label: say(areaTypeTitles[each]) }))}
          onChange={setType}
        />
      </Field>
      <CodeField label={t('areas.form.code')} value={code} onChange={setCode} />
      <DayField id="area-opened" label={t('areas.form.opened')} value={opened} onChange={setOpened} />
    </AreaForm>
  );
}
