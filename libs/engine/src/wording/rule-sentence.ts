/** Owns what a rule means in words: when what happens, whoever wrote it. */
import type { Comparison, Condition, LocalizedText, RuleEvent } from '@yimen/config';
import { events } from '../catalogue/events.js';
import { isComparison } from '../rule/condition.js';
import { conditionSentence, factPhrase, isSound } from './condition-sentence.js';
import type { RuleDeclaration, TextDeclaration } from './declaration.js';
import type { Dictionary } from './dictionary.js';
import { both, type Language, listed, measured, noUnit, points } from './words.js';

/** Where a rule stands: in a line worth some points, or at a desk. */
export type RulePlace =
  | { readonly points: number }
  | {
      /** What the desk calls its dispositions, by event type. */
      readonly dispositions: Readonly<Record<string, { readonly title: TextDeclaration } | undefined>>;
      /** The checklist question of papers handed in. */
      readonly handedIn: string;
    };

interface Speech {
  readonly dictionary: Dictionary;
  readonly language: Language;
  readonly place: RulePlace;
}

const unfinished: LocalizedText = { zh: '（规则还没有写完）', en: '(a rule that is not finished)' };

/** The words of a rule. Never throws, whatever it is given. */
export function ruleSentence(rule: RuleDeclaration, dictionary: Dictionary, place: RulePlace): LocalizedText {
  if (typeof rule !== 'object' || rule === null) return unfinished;
  const when = conditionSentence(rule.conditions, dictionary);
  return both((language) => {
    const consequence = eventPhrase(rule.event, { dictionary, language, place });
    if (consequence === undefined) return unfinished[language];
    if (countsItsCondition(rule)) return consequence;
    return whenPhrase(when, consequence, language);
  });
}

/** A consequence under a condition that has been put into words. */
export const whenPhrase = (when: LocalizedText, consequence: string, language: Language): string =>
  language === 'zh' ? `${when.zh}时，${consequence}` : `When ${when.en}: ${consequence}`;

/** Whether the condition only says that there is something to count. */
function countsItsCondition({ conditions, event }: RuleDeclaration): boolean {
  const { each } = parametersOf(event);
  const only = soleComparison(conditions);
  if (!only || !isSound(each) || each.path !== undefined || only.path !== undefined) return false;
  return only.fact === each.fact && only.operator === 'greaterThan' && only.value === 0;
}

function soleComparison(condition: Condition | undefined): Comparison | undefined {
  if (typeof condition !== 'object' || condition === null) return undefined;
  const { all, any } = condition as Partial<Record<'all' | 'any', readonly Condition[]>>;
  const group = all ?? any;
  if (group) return group.length === 1 ? soleComparison(group[0]) : undefined;
  return isComparison(condition) ? condition : undefined;
}

/** An event's parameters, of which documents under edit may hold anything. */
const parametersOf = (event: RuleEvent | undefined): Readonly<Record<string, unknown>> =>
  (event?.params ?? {}) as Readonly<Record<string, unknown>>;

function eventPhrase(event: RuleEvent | undefined, speech: Speech): string | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  if (event.type === 'award' || event.type === 'deduct') return amountPhrase(event, speech);
  if (event.type === 'require') return papersPhrase(parametersOf(event).papers, speech);
  return dispositionPhrase(event, speech);
}

function amountPhrase(event: Extract<RuleEvent, { type: 'award' | 'deduct' }>, speech: Speech): string | undefined {
  const { language, place, dictionary } = speech;
  const { points: fixed, each, share, cap: most } = parametersOf(event);
  const amount = share === undefined ? fixed : 'points' in place ? place.points : undefined;
  const fact = share ?? each;
  if (typeof amount !== 'number' || (fact !== undefined && !isSound(fact))) return undefined;
  const moved = movedPhrase(event.type, points(amount, language), language);
  const cap = typeof most === 'number' ? capPhrase(event.type, most, language) : '';
  if (!fact) return moved + cap;
  const name = factPhrase(fact, speech);
  if (share) return (language === 'zh' ? `按${name}的比例${moved}` : `${moved}, times ${name}`) + cap;
  const unit = fact.path === undefined ? (dictionary.facts.get(fact.fact)?.unit ?? noUnit) : noUnit;
  return (language === 'zh' ? `${name}每${measured(1, unit, 'zh')}${moved}` : `${moved} for each 1 of ${name}`) + cap;
}

const movedPhrase = (type: 'award' | 'deduct', amount: string, language: Language): string => {
  if (language === 'zh') return `${type === 'award' ? '得' : '扣'}${amount}`;
  return type === 'award' ? amount : `${amount} off`;
};

/** What a cap says after an amount. */
export const capPhrase = (type: 'award' | 'deduct', cap: number, language: Language): string =>
  language === 'zh'
    ? `，最多${type === 'award' ? '得' : '扣'}${points(cap, 'zh')}`
    : `, at most ${points(cap, 'en')}${type === 'award' ? '' : ' off'}`;

function dispositionPhrase(event: RuleEvent, { language, place, dictionary }: Speech): string | undefined {
  const own = 'dispositions' in place ? place.dispositions[event.type]?.title : undefined;
  const title = (language === 'zh' ? own?.zh : (own?.en ?? own?.zh)) ?? events.get(event.type)?.label[language];
  const days = parametersOf(event).dueInWorkingDays;
  if (title === undefined) return undefined;
  if (days === 0) return language === 'zh' ? `${title}，当日办结` : `${title}, due the same day`;
  const number = isSound(days)
    ? factPhrase(days, { dictionary, language })
    : typeof days === 'number'
      ? String(days)
      : '';
  if (number === '') return title;
  if (language === 'zh') return `${title}，在${number}个工作日内办结`;
  return `${title}, due in ${number} working ${days === 1 ? 'day' : 'days'}`;
}

function papersPhrase(papers: unknown, speech: Speech): string | undefined {
  const { language, place, dictionary } = speech;
  if (isSound(papers)) {
    const name = factPhrase(papers, speech);
    return language === 'zh' ? `需要交${name}所列的材料` : `the papers of ${name} are required`;
  }
  if (!Array.isArray(papers)) return undefined;
  const type = 'handedIn' in place ? dictionary.facts.get(place.handedIn)?.type : undefined;
  const choices = type?.kind === 'checklist' ? type.choices : [];
  const titles = papers.map((id: unknown) => choices.find((choice) => choice.id === id)?.title[language] ?? String(id));
  return language === 'zh' ? `需要交${listed(titles, 'zh')}` : `required: ${listed(titles, 'en')}`;
}
