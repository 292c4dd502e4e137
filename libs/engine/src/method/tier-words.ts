/** Owns what tiers mean in words, and what each of them tells. */
import type { LocalizedText } from '@yimen/config';
import { type Dictionary, wordsOf } from '../wording/dictionary.js';
import { both, type Language, listed, measured, points, quoted } from '../wording/words.js';
import { place, reasonWords } from './made-rule.js';
import type { Boundary, ChoiceTier, NumberTier, TiersParams } from './parameters.js';
import { isChoiceTier } from './tier-shape.js';

/** What a tier tells: the number or the choice, and what it gives. */
export function tierReason(
  fact: string,
  tier: Pick<ChoiceTier, 'choices' | 'points'> | Pick<NumberTier, 'points'>,
  dictionary: Dictionary,
): LocalizedText {
  const { title, unit, personal } = wordsOf(fact, dictionary);
  const told = (language: Language): string => {
    if (personal) return '';
    if ('choices' in tier) return language === 'zh' ? `为“${place(fact)}”` : ` "${place(fact)}"`;
    return language === 'zh' ? `${place(fact)}${unit.zh}` : ` ${place(fact)} ${unit.en}`.trimEnd();
  };
  return reasonWords({
    zh: `“${title.zh}”${told('zh')}，得${points(tier.points, 'zh')}`,
    en: `"${title.en}"${told('en')}: ${points(tier.points, 'en')}`,
  });
}

/** What tiers mean, in words. */
export function tiersSentence({ fact, boundary = 'lower', tiers }: TiersParams, dictionary: Dictionary): LocalizedText {
  const { title } = wordsOf(fact, dictionary);
  const blank = dictionary.facts.get(fact)?.blank ?? false;
  return both((language) => {
    const chinese = language === 'zh';
    const said = tiers.map((tier, place) => {
      const next = tiers[place + 1];
      const to = next && !isChoiceTier(next) ? next.from : undefined;
      return isChoiceTier(tier)
        ? { words: choiceWords(fact, tier.choices, dictionary, language), points: tier.points }
        : { words: rangeWords(fact, tier.from, to, boundary, dictionary, language), points: tier.points };
    });
    const rest = restOf(fact, tiers, dictionary, language);
    const all = [...said, ...(rest ? [{ words: rest, points: 0 }] : [])].map((each) =>
      chinese ? `${each.words}得${points(each.points, 'zh')}` : `${each.words}: ${points(each.points, 'en')}`,
    );
    const name = quoted(title[language], language);
    const asked = blank ? (chinese ? '；没有问到时得0分' : '; 0 points where it is not asked') : '';
    return chinese ? `按${name}分档：${all.join('，')}${asked}` : `By ${name}: ${all.join('; ')}${asked}`;
  });
}

const choiceTitles = (fact: string, dictionary: Dictionary, language: Language): Map<string, string> => {
  const type = dictionary.facts.get(fact)?.type;
  return new Map(type?.kind === 'choice' ? type.choices.map(({ id, title }) => [id, title[language]]) : []);
};

function choiceWords(fact: string, choices: readonly string[], dictionary: Dictionary, language: Language): string {
  const titles = choiceTitles(fact, dictionary, language);
  return listed(
    choices.map((id) => titles.get(id) ?? id),
    language,
  );
}

/** The choices that no tier names. */
function restOf(fact: string, tiers: TiersParams['tiers'], dictionary: Dictionary, language: Language): string {
  if (!tiers.every(isChoiceTier)) return '';
  const named = new Set(tiers.flatMap(({ choices }) => choices));
  const left = [...choiceTitles(fact, dictionary, language)].filter(([id]) => !named.has(id)).map(([, title]) => title);
  return listed(left, language);
}

function rangeWords(
  fact: string,
  from: number | undefined,
  to: number | undefined,
  boundary: Boundary,
  dictionary: Dictionary,
  language: Language,
): string {
  const { unit } = wordsOf(fact, dictionary);
  const [low, high] = [from, to].map((bound) => (bound === undefined ? undefined : measured(bound, unit, language)));
  const words = rangeTexts[language][boundary];
  if (low === undefined) return high === undefined ? '' : words.below(high);
  return high === undefined ? words.above(low) : words.between(low, high);
}

type RangeTexts = Readonly<Record<'below' | 'above', (bound: string) => string>> & {
  readonly between: (low: string, high: string) => string;
};

const rangeTexts: Readonly<Record<Language, Readonly<Record<Boundary, RangeTexts>>>> = {
  zh: {
    lower: {
      below: (high) => `不满${high}`,
      between: (low, high) => `满${low}不满${high}`,
      above: (low) => `满${low}`,
    },
    upper: {
      below: (high) => `不超过${high}`,
      between: (low, high) => `超过${low}但不超过${high}`,
      above: (low) => `超过${low}`,
    },
  },
  en: {
    lower: {
      below: (high) => `under ${high}`,
      between: (low, high) => `${low} to under ${high}`,
      above: (low) => `${low} or more`,
    },
    upper: {
      below: (high) => `up to ${high}`,
      between: (low, high) => `over ${low} up to ${high}`,
      above: (low) => `over ${low}`,
    },
  },
};
