/** Owns the small words of changes, and reading texts from documents that may be of any shape. */
import { isObject, type LocalizedText } from '@yimen/config';
import { both, type Language, quoted } from '../wording/words.js';

type Keyed = Readonly<Record<string, unknown>>;

/** A text as documents hold it: in both languages, or Chinese alone; undefined where there is none. */
export function textIn(value: unknown): LocalizedText | undefined {
  if (typeof value === 'string' && value !== '') return { zh: value, en: value };
  if (!isObject(value) || typeof value.zh !== 'string' || value.zh === '') return undefined;
  return { zh: value.zh, en: typeof value.en === 'string' && value.en !== '' ? value.en : value.zh };
}

/** What is the same in both languages. */
export const same = (words: string): LocalizedText => ({ zh: words, en: words });

/** A word that names something, whatever is there; an object may not even have one. */
export const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** An id where there is no title. */
export const calledById = (id: unknown): LocalizedText => same(wordOf(id) || '…');

/** The object under a key, or an empty one. */
export const objectAt = (value: unknown, key: string): Keyed => {
  const inside = ownAt(value, key);
  return isObject(inside) ? inside : {};
};

/** The array under a key, or an empty one. */
export const arrayAt = (value: unknown, key: string): readonly unknown[] => {
  const inside = ownAt(value, key);
  return Array.isArray(inside) ? inside : [];
};

/** What an object has itself under a key. */
export const ownAt = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

export const nothing: LocalizedText = { zh: '无', en: 'none' };

/** Phrases one after the other. */
export const phrases = (parts: readonly LocalizedText[]): LocalizedText => ({
  zh: parts.map(({ zh }) => zh).join('；'),
  en: parts.map(({ en }) => en).join('; '),
});

/** A name in quotation marks, in each language. */
export const quotedText = (text: LocalizedText): LocalizedText => both((language) => quoted(text[language], language));

/** Names one after the other, quoted. */
export const listedTexts = (texts: readonly LocalizedText[]): LocalizedText =>
  both((language) => texts.map((text) => quoted(text[language], language)).join(commas[language]));

const commas: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };

/** Texts one after the other, as they are. */
export const joined = (texts: readonly LocalizedText[], separators: LocalizedText): LocalizedText =>
  both((language) => texts.map((text) => text[language]).join(separators[language]));

export const comma: LocalizedText = { zh: '，', en: ', ' };
export const pause: LocalizedText = { zh: '、', en: ', ' };
export const colon: LocalizedText = { zh: '：', en: ': ' };
export const space: LocalizedText = { zh: ' ', en: ' ' };

/** From one to another. */
export const arrow = (before: LocalizedText, after: LocalizedText): LocalizedText =>
  both((language) => `${before[language]} → ${after[language]}`);

export const sameText = (one: LocalizedText, other: LocalizedText): boolean =>
  one.zh === other.zh && one.en === other.en;
