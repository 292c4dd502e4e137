/** Owns writing a note in both languages; one that is emptied is none. */
import type { TextDeclaration } from '@yimen/engine/editing';
import { Input } from 'antd';
import { useId } from 'react';
import { useLanguage } from '../../../language';

export interface NoteFieldProps {
  readonly value: TextDeclaration | undefined;
  readonly labelledBy: string;
  readonly onChange: (note: TextDeclaration | undefined) => void;
}

export function NoteField({ value, labelledBy, onChange }: NoteFieldProps) {
  const { t } = useLanguage();
  const id = useId();
  const english = value?.en === undefined ? {} : { en: value.en };
  return (
    <div className="rule-note">
      <label className="reason-name" id={`${id}zh`} htmlFor={`${id}zh-field`}>
        {t('studioRules.language.zh')}
      </label>
      <Input
        id={`${id}zh-field`}
        aria-labelledby={`${labelledBy} ${id}zh`}
        lang="zh-CN"
        maxLength={4000}
        value={value?.zh ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : { zh: target.value, ...english })}
      />
      {value !== undefined && (
        <>
          <label className="reason-name" id={`${id}en`} htmlFor={`${id}en-field`}>
            {t('studioRules.language.en')}
          </label>
          <Input
            id={`${id}en-field`}
            aria-labelledby={`${labelledBy} ${id}en`}
            lang="en"
            maxLength={4000}
            placeholder={t('studioRules.hint.reason-en')}
            value={value.en ?? ''}
            onChange={({ target }) => onChange({ zh: value.zh, ...(target.value === '' ? {} : { en: target.value }) })}
          />
        </>
      )}
    </div>
  );
}
