/** Owns choosing Chinese or English for an answer. */
import type { Language } from '@yimen/config';

/** The language that `Accept-Language` prefers; Chinese where it says nothing of either. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').slice(0, 500).split(',').map(wish);
  const best = (lang: Language): number =>
    Math.max(0, ...wishes.filter((each) => each.lang === lang).map((each) => each.weight));
  return best('en') > best('zh') ? 'en' : 'zh';
}

function wish(text: string): { readonly lang: string; readonly weight: number } {
  const [tag = '', ...parameters] = text.trim().toLowerCase().split(';');
  const weight = parameters.map((each) => /^\s*q=([\d.]+)\s*$/u.exec(each)?.[1]).find((each) => each !== undefined);
  return { lang: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) || 0 };
}
