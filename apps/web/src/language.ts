/** Owns the language of the screens: Chinese first, English by one switch, remembered in this browser. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import en from './messages/en.json';
import zh from './messages/zh.json';

export type Language = 'zh' | 'en';

type LocalizedPair = { readonly zh: string; readonly en: string };

const KEY = 'yimen.language';

void i18next.use(initReactI18next).init({
  resources: { zh: { translation: zh }, en: { translation: en } },
  lng: localStorage.getItem(KEY) === 'en' ? 'en' : 'zh',
  fallbackLng: 'zh',
  interpolation: { escapeValue: false },
});

/** Switches the language of everything on screen. */
export function setLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  void i18next.changeLanguage(language);
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

/** The current language, its messages, and the right half of a text in both. */
export function useLanguage() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return { t, language, say: (text: LocalizedPair): string => text[language] };
}
