/** Owns the small words that sentences are made of, in both languages. */
import type { LocalizedText } from '@yimen/config';
import { plainNumber } from '../runtime/runtime.js';

export type Language = 'zh' | 'en';

/** A text made once for each language. */
export const both = (make: (language: Language) => string): LocalizedText => ({ zh: make('zh'), en: make('en') });

const quotes: Readonly<Record<Language, readonly [string, string]>> = { zh: ['“', '”'], en: ['"', '"'] };

/** A name in the language's quotation marks. */
export const quoted = (words: string, language: Language): string => quotes[language].join(words);

const commas: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };

/** Names one after the other, each quoted. */
export const listed = (names: readonly string[], language: Language): string =>
  names.map((name) => quoted(name, language)).join(commas[language]);

/** Yes or no. */
export const truth = (value: boolean, language: Language): string =>
  ({ zh: value ? '是' : '否', en: value ? 'yes' : 'no' })[language];

/**
 * A number as somebody wrote it, in full; one that arithmetic has made, without what is left of the arithmetic: 0.3 of
 * 0.1 + 0.2.
 */
export function writtenNumber(value: number): string {
  const plain = plainNumber(value);
  return Math.abs(Number(plain) - value) <= Math.abs(value) * 1e-12 ? plain : String(value);
}

/** A number of points: 2.5分, 2.5 points. */
export const points = (amount: number, language: Language): string =>
  language === 'zh' ? `${writtenNumber(amount)}分` : `${writtenNumber(amount)} ${amount === 1 ? 'point' : 'points'}`;

/** A number with its unit: 100平方米, 100 m². */
export const measured = (amount: number, unit: LocalizedText, language: Language): string =>
  language === 'en' && unit.en !== ''
    ? `${writtenNumber(amount)} ${unit.en}`
    : `${writtenNumber(amount)}${unit[language]}`;

export const noUnit: LocalizedText = { zh: '', en: '' };

/** A sentence begins with a capital. */
export const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
