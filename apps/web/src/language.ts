/** Owns the language of the screens: Chinese first, English by one switch, remembered in this browser. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

export type Language = 'zh' | 'en';

type LocalizedPair = { readonly zh: string; readonly en: string };

const KEY = 'yimen.language';

/** The words of each language, loaded by whoever reads it. */
const words: Readonly<Record<Language, () => Promise<{ readonly default: object }>>> = {
  zh: () => import('./messages/zh.json'),
  en: () => import('./messages/en.json'),
};

/** Learns the words of a language. */
async function learn(language: Language): Promise<void> {
  const { default: messages } = await words[language]();
  i18next.addResourceBundle(language, 'translation', messages, true);
}

/** Gets the language of this browser ready; nothing is drawn before. */
export async function beginLanguage(): Promise<void> {
  const language: Language = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  await i18next.use(initReactI18next).init({
    resources: {},
    lng: language,
    fallbackLng: 'zh',
    interpolation: { escapeValue: false },
  });
  await learn(language);
}

/** Switches the language of everything on screen. */
export async function setLanguage(language: Language): Promise<void> {
  await learn(language);
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  await i18next.changeLanguage(language);
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

/** The current language, its messages, and the right half of a text in both. */
export function useLanguage() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return { t, language, say: (text: LocalizedPair): string => text[language] };
}
