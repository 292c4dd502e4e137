/** Owns what is told of a thing that was added: enough to judge it by. */
import { isObject, type LocalizedText, type Step } from '@yimen/config';
import type { RuleDeclaration } from '../wording/declaration.js';
import { type RulePlace, ruleSentence } from '../wording/rule-sentence.js';
import { both, points } from '../wording/words.js';
import { fieldIn } from './fields.js';
import { placeOf } from './place.js';
import * as print from './print.js';
import { fieldValue } from './tell.js';
import {
  arrayAt,
  calledById,
  joined,
  listedTexts,
  objectAt,
  ownAt,
  pause,
  phrases,
  same,
  textIn,
  wordOf,
} from './text.js';
import { foundAt, kindOf, type View } from './view.js';

/** What a thing at a place holds, phrase by phrase. */
export function digestOf(view: View, document: string, path: readonly Step[], value: unknown): LocalizedText[] {
  const { holder } = placeOf(view, document, path);
  const digest = Object.hasOwn(digests, holder) ? digests[holder] : undefined;
  const told = digest?.(value, { view, document, path }) ?? [];
  return told.filter((words) => words !== undefined);
}

interface At {
  readonly view: View;
  readonly document: string;
  readonly path: readonly Step[];
}
type Digest = (value: unknown, at: At) => readonly (LocalizedText | undefined)[];

const pointsOf = (value: unknown): LocalizedText | undefined => {
  const worth = ownAt(value, 'points');
  return typeof worth === 'number' ? both((language) => points(worth, language)) : undefined;
};

/** The fields of a thing under the given keys. */
const fieldsOf =
  (holder: string, ...keys: readonly string[]): Digest =>
  (value, { view }) =>
    keys.map((key) => fieldValue(fieldIn(holder, key.split('/')), at(value, key.split('/')), view));

const at = (value: unknown, keys: readonly string[]): unknown => keys.reduce<unknown>(ownAt, value);

const digests: Readonly<Record<string, Digest>> = {
  category: (value) => [pointsOf(value)],
  indicators: (value) => [pointsOf(value)],
  lines: (value, place) => [
    pointsOf(value),
    ...fieldsOf('lines', 'standard', 'starts', 'appliesWhen', 'needs')(value, place),
    ...arrayAt(value, 'rules').map((rule, index) =>
      ruleWords(rule, { ...place, path: [...place.path, { key: `${index}` }] }),
    ),
  ],
  rules: (value, place) => [ruleWords(value, place)],
  rows: (value, { view, document, path }) =>
    Object.entries(isObject(value) ? value : {})
      .filter(([key, cell]) => !['id', 'title'].includes(key) && !(key === 'required' && cell === true))
      .map(([key, cell]) => fieldValue(placeOf(view, document, [...path, { key }]).field, cell, view)),
  lists: (value) => [listWords(value)],
  columns: fieldsOf('columns', 'type', 'list'),
  facts: fieldsOf('facts', 'formula'),
  conditions: fieldsOf('conditions', 'conditions'),
  bands: (value) => [bandWords(value)],
  steps: fieldsOf('steps', 'questions'),
  schema: (value, place) => questionWords(value, place),
  'columns of rows': fieldsOf('schema', 'type', '$ref', 'items/$ref', 'minimum', 'maximum', 'x-unit'),
  clauses: fieldsOf('clauses', 'summary', 'none'),
  years: (value, place) => [holidayWords(value), ...fieldsOf('years', 'workdays')(value, place)],
  holidays: fieldsOf('holidays', 'days'),
  calendar: (value) => [
    joined(
      arrayAt(value, 'years').map((year) => calledById(ownAt(year, 'year'))),
      pause,
    ),
  ],
};

function listWords(list: unknown): LocalizedText {
  const rows = arrayAt(list, 'rows').map((row) => {
    const name = textIn(ownAt(row, 'title')) ?? calledById(ownAt(row, 'id'));
    return ownAt(row, 'required') === false ? { zh: `${name.zh}（可选）`, en: `${name.en} (optional)` } : name;
  });
  return joined([{ zh: `共 ${rows.length} 项：`, en: `${rows.length} row(s): ` }, joined(rows, pause)], same(''));
}

const questionKeys = [
  'type',
  '$ref',
  'items/$ref',
  'oneOf',
  'required',
  'askedWhen',
  'minimum',
  'maximum',
  'x-unit',
  'description',
];

/** Of a question that takes its choices from a list the list says its kind. */
function questionWords(value: unknown, place: At): readonly (LocalizedText | undefined)[] {
  const chooses = ownAt(value, '$ref') !== undefined || at(value, ['items', '$ref']) !== undefined;
  const keys = questionKeys.filter((key) => !(chooses && key === 'type'));
  const columns = Object.values(objectAt(objectAt(value, 'items'), 'properties')).flatMap(
    (cell) => textIn(ownAt(cell, 'title')) ?? [],
  );
  const personal = ownAt(value, 'x-personal') === true ? { zh: '个人信息', en: 'personal data' } : undefined;
  const listed =
    columns.length > 0 ? joined([{ zh: '列：', en: 'columns: ' }, listedTexts(columns)], same('')) : undefined;
  return [...fieldsOf('schema', ...keys)(value, place), listed, personal];
}

/** The sentence that a rule means, in its line or at its desk. */
export function ruleWords(rule: unknown, { view, document, path }: At): LocalizedText {
  return ruleSentence(rule as RuleDeclaration, view.dictionary(), rulePlace(view, document, path));
}

export function rulePlace(view: View, document: string, path: readonly Step[]): RulePlace {
  const content = view.documents[document];
  if (kindOf(view, document) === 'desk') {
    const handedIn = wordOf(ownAt(content, 'handedIn'));
    const dispositions = objectAt(content, 'dispositions') as Extract<RulePlace, { handedIn: string }>['dispositions'];
    return { dispositions, handedIn };
  }
  const line = path.findIndex((step) => 'key' in step && step.key === 'lines');
  const worth = line < 0 ? undefined : ownAt(foundAt(view, document, path.slice(0, line + 2)), 'points');
  return { points: typeof worth === 'number' ? worth : 0 };
}

/** The range of a grade. */
export function bandWords(band: unknown): LocalizedText {
  const end = (key: string, zh: string, en: string): LocalizedText[] => {
    const value = print.plain(ownAt(band, key));
    return value ? [{ zh: `${zh}${value.zh}`, en: `${en} ${value.en}` }] : [];
  };
  const ends = [
    ...end('from', '不低于', 'at least'),
    ...end('above', '高于', 'above'),
    ...end('upTo', '不高于', 'at most'),
    ...end('below', '低于', 'below'),
  ];
  return ends.length > 0 ? joined(ends, { zh: '、', en: ', ' }) : { zh: '没有范围', en: 'no range' };
}

function holidayWords(year: unknown): LocalizedText | undefined {
  const holidays = arrayAt(year, 'holidays').map((holiday) => {
    const name = textIn(ownAt(holiday, 'name')) ?? same('…');
    const days = arrayAt(holiday, 'days').map(String).join('、');
    return { zh: `${name.zh} ${days}`, en: `${name.en} ${days.replaceAll('、', ', ')}` };
  });
  return holidays.length > 0 ? phrases(holidays) : undefined;
}
