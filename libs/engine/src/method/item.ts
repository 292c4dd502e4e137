/** Owns the items of a line: reading them from its rules, writing them, saying what they mean. */
import type { LocalizedText } from '@yimen/config';
import { conditionSentence } from '../wording/condition-sentence.js';
import type { LineDeclaration, RuleDeclaration } from '../wording/declaration.js';
import { ruleSentence } from '../wording/rule-sentence.js';
import { both, points } from '../wording/words.js';
import { sameJson } from './condition-shape.js';
import type { Method, MethodContext, MethodId, MethodParams, ParameterProblem, WrittenItem } from './method.js';
import { methods, readingOrder } from './methods.js';
import { problemOf } from './parameter-kind.js';
import { sameTierFact } from './tiers.js';

/** One thing a line scores: a method with its parameters, or a rule that fits no method. */
export interface MethodItem {
  readonly method: MethodId | 'hand-written';
  readonly params: MethodParams;
  /** The covered rules as they stand in the document. */
  readonly rules: readonly RuleDeclaration[];
}

/** An item to be written; `rules` are those it replaces, or, of a hand-written one, those it is. */
export interface ItemToWrite {
  readonly method: MethodId | 'hand-written';
  readonly params: MethodParams;
  readonly rules?: readonly RuleDeclaration[];
  /** The clause its rules cite; left out: the one they have, or the line's. */
  readonly clause?: string;
}

export type WriteResult =
  | ({ readonly ok: true } & WrittenItem)
  | { readonly ok: false; readonly problems: readonly ParameterProblem[] };

/** The items of a line in the order of its rules; each rule is covered once. Never throws, whatever it is given. */
export function readLine(line: LineDeclaration, context: MethodContext): MethodItem[] {
  const rules = Array.isArray(line.rules) ? (line.rules as readonly RuleDeclaration[]) : [];
  const here = { ...context, line: { ...line, rules } };
  const items: MethodItem[] = [];
  for (let place = 0; place < rules.length; ) {
    const item = readItem(rules.slice(place), here);
    items.push(item);
    place += item.rules.length;
  }
  return items;
}

/** The item that the first of these rules begins. */
function readItem(rules: readonly RuleDeclaration[], context: MethodContext): MethodItem {
  const [first] = rules as readonly [RuleDeclaration];
  if (!isShaped(first)) return { method: 'hand-written', params: {}, rules: [first] };
  for (let count = tierRun(rules); count > 0; count -= 1) {
    const tiers = recognised('tiers', rules.slice(0, count), context);
    if (tiers) return tiers;
  }
  for (const method of readingOrder) {
    const item = recognised(method, [first], context);
    if (item) return item;
  }
  return { method: 'hand-written', params: {}, rules: [first] };
}

/** How many rules from the first on could be tiers of one fact. */
function tierRun(rules: readonly RuleDeclaration[]): number {
  const [first] = rules as readonly [RuleDeclaration];
  const end = rules.findIndex((rule) => !isShaped(rule) || !sameTierFact(first, rule));
  return end < 0 ? rules.length : end;
}

/** The rules as an item of a method: only where writing it would leave every rule and formula as it is. */
function recognised(id: MethodId, rules: readonly RuleDeclaration[], context: MethodContext): MethodItem | undefined {
  const params = methods.get(id)?.read(rules, context);
  if (!params) return undefined;
  const written = writeItem({ method: id, params, rules }, context);
  const same = written.ok && written.facts.length === 0 && sameJson(written.rules, rules);
  return same ? { method: id, params, rules } : undefined;
}

/** Whether a rule has the parts that methods look at; documents under edit may lack anything. */
function isShaped(rule: RuleDeclaration): boolean {
  const parts: readonly unknown[] = [
    rule,
    rule?.conditions,
    rule?.event,
    (rule?.event as { params?: unknown } | undefined)?.params,
  ];
  return parts.every((part) => typeof part === 'object' && part !== null) && isConditionTree(rule.conditions, 0);
}

function isConditionTree(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || depth > 40) return false;
  const { all, any, not } = value as Partial<Record<'all' | 'any' | 'not', unknown>>;
  const inner = all ?? any;
  if (inner !== undefined) return Array.isArray(inner) && inner.every((each) => isConditionTree(each, depth + 1));
  return not === undefined || isConditionTree(not, depth + 1);
}

/** What is wrong with an item's parameters; nothing for a hand-written one. */
export function problemsOf({ method: id, params }: ItemToWrite, context: MethodContext): ParameterProblem[] {
  const method = id === 'hand-written' ? undefined : methods.get(id);
  if (!method) return [];
  const each = unfinishedIn(method, params, context);
  return each.length > 0 ? each : [...(method.problems?.(params, context) ?? [])];
}

/** What is wrong with each parameter by itself. */
const unfinishedIn = (
  { parameters }: Method,
  params: MethodParams,
  { dictionary }: MethodContext,
): ParameterProblem[] =>
  parameters.flatMap((parameter): ParameterProblem[] => {
    const message = problemOf(parameter, params[parameter.name], dictionary);
    return message ? [{ parameter: parameter.name, message }] : [];
  });

/** The rules and formulas of an item, or what is wrong with its parameters. */
export function writeItem(item: ItemToWrite, context: MethodContext): WriteResult {
  const method = item.method === 'hand-written' ? undefined : methods.get(item.method);
  if (!method) return { ok: true, rules: item.rules ?? [], facts: [], needs: [] };
  const problems = problemsOf(item, context);
  if (problems.length > 0) return { ok: false, problems };
  const given = Object.entries(item.params).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const written = method.write(Object.fromEntries(given), context, item.rules ?? []);
  const { clause } = item;
  const rules = clause === undefined ? written.rules : written.rules.map((rule) => ({ ...rule, clause }));
  return { ok: true, ...written, rules };
}

const unfinished: LocalizedText = { zh: '（还没有填完）', en: '(not filled in yet)' };

/** What an item means, in words, as soon as it is filled in. Never throws, whatever it is given. */
export function sentenceOf(item: MethodItem, context: MethodContext): LocalizedText {
  const method = item.method === 'hand-written' ? undefined : methods.get(item.method);
  if (method)
    return unfinishedIn(method, item.params, context).length > 0 ? unfinished : method.sentence(item.params, context);
  const place = { points: context.line.points };
  const each = item.rules.map((rule) => ruleSentence(rule, context.dictionary, place));
  return both((language) => each.map((words) => words[language]).join(language === 'zh' ? '；' : '; '));
}

/** What a whole line means: its points, when it applies, and every item. */
export function describeLine(line: LineDeclaration, context: MethodContext): LocalizedText[] {
  const here = { ...context, line };
  const most = both((language) => points(line.points, language));
  const start: LocalizedText =
    line.starts === 'zero'
      ? { zh: `从0分起，最多得${most.zh}`, en: `Starts at 0, ${most.en} at most` }
      : { zh: `满分${most.zh}`, en: `${most.en} in full` };
  const when = line.appliesWhen && conditionSentence(line.appliesWhen, context.dictionary);
  const applies: LocalizedText[] = when
    ? [
        {
          zh: `只在${when.zh}时才评本项；不评时，本项分值不计入总分`,
          en: `Scored only when ${when.en}; otherwise its points do not count`,
        },
      ]
    : [];
  return [start, ...applies, ...readLine(line, here).map((item) => sentenceOf(item, here))];
}
