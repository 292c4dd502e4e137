/** Owns what is said of values that changed. */
import type { LocalizedText } from '@yimen/config';
import type { Field } from './fields.js';
import { arrow, colon, joined, nothing, phrases, sameText, space } from './text.js';
import type { View } from './view.js';

export const added: LocalizedText = { zh: '新增', en: 'added' };
export const removed: LocalizedText = { zh: '删去', en: 'removed' };
export const changed: LocalizedText = { zh: '有改动', en: 'changed' };

/** A thing that was added or removed, with what it holds. */
export const withDetails = (what: LocalizedText, details: readonly LocalizedText[]): LocalizedText =>
  details.length > 0 ? joined([what, phrases(details)], colon) : what;

/** A label before what is said. */
export const labelled = (label: LocalizedText, words: LocalizedText, long = false): LocalizedText =>
  joined([label, words], long ? colon : space);

/** From one text to another; where only one language differs, the other says so. */
export function fromTo(before: LocalizedText | undefined, after: LocalizedText | undefined): LocalizedText {
  const [old, now] = [before ?? nothing, after ?? nothing];
  const words = arrow(old, now);
  if (sameText(old, now)) return { zh: '写法有改动', en: 'written differently' };
  return {
    zh: old.zh === now.zh ? '英文有改动' : words.zh,
    en: old.en === now.en ? 'changed in Chinese' : words.en,
  };
}

export interface States {
  readonly before: View;
  readonly after: View;
}

/** What is said of a field whose value changed. */
export function fieldChange(field: Field, before: unknown, after: unknown, states: States): LocalizedText {
  const { label, print, otherwise, alone, long } = field;
  const old = print(before ?? otherwise, states.before);
  const now = print(after ?? otherwise, states.after);
  if (!old && !now) return labelled(label, changed);
  const words = fromTo(old, now);
  return alone ? words : labelled(label, words, long);
}

/** What is said of a field of a thing, or nothing. */
export function fieldValue(field: Field | undefined, value: unknown, view: View): LocalizedText | undefined {
  const words = field && value !== undefined ? field.print(value, view) : undefined;
  if (!field || !words) return undefined;
  return field.alone ? words : labelled(field.label, words, field.long);
}

/** Where a thing moved to. */
export const movedBehind = (name: LocalizedText | undefined): LocalizedText =>
  name
    ? { zh: `移动：到“${name.zh}”之后`, en: `moved behind "${name.en}"` }
    : { zh: '移动：到最前', en: 'moved to the front' };

/** What a thing moved into. */
export const movedTo = (name: LocalizedText): LocalizedText => ({
  zh: `移到“${name.zh}”`,
  en: `moved to "${name.en ?? name.zh}"`,
});
