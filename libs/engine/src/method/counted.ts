/** Owns what the methods share that count something: one rule takes points off for each of a derived number, or by its share. */
import type { Condition } from '@yimen/config';
import type { RuleDeclaration } from '../wording/declaration.js';
import type { Dictionary } from '../wording/dictionary.js';
import { conjuncts, sameJson, together } from './condition-shape.js';
import { countedSentence } from './counted-sentence.js';
import type { Counting } from './counting.js';
import { syntaxOf, withoutDefault } from './formula-shape.js';
import { madeRule, ownReason, reasonWords, renamedReason } from './made-rule.js';
import type { Method, MethodContext, MethodParameter, ParameterProblem, WrittenItem } from './method.js';
import type { CountedParams } from './parameters.js';
import { countedFact, type Quantity, quantityFor } from './quantity.js';

/** The method that a counting declaration makes. */
export function counted<Params extends CountedParams & { readonly points?: number }>(
  counting: Counting<Params>,
): Method<Params> {
  const { id, label, explanation, parameters } = counting;
  return {
    ...{ id, label, explanation, starts: 'full', covers: 'one' },
    parameters: [...parameters, ...commonParameters],
    problems: (params, context) => capProblems(params, context),
    write: (params, context, existing) => writeCounted(counting, params, context, existing[0]),
    read: ([rule], context) => rule && readCounted(counting, rule, context)?.params,
    sentence: (params, context) => countedSentence(counting, params, context),
    writesFormula: (formula, dictionary) => {
      const written = syntaxOf(formula);
      const inner = withoutDefault(written);
      return inner !== undefined && written?.type === 'call' && counting.parse(inner, dictionary) !== undefined;
    },
  };
}

const commonParameters: readonly MethodParameter[] = [
  { name: 'cap', label: { zh: '最多扣', en: 'At most' }, kind: 'points', optional: true },
  { name: 'when', label: { zh: '只在这种情况下扣', en: 'Only when' }, kind: 'condition', optional: true },
  { name: 'reason', label: { zh: '扣分理由', en: 'Reason' }, kind: 'reason', optional: true },
];

function capProblems({ cap }: CountedParams, { line }: MethodContext): ParameterProblem[] {
  if (cap === undefined || cap <= line.points) return [];
  const message = {
    zh: `本项一共${line.points}分，上限不能更多`,
    en: `The line has ${line.points} points; the limit cannot be higher`,
  };
  return [{ parameter: 'cap', message }];
}

function writeCounted<Params extends CountedParams & { readonly points?: number }>(
  counting: Counting<Params>,
  params: Params,
  context: MethodContext,
  existing: RuleDeclaration | undefined,
): WrittenItem {
  const { dictionary } = context;
  const before = existing && readCounted(counting, existing, context);
  const current = countedFact(existing)?.fact;
  const sameSubject = before !== undefined && counting.subject(before.params) === counting.subject(params);
  const wanted = {
    formula: counting.formula(params, dictionary),
    ...counting.derived(params, dictionary),
    sameSubject,
  };
  const quantity = quantityFor(
    { ...wanted, ...(current === undefined ? {} : { current }) },
    existing ? [existing] : [],
    context,
  );
  const positive: Condition = { fact: quantity.fact, operator: 'greaterThan', value: 0 };
  const reference = { fact: quantity.fact };
  const cap = params.cap === undefined ? {} : { cap: params.cap };
  const amount =
    counting.by === 'share' ? { share: reference, ...cap } : { points: params.points ?? 1, each: reference, ...cap };
  const made = {
    wish: counting.ruleWish,
    conditions: ordered(existing, together([...(params.when ? conjuncts(params.when) : []), positive])),
    event: { type: 'deduct', params: amount } as const,
    reason: reasonOf(counting, params, quantity, context, before),
  };
  return { rules: [madeRule(made, context, existing)], facts: quantity.facts, needs: counting.needs?.(params) ?? [] };
}

/** The conditions in the order in which the existing rule has them, where they are the same ones. */
function ordered(existing: RuleDeclaration | undefined, conditions: Condition): Condition {
  if (!existing) return conditions;
  const [old, now] = [conjuncts(existing.conditions), conjuncts(conditions)];
  const same = old.length === now.length && now.every((each) => old.some((other) => sameJson(each, other)));
  return same ? existing.conditions : conditions;
}

interface Read<Params> {
  readonly params: Params;
  readonly quantity: string;
}

function reasonOf<Params extends CountedParams & { readonly points?: number }>(
  counting: Counting<Params>,
  params: Params,
  quantity: Quantity,
  { dictionary }: MethodContext,
  before: Read<Params> | undefined,
) {
  const { reason } = params;
  if (reason === undefined) return reasonWords(counting.reason(params, quantity.fact, dictionary));
  if (!before || !sameJson(reason, before.params.reason ?? null)) return reason;
  const from = [before.quantity, ...counting.roles(before.params)];
  const to = [quantity.fact, ...counting.roles(params)];
  return renamedReason(reason, new Map(from.map((name, place) => [name, to[place] ?? name])));
}

function readCounted<Params extends CountedParams & { readonly points?: number }>(
  counting: Counting<Params>,
  rule: RuleDeclaration,
  context: MethodContext,
): Read<Params> | undefined {
  const { dictionary } = context;
  const quantity = countedFact(rule);
  if (rule.event?.type !== 'deduct' || quantity?.by !== counting.by) return undefined;
  const parsed = parseQuantity(counting, quantity.fact, dictionary);
  const own = parsed && (counting.complete ? counting.complete(parsed, rule, context) : parsed);
  const rest = own && otherConditions(rule, quantity.fact);
  if (!own || !rest) return undefined;
  const { cap, points } = rule.event.params as { readonly cap?: number; readonly points?: number };
  const params = {
    ...own,
    ...(points === undefined || !counting.parameters.some(({ name }) => name === 'points') ? {} : { points }),
    ...(cap === undefined ? {} : { cap }),
    ...(rest.length === 0 ? {} : { when: together(rest) }),
  } as unknown as Params;
  const made = reasonWords(counting.reason(params, quantity.fact, dictionary));
  return { params: { ...params, ...ownReason(rule, made) }, quantity: quantity.fact };
}

/** By the derived fact's formula, or by the fact itself. */
function parseQuantity<Params extends CountedParams>(counting: Counting<Params>, fact: string, dictionary: Dictionary) {
  const formula = dictionary.facts.get(fact)?.formula;
  const inner = formula === undefined ? undefined : withoutDefault(syntaxOf(formula));
  const byFormula = inner && counting.parse(inner, dictionary);
  return byFormula ?? counting.parse({ type: 'name', name: fact }, dictionary);
}

/** What must hold beside there being something to count; undefined where that is not asked. */
function otherConditions(rule: RuleDeclaration, fact: string): Condition[] | undefined {
  const all = conjuncts(rule.conditions);
  const positive: Condition = { fact, operator: 'greaterThan', value: 0 };
  const rest = all.filter((each) => !sameJson(each, positive));
  return rest.length === all.length ? undefined : rest;
}
