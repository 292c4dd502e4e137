/** Owns the three methods that take fixed points off when something is the case. */
import type { LocalizedText } from '@yimen/config';
import { conditionSentence } from '../wording/condition-sentence.js';
import type { RuleDeclaration } from '../wording/declaration.js';
import type { Dictionary } from '../wording/dictionary.js';
import { whenPhrase } from '../wording/rule-sentence.js';
import { both, points } from '../wording/words.js';
import { conjuncts } from './condition-shape.js';
import { madeRule, ownReason, reasonWords } from './made-rule.js';
import type { Method, MethodContext, MethodParameter } from './method.js';
import type { FullUnlessParams, MinusWhenParams, PassOrNothingParams } from './parameters.js';

const reason: MethodParameter = {
  name: 'reason',
  label: { zh: '扣分理由', en: 'Reason' },
  kind: 'reason',
  optional: true,
};

/** The points that a rule takes off, whatever is counted. */
function fixedDeduction(rule: RuleDeclaration | undefined): number | undefined {
  if (rule?.event?.type !== 'deduct' || typeof rule.event.params !== 'object') return undefined;
  const { points: off, ...more } = rule.event.params as { readonly points?: number };
  return Object.keys(more).length === 0 ? off : undefined;
}

/** Whether a rule leaves nothing of the line: it takes all points off and none are given. */
const takesAll = (rule: RuleDeclaration | undefined, { line }: MethodContext): boolean =>
  line.starts === 'full' &&
  fixedDeduction(rule) === line.points &&
  line.rules.every(({ event }) => event?.type === 'deduct');

const madeReason = (condition: MinusWhenParams['condition'], dictionary: Dictionary): LocalizedText =>
  reasonWords(conditionSentence(condition, dictionary));

function writeFixed(
  params: MinusWhenParams,
  wish: string,
  context: MethodContext,
  existing: readonly RuleDeclaration[],
) {
  const made = {
    wish,
    conditions: params.condition,
    event: { type: 'deduct', params: { points: params.points } } as const,
    reason: params.reason ?? madeReason(params.condition, context.dictionary),
  };
  return { rules: [madeRule(made, context, existing[0])], facts: [], needs: [] };
}

/** A condition and what follows, in words. */
const fixedSentence = (
  condition: MinusWhenParams['condition'],
  dictionary: Dictionary,
  then: LocalizedText,
): LocalizedText => {
  const when = conditionSentence(condition, dictionary);
  return both((language) => whenPhrase(when, then[language], language));
};

const nothing: LocalizedText = { zh: '不得分', en: 'no points' };

export const minusWhen: Method<MinusWhenParams> = {
  id: 'minus-when',
  label: { zh: '出现某种情况扣几分', en: 'Minus N when …' },
  explanation: { zh: '出现所写的情况，就扣所写的分', en: 'Takes the given points off when the given condition holds' },
  starts: 'full',
  covers: 'one',
  parameters: [
    { name: 'condition', label: { zh: '出现什么情况', en: 'When' }, kind: 'condition' },
    { name: 'points', label: { zh: '扣', en: 'Off' }, kind: 'points', initial: 1 },
    reason,
  ],
  write: (params, context, existing) => writeFixed(params, 'minus', context, existing),
  read: ([rule], { dictionary }) => {
    const off = fixedDeduction(rule);
    if (!rule || off === undefined) return undefined;
    const condition = rule.conditions;
    return { condition, points: off, ...ownReason(rule, madeReason(condition, dictionary)) };
  },
  sentence: ({ condition, points: off }, { dictionary }) =>
    fixedSentence(condition, dictionary, { zh: `扣${points(off, 'zh')}`, en: `${points(off, 'en')} off` }),
};

export const fullUnless: Method<FullUnlessParams> = {
  id: 'full-unless',
  label: { zh: '得满分，除非出现某种情况', en: 'Full marks unless …' },
  explanation: { zh: '出现所写的情况，本项不得分', en: 'No points of the line when the given condition holds' },
  starts: 'full',
  covers: 'one',
  parameters: [{ name: 'condition', label: { zh: '除非出现什么情况', en: 'Unless' }, kind: 'condition' }, reason],
  write: (params, context, existing) =>
    writeFixed({ ...params, points: context.line.points }, 'none', context, existing),
  read: ([rule], context) => {
    if (!rule || !takesAll(rule, context)) return undefined;
    return { condition: rule.conditions, ...ownReason(rule, madeReason(rule.conditions, context.dictionary)) };
  },
  sentence: ({ condition }, { dictionary }) => fixedSentence(condition, dictionary, nothing),
};

const answered = ({ fact, answer = false }: PassOrNothingParams): MinusWhenParams['condition'] => ({
  all: [{ fact, operator: 'equal', value: answer }],
});

export const passOrNothing: Method<PassOrNothingParams> = {
  id: 'pass-or-nothing',
  label: { zh: '达到得满分，否则不得分', en: 'Pass or nothing' },
  explanation: {
    zh: '由一个是否题决定：答案不对，本项不得分',
    en: 'A yes/no question decides: with the wrong answer the line gives no points',
  },
  starts: 'full',
  covers: 'one',
  parameters: [
    { name: 'fact', label: { zh: '是否题', en: 'Yes/no question' }, kind: 'boolean-fact' },
    {
      name: 'answer',
      label: { zh: '不得分的答案', en: 'Answer without points' },
      kind: 'truth',
      initial: false,
      optional: true,
    },
    reason,
  ],
  write: (params, context, existing) => {
    const condition = answered(params);
    const more = params.reason ? { reason: params.reason } : {};
    return writeFixed({ condition, points: context.line.points, ...more }, 'none', context, existing);
  },
  read: ([rule], context) => {
    if (!rule || !takesAll(rule, context)) return undefined;
    const [only, ...others] = conjuncts(rule.conditions);
    if (!only || others.length > 0 || !('fact' in only) || only.path !== undefined) return undefined;
    if (only.operator !== 'equal' || typeof only.value !== 'boolean') return undefined;
    const params = { fact: only.fact, answer: only.value };
    return { ...params, ...ownReason(rule, madeReason(answered(params), context.dictionary)) };
  },
  sentence: (params, { dictionary }) => fixedSentence(answered(params), dictionary, nothing),
};
