/** Owns how a type is told to people: what kind of value, in which range, of which choices. */
import type { FactType, LocalizedText } from '@yimen/config';
import { kindName } from '@yimen/engine/editing';
import type { TFunction } from 'i18next';

/** More choices than these are not listed. */
const MOST_CHOICES = 4;

export interface TypeSpeech {
  readonly t: TFunction;
  readonly say: (text: LocalizedText) => string;
}

/** The words of a type: 整数，0–12；单选：甲、乙. */
export function typeWords(type: FactType, speech: TypeSpeech): string {
  if (type.kind === 'number') return numberWords(type, speech);
  if (type.kind === 'choice' || type.kind === 'checklist') return choiceWords(type, speech);
  return speech.say(kindName(type.kind));
}

function numberWords(type: Extract<FactType, { kind: 'number' }>, { t }: TypeSpeech): string {
  const { integer, minimum, maximum } = type;
  const kind = t(integer ? 'studioRules.type.integer' : 'studioRules.type.number');
  const least = minimum === undefined ? undefined : printed(minimum);
  const most = maximum === undefined ? undefined : printed(maximum);
  if (least !== undefined && most !== undefined)
    return t(least === most ? 'studioRules.type.always' : 'studioRules.type.between', { kind, least, most });
  if (least !== undefined) return t('studioRules.type.least', { kind, least });
  return most === undefined ? kind : t('studioRules.type.most', { kind, most });
}

/** A bound without binary noise. */
const printed = (bound: number): string => String(Math.round(bound * 1e6) / 1e6).replace('-', '−');

function choiceWords(
  { kind, choices }: Extract<FactType, { kind: 'choice' | 'checklist' }>,
  { t, say }: TypeSpeech,
): string {
  const shown = choices.slice(0, MOST_CHOICES).map(({ title }) => say(title));
  const list = shown.join(t('form.comma'));
  const more = choices.length > MOST_CHOICES;
  return t(more ? 'studioRules.type.choices-more' : 'studioRules.type.choices', {
    kind: say(kindName(kind)),
    list,
    count: choices.length,
  });
}
