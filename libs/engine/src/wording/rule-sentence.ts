/** Owns what a rule means in words: when what happens, whoever wrote it. */
import type { Condition, FactReference, LocalizedText, RuleEvent } from '@yimen/config';
import { events } from '../catalogue/events.js';
import { conditionSentence, factPhrase } from './condition-sentence.js';
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
  const params = event.params as { readonly each?: FactReference } | undefined;
  const only = soleComparison(conditions);
  if (!only || !params?.each || params.each.path !== undefined || !('fact' in only)) return false;
  return (
    only.fact === params.each.fact && only.path === undefined && only.operator === 'greaterThan' && only.value === 0
  );
}

function soleComparison(condition: Condition | undefined): Condition | undefined {
  if (typeof condition !== 'object' || condition === null) return undefined;
  if ('all' in condition) return condition.all?.length === 1 ? soleComparison(condition.all[0]) : undefined;
  if ('any' in condition) return condition.any?.length === 1 ? soleComparison(condition.any[0]) : undefined;
  return condition;
}

function eventPhrase(event: RuleEvent | undefined, speech: Speech): string | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  if (event.type === 'award' || event.type === 'deduct') return amountPhrase(event, speech);
  if (event.type === 'require') return papersPhrase(event.params?.papers, speech);
  return dispositionPhrase(event, speech);
}

function amountPhrase(event: Extract<RuleEvent, { type: 'award' | 'deduct' }>, speech: Speech): string | undefined {
  const { language, place, dictionary } = speech;
  const params = event.params as
    | { points?: number; each?: FactReference; share?: FactReference; cap?: number }
    | undefined;
  const fact = params?.share ?? params?.each;
  const amount = params?.share ? ('points' in place ? place.points : undefined) : params?.points;
  if (!params || amount === undefined) return undefined;
  const moved = movedPhrase(event.type, points(amount, language), language);
  const cap = params.cap === undefined ? '' : capPhrase(event.type, params.cap, language);
  if (!fact) return moved + cap;
  const name = factPhrase(fact, speech);
  if (params.share) return (language === 'zh' ? `按${name}的比例${moved}` : `${moved}, times ${name}`) + cap;
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
  const days = (event.params as { dueInWorkingDays?: number | FactReference } | undefined)?.dueInWorkingDays;
  if (title === undefined) return undefined;
  if (days === undefined) return title;
  if (typeof days === 'number') {
    if (language === 'zh') return days === 0 ? `${title}，当日办结` : `${title}，${days}个工作日内办结`;
    return days === 0
      ? `${title}, due the same day`
      : `${title}, due in ${days} working ${days === 1 ? 'day' : 'days'}`;
  }
  const name = factPhrase(days, { dictionary, language });
  return language === 'zh' ? `${title}，办结的工作日数为${name}` : `${title}, due in as many working days as ${name}`;
}

function papersPhrase(papers: readonly string[] | FactReference | undefined, speech: Speech): string | undefined {
  const { language, place, dictionary } = speech;
  if (papers === undefined || papers === null) return undefined;
  if (!Array.isArray(papers)) {
    const name = factPhrase(papers as FactReference, speech);
    return language === 'zh' ? `需要交${name}所列的材料` : `the papers of ${name} are required`;
  }
  const type = 'handedIn' in place ? dictionary.facts.get(place.handedIn)?.type : undefined;
  const choices = type?.kind === 'checklist' ? type.choices : [];
  const titles = papers.map((id: string) => choices.find((choice) => choice.id === id)?.title[language] ?? id);
  return language === 'zh' ? `需要交${listed(titles, 'zh')}` : `required: ${listed(titles, 'en')}`;
}
