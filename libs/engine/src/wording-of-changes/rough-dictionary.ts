/** Owns what can be told of facts and lists from documents that need not make an edition. */
import {
  areaLevels,
  type Choice,
  type Column,
  type Documents,
  type FactType,
  isObject,
  type List,
  type LocalizedText,
} from '@yimen/config';
import type { Dictionary, FactEntry } from '../wording/dictionary.js';
import { noUnit } from '../wording/words.js';
import { arrayAt, objectAt, ownAt, textIn, wordOf } from './text.js';

type Lists = ReadonlyMap<string, List>;

/** Titles, choices and units of all that documents ask and compute; formulas are left without a type. */
export function roughDictionary(documents: Documents): Dictionary {
  const contents = Object.entries(documents);
  const lists = new Map(contents.flatMap(([path, content]) => listsIn(path, content).map((list) => [list.id, list])));
  const forms = contents.filter(([path]) => path.startsWith('forms/'));
  const asked = forms.flatMap(([, form]) => questionsOf(form).map((question) => questionEntry(question, form, lists)));
  const computed = contents.flatMap(([, content]) => arrayAt(content, 'facts').flatMap(computedEntry));
  const units = forms.flatMap(([, form]) => questionsOf(form).flatMap((question) => columnUnits(question, form)));
  return {
    facts: new Map([...computed, ...asked].map((entry) => [entry.id, entry])),
    conditions: new Map(contents.flatMap(([, content]) => namedIn(content))),
    lists,
    columnUnits: new Map(units),
  };
}

interface Question {
  readonly id: string;
  readonly schema: unknown;
}

/** Every question of a form, in whatever branch. */
function questionsOf(form: unknown): Question[] {
  const questions: Question[] = [];
  const groups: unknown[] = [ownAt(form, 'schema')];
  for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
    for (const [id, schema] of Object.entries(objectAt(group, 'properties'))) questions.push({ id, schema });
    groups.push(...arrayAt(group, 'allOf').map((branch) => objectAt(branch, 'then')));
  }
  return questions;
}

function questionEntry({ id, schema }: Question, form: unknown, lists: Lists): FactEntry {
  const type = typeOf(schema, id, form, lists);
  const entry = { id, origin: 'form', title: titleOf(schema, id, form), unit: unitOf(schema, id, form) } as const;
  return { ...entry, ...(type && { type }), blank: false, personal: false, askedWhen: [] };
}

/** Chinese from the schema, English from the form's texts. */
function titleOf(schema: unknown, key: string, form: unknown): LocalizedText {
  const title = textIn(ownAt(schema, 'title')) ?? textIn(key) ?? { zh: '', en: '' };
  return { zh: title.zh, en: textIn(englishOf(form, key).title)?.zh ?? title.en };
}

export const englishOf = (form: unknown, key: string): Readonly<Record<string, unknown>> =>
  objectAt(objectAt(objectAt(form, 'texts'), key), 'en');

function unitOf(schema: unknown, key: string, form: unknown): LocalizedText {
  const unit = textIn(ownAt(schema, 'x-unit'));
  return unit ? { zh: unit.zh, en: textIn(englishOf(form, key).unit)?.zh ?? '' } : noUnit;
}

function columnUnits({ id, schema }: Question, form: unknown): [string, LocalizedText][] {
  const columns = Object.entries(objectAt(objectAt(schema, 'items'), 'properties'));
  return columns.map(([column, cell]) => [`${id}.${column}`, unitOf(cell, `${id}.${column}`, form)]);
}

function typeOf(schema: unknown, key: string, form: unknown, lists: Lists): FactType | undefined {
  const type = ownAt(schema, 'type');
  const items = ownAt(schema, 'items');
  if (type === 'boolean') return { kind: 'boolean' };
  if (type === 'number' || type === 'integer') return { kind: 'number', integer: type === 'integer' };
  const choices = choicesOf(schema, key, form, lists);
  if (choices) return { kind: 'choice', choices };
  if (type === 'string') return { kind: 'text', ...(ownAt(schema, 'format') === 'area' ? { areas: areaLevels } : {}) };
  if (ownAt(items, 'format') === 'file') return { kind: 'files', least: 0, most: 0, accept: [] };
  if (isObject(ownAt(items, 'properties'))) return { kind: 'rows', columns: columnsOf(items, key, form, lists) };
  const ticked = choicesOf(items, key, form, lists);
  return ticked && { kind: 'checklist', choices: ticked };
}

function columnsOf(items: unknown, key: string, form: unknown, lists: Lists): Map<string, Column> {
  const cells = Object.entries(objectAt(items, 'properties'));
  return new Map(
    cells.flatMap(([id, cell]) => {
      const type = typeOf(cell, `${key}.${id}`, form, lists);
      return type ? [[id, { id, title: titleOf(cell, `${key}.${id}`, form), type, required: true }]] : [];
    }),
  );
}

/** The choices of a question: a list's, or its own, or both. */
function choicesOf(schema: unknown, key: string, form: unknown, lists: Lists): Choice[] | undefined {
  const listed = ownAt(schema, '$ref');
  const options = typeof listed === 'string' ? [schema] : arrayAt(schema, 'oneOf');
  if (options.length === 0) return undefined;
  return options.flatMap((option): readonly Choice[] => {
    const reference = ownAt(option, '$ref');
    if (typeof reference === 'string') return lists.get(reference.replace(/^list:/, ''))?.choices ?? [];
    const id = wordOf(ownAt(option, 'const'));
    return [{ id, title: titleOf(option, `${key}.${id}`, form), required: true }];
  });
}

function listsIn(document: string, content: unknown): List[] {
  return arrayAt(content, 'lists').flatMap((list, index) => {
    const id = ownAt(list, 'id');
    if (typeof id !== 'string') return [];
    const rows = arrayAt(list, 'rows').flatMap((row) => {
      const rowId = ownAt(row, 'id');
      if (typeof rowId !== 'string') return [];
      return [{ id: rowId, title: named(row, rowId), required: ownAt(row, 'required') !== false, cells: {} }];
    });
    const place = { document, pointer: `/lists/${index}` };
    return [{ id, title: named(list, id), columns: new Map<string, Column>(), rows, choices: rows, ...place }];
  });
}

function computedEntry(fact: unknown): FactEntry[] {
  const [id, formula] = [ownAt(fact, 'id'), ownAt(fact, 'formula')];
  if (typeof id !== 'string') return [];
  const unit = textIn(ownAt(fact, 'unit'));
  const entry = {
    id,
    origin: 'formula',
    title: named(fact, id),
    unit: unit ? { zh: unit.zh, en: '' } : noUnit,
  } as const;
  const more = typeof formula === 'string' ? { formula } : {};
  return [{ ...entry, ...more, blank: false, personal: false, askedWhen: [] }];
}

const namedIn = (content: unknown): [string, LocalizedText][] =>
  isObject(ownAt(content, 'indicators'))
    ? []
    : Object.entries(objectAt(content, 'conditions')).map(([id, condition]) => [id, named(condition, id)]);

const named = (value: unknown, id: string): LocalizedText => textIn(ownAt(value, 'title')) ?? { zh: id, en: id };
