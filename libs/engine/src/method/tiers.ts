/** Owns the method: points by the tier in which a number or a choice falls. */
import type { Condition, LocalizedText } from '@yimen/config';
import type { RuleDeclaration } from '../wording/declaration.js';
import { type Dictionary, wordsOf } from '../wording/dictionary.js';
import { both, type Language, listed, measured, points, quoted } from '../wording/words.js';
import { sameCondition, sameJson } from './condition-shape.js';
import { madeRule, ownReason, reasonWords } from './made-rule.js';
import type { Method, MethodContext, WrittenItem } from './method.js';
import type { Boundary, ChoiceTier, NumberTier, TiersParams } from './parameters.js';
import { tierProblems } from './tier-problems.js';
import {
  choiceCondition,
  choicesOf,
  comparisonsOf,
  filled,
  isChoiceTier,
  numberCondition,
  rangeOf,
} from './tier-shape.js';

/** A tier that gives points, as the rule it becomes. */
interface TierRule {
  readonly condition: Condition;
  readonly points: number;
  readonly reason: NumberTier['reason'];
  readonly wish: string;
}

function tierRules({ fact, boundary = 'lower', tiers }: TiersParams, dictionary: Dictionary): TierRule[] {
  return tiers
    .map((tier, place): TierRule => {
      const next = tiers[place + 1];
      const to = next && !isChoiceTier(next) ? next.from : undefined;
      const choice = isChoiceTier(tier);
      return {
        condition: choice ? choiceCondition(fact, tier) : numberCondition(fact, tier.from, to, boundary),
        points: tier.points,
        reason: tier.reason ?? madeReason(fact, tier, dictionary),
        wish: choice ? (tier.choices[0] ?? 'tier').toLowerCase() : 'tier',
      };
    })
    .filter((tier) => tier.points > 0);
}

/** What a tier tells: the number or the choice, and what it gives. */
function madeReason(
  fact: string,
  tier: Pick<ChoiceTier, 'choices' | 'points'> | Pick<NumberTier, 'points'>,
  dictionary: Dictionary,
): LocalizedText {
  const { title, unit, personal } = wordsOf(fact, dictionary);
  const words = reasonWords({ zh: `“${title.zh}”`, en: `"${title.en}"` });
  const told = personal ? '' : `{${fact}}`;
  const [zh, en] = 'choices' in tier ? ['', ''] : [unit.zh, unit.en === '' || personal ? '' : ` ${unit.en}`];
  return {
    zh: `${words.zh}${'choices' in tier && told ? `为“${told}”` : `${told}${told && zh}`}，得${points(tier.points, 'zh')}`,
    en: `${words.en}${told && ' '}${told}${en}: ${points(tier.points, 'en')}`,
  };
}

function write(params: TiersParams, context: MethodContext, existing: readonly RuleDeclaration[]): WrittenItem {
  const made = tierRules(params, context.dictionary);
  const left = [...existing];
  const take = (fits: (rule: RuleDeclaration) => boolean): RuleDeclaration | undefined => {
    const place = left.findIndex(fits);
    return place < 0 ? undefined : left.splice(place, 1)[0];
  };
  const exact = made.map((tier) => take((rule) => sameCondition(rule.conditions, tier.condition)));
  const taken = new Set<string>();
  const freeId = (wish: string): string => {
    const id = context.freeId(wish, taken);
    taken.add(id);
    return id;
  };
  const rules = made.map(({ condition, points: given, reason, wish }, place) =>
    madeRule(
      {
        wish,
        conditions: condition,
        event: { type: 'award', params: { points: given } },
        reason: reason as LocalizedText,
      },
      { ...context, freeId },
      exact[place] ?? take(() => true),
    ),
  );
  return { rules: inOrderOf(existing, rules), facts: [], needs: [] };
}

/** Rules that are still there keep their order where all of them are. */
function inOrderOf(
  existing: readonly RuleDeclaration[],
  rules: readonly RuleDeclaration[],
): readonly RuleDeclaration[] {
  const place = new Map(existing.map(({ id }, index) => [id, index]));
  if (rules.length !== existing.length || rules.some(({ id }) => !place.has(id))) return rules;
  return [...rules].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

function read(rules: readonly RuleDeclaration[], { line, dictionary }: MethodContext): TiersParams | undefined {
  if (line.starts !== 'zero') return undefined;
  const parts = rules.map((rule) => partOf(rule, dictionary));
  const found = parts.filter((part) => part !== undefined);
  const fact = found[0]?.fact;
  if (fact === undefined || found.length < parts.length || found.some((part) => part.fact !== fact)) return undefined;
  return dictionary.facts.get(fact)?.type?.kind === 'choice' ? choiceTiers(fact, found) : numberTiers(fact, found);
}

interface Part {
  readonly fact: string;
  readonly all: Parameters<typeof rangeOf>[0];
  readonly tier: Pick<NumberTier, 'points' | 'reason'>;
}

/** One rule as a tier: fixed points for nothing but comparisons of one fact. */
function partOf(rule: RuleDeclaration, dictionary: Dictionary): Part | undefined {
  const { points: given, ...more } = (rule.event?.params ?? {}) as { readonly points?: number };
  const compared = comparisonsOf(rule.conditions);
  if (rule.event?.type !== 'award' || given === undefined || Object.keys(more).length > 0 || !compared)
    return undefined;
  const choices = choicesOf(compared.all);
  const made = madeReason(compared.fact, { points: given, ...(choices ? { choices } : {}) }, dictionary);
  return { ...compared, tier: { points: given, ...ownReason(rule, made) } };
}

function choiceTiers(fact: string, parts: readonly Part[]): TiersParams | undefined {
  const tiers = parts.map(({ all, tier }) => ({ choices: choicesOf(all) ?? [], ...tier }));
  const named = tiers.flatMap(({ choices }) => choices);
  const clear = tiers.every(({ choices }) => choices.length > 0) && new Set(named).size === named.length;
  return clear ? { fact, tiers } : undefined;
}

function numberTiers(fact: string, parts: readonly Part[]): TiersParams | undefined {
  const ranges = parts.map(({ all, tier }) => ({ range: rangeOf(all), tier }));
  const boundary = ranges[0]?.range?.boundary;
  if (!boundary || ranges.some(({ range }) => range?.boundary !== boundary)) return undefined;
  const tiers = filled(ranges.map(({ range, tier }) => ({ boundary, ...range, ...tier })));
  return tiers && { fact, boundary, tiers };
}

function sentence({ fact, boundary = 'lower', tiers }: TiersParams, { dictionary }: MethodContext): LocalizedText {
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

export const tiers: Method<TiersParams> = {
  id: 'tiers',
  label: { zh: '分档得分', en: 'Tiers' },
  explanation: {
    zh: '按一个数落在哪一档，或按选了哪一项，得相应的分',
    en: 'Points by the tier in which a number falls, or by what was chosen',
  },
  starts: 'zero',
  covers: 'several',
  parameters: [
    {
      name: 'fact',
      label: { zh: '按哪个数或哪个单选', en: 'By which number or choice' },
      kind: 'number-or-choice-fact',
    },
    { name: 'tiers', label: { zh: '各档得分', en: 'Tiers' }, kind: 'tiers' },
    {
      name: 'boundary',
      label: { zh: '正好在界限上的算哪一档', en: 'A number on a bound belongs to' },
      kind: 'boundary',
      initial: 'lower',
      optional: true,
    },
  ],
  problems: tierProblems,
  write,
  read,
  sentence,
};

/** Whether a rule could be part of tiers on the same fact as another. */
export const sameTierFact = (a: RuleDeclaration, b: RuleDeclaration): boolean => {
  const [left, right] = [a, b].map((rule) =>
    rule.event?.type === 'award' ? comparisonsOf(rule.conditions)?.fact : undefined,
  );
  return left !== undefined && sameJson(left, right ?? null);
};
