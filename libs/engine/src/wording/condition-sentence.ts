/** Owns what a condition means in words. */
import type { Comparison, Condition, FactReference, FactType, LocalizedText, OperatorId, Scalar } from '@yimen/config';
import { operators } from '../catalogue/operators.js';
import { isComparison, isReference } from '../rule/condition.js';
import type { Dictionary } from './dictionary.js';
import { both, type Language, listed, measured, noUnit, quoted, truth } from './words.js';

/** Where a phrase stands: inside another kind of group it needs brackets. */
type Within = 'top' | 'all' | 'any';

const joints: Readonly<Record<Language, Readonly<Record<'all' | 'any', string>>>> = {
  zh: { all: '，且', any: '，或' },
  en: { all: ' and ', any: ' or ' },
};
const brackets: Readonly<Record<Language, readonly [string, string]>> = { zh: ['（', '）'], en: ['(', ')'] };
const unfinished: LocalizedText = { zh: '（条件还没有写完）', en: '(a condition that is not finished)' };

export const unknownArea: LocalizedText = { zh: '某个区域', en: 'a certain area' };

/** `not` over one of these is the other, whatever the fact; over any other operator it is not, where there is no answer. */
const opposites: Partial<Record<OperatorId, OperatorId>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
};

/** The words of a condition, by the titles of its facts and choices. Never throws, whatever it is given. */
export const conditionSentence = (condition: Condition, dictionary: Dictionary): LocalizedText =>
  both((language) => phrase(condition, { dictionary, language }, 'top'));

interface Speech {
  readonly dictionary: Dictionary;
  readonly language: Language;
}

function phrase(condition: Condition, speech: Speech, within: Within): string {
  if (typeof condition !== 'object' || condition === null) return unfinished[speech.language];
  if ('all' in condition) return groupPhrase('all', condition.all, speech, within);
  if ('any' in condition) return groupPhrase('any', condition.any, speech, within);
  if ('not' in condition) return notPhrase(condition.not, speech, within);
  if ('condition' in condition) return namedPhrase(condition.condition, true, speech);
  return isComparison(condition) ? comparisonPhrase(condition, speech) : unfinished[speech.language];
}

function groupPhrase(kind: 'all' | 'any', inner: readonly Condition[], speech: Speech, within: Within): string {
  const { language } = speech;
  if (!Array.isArray(inner) || inner.length === 0) return unfinished[language];
  if (inner.length === 1) return phrase(inner[0] as Condition, speech, within);
  const words = inner.map((each) => phrase(each, speech, kind)).join(joints[language][kind]);
  return within === 'top' || within === kind ? words : brackets[language].join(words);
}

function notPhrase(inner: Condition, speech: Speech, within: Within): string {
  if (typeof inner !== 'object' || inner === null) return unfinished[speech.language];
  if ('not' in inner) return phrase(inner.not, speech, within);
  if ('condition' in inner) return namedPhrase(inner.condition, false, speech);
  const opposite = isComparison(inner) ? opposites[inner.operator] : undefined;
  if (opposite) return comparisonPhrase({ ...(inner as Comparison), operator: opposite }, speech);
  const words = brackets[speech.language].join(phrase(inner, speech, 'top'));
  return speech.language === 'zh' ? `不满足${words}` : `not ${words}`;
}

function namedPhrase(id: string, holds: boolean, { dictionary, language }: Speech): string {
  const name = quoted(dictionary.conditions.get(id)?.[language] ?? id, language);
  if (language === 'zh') return `${holds ? '符合' : '不符合'}${name}`;
  return `${name} ${holds ? 'holds' : 'does not hold'}`;
}

/** Whether a value names a fact, as documents under edit may not. */
export function isSound(value: unknown): value is FactReference {
  const { fact, path } = (value ?? {}) as Partial<Record<'fact' | 'path', unknown>>;
  return typeof fact === 'string' && (path === undefined || typeof path === 'string');
}

function comparisonPhrase({ fact, path, operator, value }: Comparison, speech: Speech): string {
  const { language } = speech;
  if (!isSound({ fact, path })) return unfinished[language];
  const reference = path === undefined ? { fact } : { fact, path };
  const type = typeAt(reference, speech.dictionary);
  const left = factPhrase(reference, speech);
  const right = valuePhrase(value, reference, type, speech);
  if (right === undefined) return unfinished[language];
  const verb = verbOf(operator, isNumeric(type, value), language);
  return language === 'zh' ? `${left}${verb}${right}` : `${left} ${verb} ${right}`;
}

const isNumeric = (type: FactType | undefined, value: Comparison['value']): boolean =>
  type ? type.kind === 'number' : typeof value === 'number';

const plainVerbs: Readonly<Record<Language, Partial<Record<OperatorId, string>>>> = {
  zh: { equal: '为', notEqual: '不为' },
  en: { equal: 'is', notEqual: 'is not' },
};

/** The operator's label; what is not a number simply is or is not. */
function verbOf(operator: OperatorId, numeric: boolean, language: Language): string {
  const plain = numeric ? undefined : plainVerbs[language][operator];
  return plain ?? operators.get(operator)?.label[language] ?? String(operator);
}

/** A fact, or a part of it, by its title. */
export function factPhrase({ fact, path }: FactReference, { dictionary, language }: Speech): string {
  const entry = dictionary.facts.get(fact);
  const name = quoted(entry?.title[language] ?? fact, language);
  if (path === undefined) return name;
  const keys = path.split('.');
  const column = keys.at(-1) as string;
  const columns = entry?.type?.kind === 'record' || entry?.type?.kind === 'rows' ? entry.type.columns : undefined;
  const part = quoted(columns?.get(column)?.title[language] ?? column, language);
  const row = keys.length > 1 ? Number(keys[0]) + 1 : undefined;
  if (language === 'zh') return row === undefined ? `${name}的${part}` : `${name}第${row}行的${part}`;
  return row === undefined ? `${part} of ${name}` : `${part} in row ${row} of ${name}`;
}

function typeAt({ fact, path }: FactReference, dictionary: Dictionary): FactType | undefined {
  const type = dictionary.facts.get(fact)?.type;
  if (path === undefined) return type;
  const column = path.split('.').at(-1) as string;
  return type?.kind === 'record' || type?.kind === 'rows' ? type.columns.get(column)?.type : undefined;
}

function valuePhrase(
  value: Comparison['value'],
  left: FactReference,
  type: FactType | undefined,
  speech: Speech,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value))
    return value.map((each) => scalarPhrase(each, left, type, speech)).join(speech.language === 'zh' ? '、' : ', ');
  if (isReference(value)) return isSound(value) ? factPhrase(value, speech) : undefined;
  return scalarPhrase(value as Scalar, left, type, speech);
}

function scalarPhrase(
  value: Scalar,
  { fact, path }: FactReference,
  type: FactType | undefined,
  speech: Speech,
): string {
  const { dictionary, language } = speech;
  if (typeof value === 'boolean') return listed([truth(value, language)], language);
  if (typeof value === 'number') {
    const column = path?.split('.').at(-1);
    const unit =
      column === undefined ? dictionary.facts.get(fact)?.unit : dictionary.columnUnits.get(`${fact}.${column}`);
    return measured(value, unit ?? noUnit, language);
  }
  if (type?.kind === 'text' && type.areas) return areaPhrase(value, speech);
  const choices = type?.kind === 'choice' || type?.kind === 'checklist' ? type.choices : [];
  return quoted(choices.find(({ id }) => id === value)?.title[language] ?? String(value), language);
}

/** An area by its name; one that is not known stays nameless. */
function areaPhrase(id: string, { dictionary, language }: Speech): string {
  const name = dictionary.areas?.get(id)?.[language];
  return name === undefined ? unknownArea[language] : quoted(name, language);
}
