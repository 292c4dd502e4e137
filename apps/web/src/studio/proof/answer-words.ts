/** Owns the words of an answer or a computed value: yes or no, amounts with units, titles of choices. */
import type { FactType } from '@yimen/config';
import type { Dictionary } from '@yimen/engine/editing';
import type { TFunction } from 'i18next';
import { type Language, useLanguage } from '../../language';

/** Words for the value of a fact, or of a part of it. */
export function useAnswerWords(dictionary: Dictionary): (value: unknown, fact: string, path?: string) => string {
  const { t, language } = useLanguage();
  return (value, fact, path) => {
    const entry = dictionary.facts.get(fact);
    const unit = path === undefined ? (entry?.unit[language] ?? '') : '';
    const type = path === undefined ? entry?.type : columnOf(entry?.type, path);
    return valueWords(value, type, { t, language, unit, areas: dictionary.areas });
  };
}

function columnOf(type: FactType | undefined, path: string): FactType | undefined {
  const column = path.split('.').at(-1) ?? '';
  return type?.kind === 'rows' || type?.kind === 'record' ? type.columns.get(column)?.type : undefined;
}

interface Speech {
  readonly t: TFunction;
  readonly language: Language;
  readonly unit: string;
  /** Names of areas, as far as they are known. */
  readonly areas: Dictionary['areas'];
}

function valueWords(value: unknown, type: FactType | undefined, speech: Speech): string {
  const { t, language, unit, areas } = speech;
  if (value === null || value === undefined) return t('proof.answer.none');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return unit === '' ? String(value) : `${value}${language === 'en' ? ' ' : ''}${unit}`;
  if (Array.isArray(value)) {
    if (type?.kind === 'rows') return t('proof.answer.rows', { count: value.length });
    if (value.length === 0) return t('form.none');
    return value.map((each) => valueWords(each, type, { ...speech, unit: '' })).join(t('form.comma'));
  }
  if (typeof value === 'object') return t('proof.answer.record');
  if (type?.kind === 'text' && type.areas) return areas?.get(String(value))?.[language] ?? t('form.areas.unknown');
  const choices = type?.kind === 'choice' || type?.kind === 'checklist' ? type.choices : [];
  return choices.find(({ id }) => id === value)?.title[language] ?? String(value);
}
