/** Owns how single values of documents are put into words: by what they mean, never by their ids. */
import { type Condition, formats, isObject, type LocalizedText } from '@yimen/config';
import { functions } from '../catalogue/functions.js';
import { kindName } from '../formula/type.js';
import { conditionSentence, unknownArea } from '../wording/condition-sentence.js';
import { both, truth, writtenNumber } from '../wording/words.js';
import { arrayAt, calledById, joined, listedTexts, objectAt, ownAt, quotedText, same, textIn, wordOf } from './text.js';
import { documentTitle, manifestOf, type View } from './view.js';

/** The words of a value in a state of the documents; undefined: there are none, or it is not such a value. */
export type Print = (value: unknown, view: View) => LocalizedText | undefined;

/** Words that need nothing but the value. */
export type PlainPrint = (value: unknown) => LocalizedText | undefined;

export const plain: PlainPrint = (value) => (typeof value === 'number' ? same(writtenNumber(value)) : textIn(value));
export const quoted: PlainPrint = (value) => {
  const text = textIn(value);
  return text && quotedText(text);
};
export const yesNo: PlainPrint = (value) =>
  typeof value === 'boolean' ? both((language) => truth(value, language)) : undefined;

/** One of a few words. */
export const oneOf =
  (words: Readonly<Record<string, LocalizedText>>): PlainPrint =>
  (value) =>
    Object.hasOwn(words, wordOf(value)) ? words[wordOf(value)] : plain(value);

/** Each item of an array. */
export const each =
  (print: Print): Print =>
  (value, view) => {
    if (!Array.isArray(value) || value.length === 0) return undefined;
    return joined(
      value.map((item) => print(item, view) ?? same('…')),
      { zh: '、', en: ', ' },
    );
  };

export const condition: Print = (value, view) =>
  isObject(value) ? conditionSentence(value as Condition, view.dictionary()) : undefined;

/** The `if` of a branch, as the condition under which its questions are asked. */
export const asked: Print = (value, view) => {
  const tests = Object.entries(objectAt(value, 'properties')).flatMap(([fact, test]) =>
    isObject(test)
      ? Object.entries(test).map(([key, expected]) => ({ fact, operator: operatorOf[key] ?? key, value: expected }))
      : [],
  );
  return tests.length > 0 ? condition({ all: tests }, view) : undefined;
};

const operatorOf: Readonly<Record<string, string>> = {
  const: 'equal',
  enum: 'in',
  minimum: 'greaterThanInclusive',
  maximum: 'lessThanInclusive',
  exclusiveMinimum: 'greaterThan',
  exclusiveMaximum: 'lessThan',
};

export const fact: Print = (value, { names }) =>
  typeof value === 'string' ? quotedText(names.facts.get(value)?.title ?? calledById(value)) : undefined;
export const list: Print = (value, { names }) =>
  typeof value === 'string' ? quotedText(names.lists.get(value)?.title ?? calledById(value)) : undefined;
export const listReference: Print = (value, view) =>
  typeof value === 'string' ? list(value.replace(/^list:/, ''), view) : undefined;
export const form: Print = (value, view) =>
  typeof value === 'string' ? quotedText(documentTitle(view, 'form', value) ?? calledById(value)) : undefined;
export const category: Print = (value, view) =>
  typeof value === 'string' ? quotedText(documentTitle(view, 'category', value) ?? calledById(value)) : undefined;
export const calendar: Print = (value, view) =>
  typeof value === 'string' ? quotedText(documentTitle(view, 'calendar', value) ?? calledById(value)) : undefined;

/** A grade by its title. */
export const grade: Print = (value, view) => {
  const band = arrayAt(manifestOf(view), 'bands').find((each) => ownAt(each, 'id') === value);
  return quoted(ownAt(band, 'title') ?? value);
};

/** What a desk does, as the desk calls it. */
export const disposition: Print = (value, { documents }) => {
  const desk = Object.values(documents).find((content) => isObject(ownAt(content, 'dispositions')));
  return quoted(ownAt(objectAt(objectAt(desk, 'dispositions'), wordOf(value)), 'title') ?? value);
};

/** A row of a list by its title. */
export const rowOf =
  (listId: unknown): Print =>
  (value, { names }) => {
    const row = names.lists.get(wordOf(listId))?.rows.find(({ id }) => id === value);
    return typeof value === 'string' ? quotedText(row?.title ?? calledById(value)) : undefined;
  };

/** An answer to a question, as people read it. */
export const answerTo =
  (factId: string): Print =>
  (value, { names }) => {
    const type = names.facts.get(factId)?.type;
    if (type?.kind === 'text' && type.areas && typeof value === 'string')
      return quotedText(names.areas?.get(value) ?? unknownArea);
    const choices = type?.kind === 'choice' || type?.kind === 'checklist' ? type.choices : [];
    const item = (id: unknown): LocalizedText => choices.find((choice) => choice.id === id)?.title ?? calledById(id);
    if (typeof value === 'boolean') return yesNo(value);
    if (typeof value === 'string') return quotedText(item(value));
    if (!Array.isArray(value)) return plain(value);
    if (value.length === 0) return { zh: '一项也没有', en: 'nothing' };
    if (value.every((each) => typeof each === 'string')) return listedTexts(value.map(item));
    return { zh: `${value.length} 行`, en: `${value.length} row(s)` };
  };

/** A formula with titles for what it names; what is called keeps its name. */
export const formula: Print = (value, view) => {
  if (typeof value !== 'string' || value === '') return undefined;
  const { facts, lists } = view.names;
  const columns = columnTitles(view);
  const choices = choiceTitles(view);
  return both((language) =>
    value.replace(/"([^"]*)"|([A-Za-z][A-Za-z0-9_]*)/gu, (whole, literal: string | undefined, name: string) => {
      if (literal !== undefined) return `"${choices.get(literal)?.[language] ?? literal}"`;
      if (functions.has(name)) return whole;
      return (facts.get(name)?.title ?? lists.get(name)?.title ?? columns.get(name))?.[language] ?? whole;
    }),
  );
};

function columnTitles({ names, documents }: View): Map<string, LocalizedText> {
  const types = [...names.facts.values()].flatMap(({ type }) => (type?.kind === 'rows' ? [...type.columns] : []));
  const listed = Object.values(documents)
    .flatMap((content) => arrayAt(content, 'lists'))
    .flatMap((each) => arrayAt(each, 'columns'))
    .map((column): [string, LocalizedText] => [
      wordOf(ownAt(column, 'id')),
      textIn(ownAt(column, 'title')) ?? calledById(ownAt(column, 'id')),
    ]);
  return new Map([...types.map(([id, { title }]): [string, LocalizedText] => [id, title]), ...listed]);
}

function choiceTitles({ names }: View): Map<string, LocalizedText> {
  const asked = [...names.facts.values()].flatMap(({ type }) =>
    type?.kind === 'choice' || type?.kind === 'checklist' ? type.choices : [],
  );
  return new Map(
    [...asked, ...[...names.lists.values()].flatMap(({ choices }) => choices)].map(({ id, title }) => [id, title]),
  );
}

/** A reason as written, with titles inside its placeholders. */
export const reason: Print = (value, view) => {
  const text = textIn(value);
  if (!text) return undefined;
  return both((language) => {
    const words = text[language].replace(
      /\{([^{}]*)\}/gu,
      (_whole, inside: string) => `{${formula(inside, view)?.[language] ?? inside}}`,
    );
    return language === 'zh' ? `“${words}”` : `"${words}"`;
  });
};

/** The kind of a question or a column. */
export const kind: PlainPrint = (value) => {
  const word = kindWords[wordOf(value)];
  return word ?? (value === undefined ? undefined : plain(value));
};

const kindWords: Readonly<Record<string, LocalizedText>> = {
  boolean: kindName('boolean'),
  number: kindName('number'),
  integer: { zh: '整数', en: 'whole number' },
  string: kindName('text'),
  text: kindName('text'),
  choice: kindName('choice'),
  checklist: kindName('checklist'),
  array: { zh: '多项', en: 'several' },
};

export const format: PlainPrint = (value) => {
  const known = Object.values(formats).find(({ id }) => id === value);
  return known?.label ?? plain(value);
};
