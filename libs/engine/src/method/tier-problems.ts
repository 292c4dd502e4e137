/** Owns what can be wrong with tiers: they must cover everything once, within the line's points. */
import type { LocalizedText } from '@yimen/config';
import type { MethodContext, ParameterProblem } from './method.js';
import type { ChoiceTier, NumberTier, TiersParams } from './parameters.js';
import { isChoiceTier } from './tier-shape.js';

/** What is wrong with tiers whose parts are each filled in. */
export function tierProblems({ fact, tiers }: TiersParams, { dictionary, line }: MethodContext): ParameterProblem[] {
  const type = dictionary.facts.get(fact)?.type;
  const choices = type?.kind === 'choice';
  const found = choices
    ? choiceProblem(
        tiers,
        type.choices.map(({ id }) => id),
      )
    : numberProblem(tiers);
  const high = tiers.some(({ points }) => points > line.points) && {
    zh: `本项一共${line.points}分，每一档都不能更多`,
    en: `The line has ${line.points} points; no tier can give more`,
  };
  const none = !tiers.some(({ points }) => points > 0) && {
    zh: '至少要有一档得分',
    en: 'At least one tier must give points',
  };
  return [found, high, none]
    .filter((message) => message !== undefined && message !== false)
    .map((message) => ({ parameter: 'tiers', message }));
}

function choiceProblem(tiers: TiersParams['tiers'], known: readonly string[]): LocalizedText | undefined {
  if (!tiers.every(isChoiceTier)) return { zh: '请为各选项写明得分', en: 'Say how many points each choice gives' };
  const named = (tiers as readonly ChoiceTier[]).flatMap(({ choices }) => choices);
  if (tiers.some(({ choices }) => choices.length === 0))
    return { zh: '每一档至少选一个选项', en: 'Each tier needs a choice' };
  if (new Set(named).size < named.length) return { zh: '一个选项只能在一档里', en: 'A choice can be in one tier only' };
  if (named.some((id) => !known.includes(id)))
    return { zh: '有的选项已不在清单里，请去掉', en: 'A choice is no longer in the list: remove it' };
  return undefined;
}

function numberProblem(tiers: TiersParams['tiers']): LocalizedText | undefined {
  if (tiers.some(isChoiceTier)) return { zh: '请写明各档从多少起', en: 'Say where each tier begins' };
  const [first, ...others] = tiers as readonly NumberTier[];
  if (!first || others.length === 0) return { zh: '至少要有两档', en: 'There must be two tiers at least' };
  if (first.from !== undefined)
    return { zh: '第一档没有下限，请去掉', en: 'The first tier has no lower bound: remove it' };
  const bounds = others.map(({ from }) => from);
  if (bounds.some((bound) => bound === undefined))
    return { zh: '请写明各档从多少起', en: 'Say where each tier begins' };
  const rising = bounds.every((bound, place) => place === 0 || Number(bound) > Number(bounds[place - 1]));
  return rising ? undefined : { zh: '各档的界限应从小到大', en: 'The bounds must rise from tier to tier' };
}
