/** Owns words that come with the pages that need them: nobody loads those of pages they do not open. */
import i18next from 'i18next';

/** Adds the words of a room under a name, in both languages. */
export function addWords(room: string, zh: object, en: object): void {
  i18next.addResourceBundle('zh', 'translation', { [room]: zh }, true);
  i18next.addResourceBundle('en', 'translation', { [room]: en }, true);
}
