/** Owns reading titles as they are written: English falls back to Chinese, and nothing to a dash. */
import type { LocalizedText } from '@yimen/config';

export function titleOf(value: { readonly title?: { readonly zh?: string; readonly en?: string } }): LocalizedText {
  const zh = value.title?.zh || '—';
  return { zh, en: value.title?.en || zh };
}

/** What an element says of words that are Chinese on an English page, because nobody wrote English ones. */
export const langOf = (shown: string, language: 'zh' | 'en'): { readonly lang?: string } =>
  language === 'en' && /\p{Script=Han}/u.test(shown) ? { lang: 'zh-CN' } : {};
