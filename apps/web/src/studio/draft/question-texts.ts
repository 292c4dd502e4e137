/** Owns the English words of a form and its hints, which stand beside the questions and go and change with them. */
import { pointerTo, removedAt, replacedAt } from '@yimen/config';
import { type Json, objectIn } from './question-places';

export type Word = 'title' | 'description' | 'unit';

/** The form with an English word for a key (`question`, `question.choice`, `question.column`); none takes it away. */
export function withEnglish(form: Json, key: string, word: Word, text: string | undefined): Json {
  const texts = objectIn(form.texts);
  const { en: before, ...rest } = objectIn(texts[key]);
  const { [word]: _, ...others } = objectIn(before);
  const en = text === undefined || text === '' ? others : { ...others, [word]: text };
  if (Object.keys(en).length > 0) return { ...form, texts: { ...texts, [key]: { ...rest, en } } };
  return texts[key] === undefined ? form : withoutTexts(form, (each) => each === key);
}

/** The form without the English words of the keys that are meant. */
export function withoutTexts(form: Json, meant: (key: string) => boolean): Json {
  const texts = Object.entries(objectIn(form.texts));
  const kept = texts.filter(([key]) => !meant(key));
  if (kept.length === texts.length) return form;
  return kept.length === 0 ? (removedAt(form, '/texts') as Json) : { ...form, texts: Object.fromEntries(kept) };
}

/** The form without any words inside a question: of its choices and columns. */
export const withoutInnerTexts = (form: Json, id: string): Json =>
  withoutTexts(form, (key) => key.startsWith(`${id}.`));

/** The form without the hints for a question. */
export function withoutHints(form: Json, id: string): Json {
  const hints = objectIn(form.uiSchema);
  if (hints[id] === undefined) return form;
  return Object.keys(hints).length === 1
    ? (removedAt(form, '/uiSchema') as Json)
    : (removedAt(form, pointerTo('', 'uiSchema', id)) as Json);
}

/** The form with a text question answered in one line or in several. */
export function withSeveralLines(form: Json, id: string, several: boolean): Json {
  if (!several) return withoutHints(form, id);
  const hints = { ...objectIn(form.uiSchema), [id]: { 'ui:widget': 'textarea' } };
  return replacedAt(form, '/uiSchema', hints) as Json;
}
