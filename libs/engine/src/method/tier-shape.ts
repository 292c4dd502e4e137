/** Owns what one tier looks like as a condition, and which tiers conditions make together. */
import type { Comparison, Condition, OperatorId } from '@yimen/config';
import { isComparison } from '../rule/condition.js';
import { conjuncts } from './condition-shape.js';
import type { Boundary, ChoiceTier, NumberTier } from './parameters.js';

export const isChoiceTier = (tier: NumberTier | ChoiceTier): tier is ChoiceTier => 'choices' in tier;

/** The condition of a tier of choices. */
export function choiceCondition(fact: string, { choices }: ChoiceTier): Condition {
  const [only] = choices;
  if (choices.length === 1 && only !== undefined) return { all: [{ fact, operator: 'equal', value: only }] };
  return { all: [{ fact, operator: 'in', value: choices }] };
}

/** The condition of a tier of numbers, from its own bound to the next one's. */
export function numberCondition(
  fact: string,
  from: number | undefined,
  to: number | undefined,
  boundary: Boundary,
): Condition {
  const [low, high]: [OperatorId, OperatorId] =
    boundary === 'lower' ? ['greaterThanInclusive', 'lessThan'] : ['greaterThan', 'lessThanInclusive'];
  const bounds: Comparison[] = [
    ...(from === undefined ? [] : [{ fact, operator: low, value: from }]),
    ...(to === undefined ? [] : [{ fact, operator: high, value: to }]),
  ];
  return { all: bounds };
}

/** A fact's comparisons, where a condition is nothing but comparisons of one fact. */
export function comparisonsOf(
  condition: Condition,
): { readonly fact: string; readonly all: readonly Comparison[] } | undefined {
  const all = conjuncts(condition);
  const [first] = all;
  if (!first || !isComparison(first) || first.path !== undefined) return undefined;
  const { fact } = first;
  const same = all.filter(
    (each): each is Comparison => isComparison(each) && each.fact === fact && each.path === undefined,
  );
  return same.length === all.length ? { fact, all: same } : undefined;
}

/** The choices that a condition names. */
export function choicesOf(all: readonly Comparison[]): readonly string[] | undefined {
  const [only, ...others] = all;
  if (!only || others.length > 0) return undefined;
  if (only.operator === 'equal' && typeof only.value === 'string') return [only.value];
  if (only.operator !== 'in' || !Array.isArray(only.value)) return undefined;
  return only.value.every((each) => typeof each === 'string') ? (only.value as readonly string[]) : undefined;
}

/** A range of numbers with the side to which its bounds belong. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
  readonly boundary: Boundary;
}

const bounds: Partial<Record<OperatorId, readonly ['from' | 'to', Boundary]>> = {
  greaterThanInclusive: ['from', 'lower'],
  lessThan: ['to', 'lower'],
  greaterThan: ['from', 'upper'],
  lessThanInclusive: ['to', 'upper'],
};

/** The range that comparisons make: one bound on each side at most. */
export function rangeOf(all: readonly Comparison[]): Range | undefined {
  let range: Partial<Range> = {};
  for (const { operator, value } of all) {
    const [side, boundary] = bounds[operator] ?? [];
    if (!side || !boundary || typeof value !== 'number' || range[side] !== undefined) return undefined;
    if (range.boundary !== undefined && range.boundary !== boundary) return undefined;
    range = { ...range, [side]: value, boundary };
  }
  return range.boundary === undefined ? undefined : (range as Range);
}

/** Ranges by their lower bound, the gaps between and beside them filled; undefined where two overlap. */
export function filled<Tier>(ranges: readonly (Range & Tier)[]): (NumberTier & Partial<Tier>)[] | undefined {
  const sorted = [...ranges].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  const tiers: (NumberTier & Partial<Tier>)[] = [];
  let reached = -Infinity;
  for (const { from, to, boundary: _, ...tier } of sorted) {
    const low = from ?? -Infinity;
    if (low < reached || (to !== undefined && to <= low)) return undefined;
    if (low > reached) tiers.push(gap(reached));
    tiers.push({ ...(tier as unknown as NumberTier & Partial<Tier>), ...(from === undefined ? {} : { from }) });
    reached = to ?? Infinity;
  }
  return reached < Infinity ? [...tiers, gap(reached)] : tiers;
}

const gap = <Tier>(from: number): NumberTier & Partial<Tier> =>
  ({ ...(from === -Infinity ? {} : { from }), points: 0 }) as NumberTier & Partial<Tier>;
