/** Owns the method: points by the tier in which a number or a choice falls. */
import type { Condition, LocalizedText } from '@yimen/config';
import type { RuleDeclaration } from '../wording/declaration.js';
import type { Dictionary } from '../wording/dictionary.js';
import { sameCondition, sameJson } from './condition-shape.js';
import { madeRule, ownReason } from './made-rule.js';
import type { Method, MethodContext, WrittenItem } from './method.js';
import type { NumberTier, TiersParams } from './parameters.js';
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
import { tierReason, tiersSentence } from './tier-words.js';

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
        reason: tier.reason ?? tierReason(fact, tier, dictionary),
        wish: choice ? (tier.choices[0] ?? 'tier').toLowerCase() : 'tier',
      };
    })
    .filter((tier) => tier.points > 0);
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
  const made = tierReason(compared.fact, { points: given, ...(choices ? { choices } : {}) }, dictionary);
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
  sentence: (params, { dictionary }) => tiersSentence(params, dictionary),
};

/** Whether a rule could be part of tiers on the same fact as another. */
export const sameTierFact = (a: RuleDeclaration, b: RuleDeclaration): boolean => {
  const [left, right] = [a, b].map((rule) =>
    rule.event?.type === 'award' ? comparisonsOf(rule.conditions)?.fact : undefined,
  );
  return left !== undefined && sameJson(left, right ?? null);
};
