/** Owns a word of a question in both languages: the Chinese one stands in the question, the English one beside it. */
import { pointerTo, removedAt, replacedAt, valueAt } from '@yimen/config';
import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { PlaceIssues } from '../draft/PlaceIssues';
import { placeAttribute } from '../draft/place';
import { type Json, wordsOf } from '../draft/question-places';
import { type Word, withEnglish } from '../draft/question-texts';
import { useForm } from './forms-context';

const schemaKey: Readonly<Record<Word, string>> = { title: 'title', description: 'description', unit: 'x-unit' };

/** Reading and changing a word of a question, or of a column or choice in it. */
export function useWords(pointer: string, key: string, word: Word) {
  const { edit } = useDraft();
  const { document, form } = useForm();
  const at = pointerTo(pointer, schemaKey[word]);
  const zh = valueAt(form, at);
  const put = (language: 'zh' | 'en', text: string) =>
    edit((all) => {
      const before = all[document] as Json;
      const gone = word !== 'title' && text === '';
      if (language === 'en') return { ...all, [document]: withEnglish(before, key, word, text) };
      const next = gone ? removedAt(before, at) : replacedAt(before, at, text);
      // An English unit stands for a Chinese one only.
      const without = gone && word === 'unit' ? withEnglish(next as Json, key, word, undefined) : next;
      return { ...all, [document]: without };
    }, `${document}#${at} ${language}`);
  return { zh: typeof zh === 'string' ? zh : '', en: wordsOf(form, key, word) ?? '', at, put };
}

export interface WordsFieldProps {
  readonly pointer: string;
  /** Under which the English word stands: `question`, `question.column`. */
  readonly wordKey: string;
  readonly word: Word;
  readonly label: string;
  readonly rows?: number;
  readonly wide?: boolean;
  readonly aside?: ReactNode;
}

export function WordsField({ pointer, wordKey, word, label, rows = 1, wide }: WordsFieldProps) {
  const { t, language } = useLanguage();
  const { editable } = useDraft();
  const { document } = useForm();
  const id = useId();
  const { zh, en, at, put } = useWords(pointer, wordKey, word);
  const [asked, setAsked] = useState(language === 'en');
  const shown = { readOnly: !editable, maxLength: word === 'unit' ? 20 : 1000, className: 'growing', rows };
  return (
    <div className={`draft-field ${wide ? 'draft-field-wide' : ''}`} {...placeAttribute({ document, pointer: at })}>
      <span className="draft-field-head">
        <label htmlFor={id}>{label}</label>
        {(editable || en !== '') && (
          <Button type="link" size="small" aria-expanded={asked} onClick={() => setAsked(!asked)}>
            {t('studio.field.english')}
          </Button>
        )}
      </span>
      <Input.TextArea {...shown} id={id} value={zh} onChange={({ target }) => put('zh', target.value)} />
      {asked && (
        <Input.TextArea
          {...shown}
          lang="en"
          aria-label={`${label} ${t('studio.field.english')}`}
          placeholder={t('studio.field.english')}
          value={en}
          disabled={zh === ''}
          onChange={({ target }) => put('en', target.value)}
        />
      )}
      <PlaceIssues document={document} pointer={at} />
    </div>
  );
}
