/** Owns the few words of a cell of the decision table. */
import type { Comparison, FactReference, FactType, OperatorId, RuleEvent, Scalar } from '@yimen/config';
import type { TFunction } from 'i18next';
import { type FactDictionary, operandAt } from '../fact-dictionary';

export interface CellSpeech {
  readonly t: TFunction;
  readonly language: 'zh' | 'en';
  readonly dictionary: FactDictionary;
}

const signs: Partial<Record<OperatorId, string>> = {
  equal: '=',
  notEqual: '≠',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
};

/** What a row asks of the fact that its column is about. */
export function cellWords(comparison: Comparison, speech: CellSpeech): string {
  const { operator, value, ...reference } = comparison;
  const type = operandAt(reference, speech.dictionary)?.type;
  const words = valueWords(value, reference, type, speech);
  if (type?.kind === 'number' && signs[operator]) return `${signs[operator]} ${words}`;
  if (operator === 'equal' || operator === 'in') return words;
  if (operator === 'notEqual' || operator === 'notIn') return speech.t('studioRules.cell.not', { words });
  if (operator === 'contains') return speech.t('studioRules.cell.has', { words });
  if (operator === 'doesNotContain') return speech.t('studioRules.cell.lacks', { words });
  return `${signs[operator] ?? ''} ${words}`;
}

function valueWords(
  value: Comparison['value'],
  left: FactReference,
  type: FactType | undefined,
  speech: CellSpeech,
): string {
  if (Array.isArray(value))
    return value.map((each) => scalarWords(each, left, type, speech)).join(speech.t('form.comma'));
  if (typeof value === 'object')
    return speech.t('studioRules.cell.fact', { title: factWords(value as FactReference, speech) });
  return scalarWords(value, left, type, speech);
}

function scalarWords(value: Scalar, left: FactReference, type: FactType | undefined, speech: CellSpeech): string {
  const { t, language, dictionary } = speech;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number')
    return `${value}${unitWords(operandAt(left, dictionary)?.unit[language] ?? '', language)}`;
  if (type?.kind === 'text' && type.areas) return dictionary.areas?.get(value)?.[language] ?? t('form.areas.unknown');
  const choices = type?.kind === 'choice' || type?.kind === 'checklist' ? type.choices : [];
  return choices.find(({ id }) => id === value)?.title[language] ?? value;
}

const unitWords = (unit: string, language: 'zh' | 'en'): string =>
  language === 'en' && unit !== '' ? ` ${unit}` : unit;

/** A fact by its title, and of a table or record which part. */
export function factWords(reference: FactReference, { t, language, dictionary }: CellSpeech): string {
  const whole = dictionary.facts.get(reference.fact)?.title[language] ?? reference.fact;
  if (reference.path === undefined) return whole;
  const part = operandAt(reference, dictionary)?.title[language] ?? reference.path;
  const row = /^(\d{1,3})\./u.exec(reference.path)?.[1];
  return row === undefined
    ? t('studioRules.cell.part', { whole, part })
    : t('studioRules.cell.row-part', { whole, part, row: Number(row) + 1 });
}

/** By when a disposition is due. */
export function dueWords(event: RuleEvent, speech: CellSpeech): string | undefined {
  const days = event.params && 'dueInWorkingDays' in event.params ? event.params.dueInWorkingDays : undefined;
  if (days === undefined) return undefined;
  if (typeof days !== 'number') return speech.t('studioRules.cell.due-fact', { title: factWords(days, speech) });
  return days === 0 ? speech.t('studioRules.cell.due-today') : speech.t('studioRules.cell.due-days', { count: days });
}

/** The papers that a rule asks for. */
export function papersWords(event: RuleEvent, handedIn: string, speech: CellSpeech): string {
  const papers = event.params && 'papers' in event.params ? event.params.papers : [];
  if (!Array.isArray(papers))
    return speech.t('studioRules.cell.papers-fact', { title: factWords(papers as FactReference, speech) });
  const type = speech.dictionary.facts.get(handedIn)?.type;
  const choices = type?.kind === 'checklist' ? type.choices : [];
  const titles = papers.map((id: string) => choices.find((choice) => choice.id === id)?.title[speech.language] ?? id);
  return titles.join(speech.t('form.comma'));
}
