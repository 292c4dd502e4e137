/** Owns what a counting item means in words: when, for what, how far, and where nothing is taken off. */
import type { LocalizedText } from '@yimen/config';
import { conditionSentence } from '../wording/condition-sentence.js';
import type { Dictionary } from '../wording/dictionary.js';
import { capPhrase, whenPhrase } from '../wording/rule-sentence.js';
import { both, type Language, points as pointsOf } from '../wording/words.js';
import type { Counting } from './counting.js';
import { measureOf } from './formula-shape.js';
import type { MethodContext } from './method.js';
import type { CountedParams } from './parameters.js';

/** The sentence of an item. */
export function countedSentence<Params extends CountedParams & { readonly points?: number }>(
  counting: Counting<Params>,
  params: Params,
  context: MethodContext,
): LocalizedText {
  const measure = measureOf(counting.formula(params, context.dictionary), context.dictionary);
  const words = counting.sentence(params, context);
  const when = params.when && conditionSentence(params.when, context.dictionary);
  const exception = counting.exception?.(params, context.dictionary);
  return both((language) => {
    const tail = tailPhrase(counting, params, measure?.most, context, language);
    const blank = measure?.blank ? { zh: '；没有问到时不扣', en: '; nothing off where it is not asked' }[language] : '';
    const whole = words[language] + tail + (exception?.[language] ?? '') + blank;
    return when ? whenPhrase(when, whole, language) : whole;
  });
}

/** How far it can go: the cap, the most there can be to count, or the line's points. */
function tailPhrase<Params extends CountedParams & { readonly points?: number }>(
  counting: Counting<Params>,
  params: Params,
  most: number | undefined,
  { line }: MethodContext,
  language: Language,
): string {
  if (params.cap !== undefined) return capPhrase('deduct', params.cap, language);
  if (counting.by === 'share') return '';
  const lost = (most ?? Infinity) * (params.points ?? 1);
  if (lost < line.points) return capPhrase('deduct', lost, language);
  if (line.starts !== 'full') return '';
  const all = pointsOf(line.points, language);
  return language === 'zh' ? `，扣完${all}为止` : `, until the ${all} ${line.points === 1 ? 'is' : 'are'} used up`;
}

/** Whether parts of one count in proportion. */
export const isFractional = (formula: string, dictionary: Dictionary): boolean =>
  measureOf(formula, dictionary)?.integer === false;
