/** Owns reading a trace: the rule behind each entry, and its conditions as conditions. Pure. */
import type { Condition, Edition, Line, LocalizedText, Rule } from '@yimen/config';
import type { ConditionTrace } from '@yimen/engine';
import type { RulePlace } from '@yimen/engine/editing';

export interface PlacedRule {
  readonly rule: Rule;
  readonly place: RulePlace;
  /** The title of the line that it stands in; a desk's rules have none. */
  readonly title: LocalizedText | undefined;
}

/** Every line of a standard. */
export const linesOf = ({ standard }: Edition): Line[] =>
  (standard?.categories ?? []).flatMap(({ indicators }) => indicators.flatMap(({ lines }) => lines));

/** Every rule of an edition by its id. */
export function placedRules(edition: Edition): ReadonlyMap<string, PlacedRule> {
  const { desk } = edition;
  const ofLines = linesOf(edition).flatMap(({ rules, points, title }) =>
    rules.map((rule) => [rule.id, { rule, place: { points }, title }] as const),
  );
  const place: RulePlace | undefined = desk && {
    dispositions: Object.fromEntries(desk.dispositions),
    handedIn: desk.handedIn,
  };
  const ofDesk = place ? (desk?.rules ?? []).map((rule) => [rule.id, { rule, place, title: undefined }] as const) : [];
  return new Map<string, PlacedRule>([...ofLines, ...ofDesk]);
}

type Group = Extract<ConditionTrace, { readonly all: unknown } | { readonly any: unknown }>;

export const isGroup = (trace: ConditionTrace): trace is Group => 'all' in trace || 'any' in trace;

/** The condition that was traced. */
export function asCondition(trace: ConditionTrace): Condition {
  if ('all' in trace) return { all: trace.all.map(asCondition) };
  if ('any' in trace) return { any: trace.any.map(asCondition) };
  if ('not' in trace) return { not: asCondition(trace.not) };
  if ('condition' in trace) return { condition: trace.condition };
  const { fact, path, operator, value } = trace;
  return { fact, ...(path === undefined ? {} : { path }), operator, value } as Condition;
}

/** A rule by its reason, what is computed in it left open. */
export const ruleReason = ({ reason }: Rule): LocalizedText => {
  const open = (words: string): string => words.replace(/\{[^{}]*\}/gu, '…');
  return { zh: open(reason.zh), en: open(reason.en) };
};
