/** Owns naming a place of a draft by the titles on the way to it. Pure. */
import { isObject, kindOfContent, kindOfPath, type LocalizedText } from '@yimen/config';
import type { Documents } from '../draft/draft-state';
import { type Place, roomOfKind } from '../draft/place';

/** A title of the draft's own, or a word for something that has none, with its number among its kind. */
export type Crumb =
  | { readonly title: LocalizedText }
  | { readonly part: Part; readonly number?: number }
  | { readonly room: Room };

type Room = 'basics' | 'table' | 'desk' | 'forms' | 'lists' | 'formulas' | 'cases' | 'calendar' | 'other';

/** What is called by what it is: items without a title, and fields. */
export const parts = {
  rules: 'rule',
  bands: 'band',
  clauses: 'clause',
  steps: 'step',
  rows: 'row',
  columns: 'column',
  allOf: 'asking',
  years: 'year',
  holidays: 'holiday',
  points: 'points',
  formula: 'formula',
  reason: 'reason',
  clause: 'citation',
  conditions: 'condition',
  event: 'consequence',
  appliesWhen: 'applies',
  expect: 'expected',
  standard: 'standard',
  effectiveFrom: 'effective',
  source: 'source',
  forms: 'forms',
  categories: 'categories',
  calendar: 'calendar',
  dispositions: 'dispositions',
  department: 'department',
  handedIn: 'papers',
  needs: 'needs',
  pattern: 'pattern',
  title: 'title',
  texts: 'english',
  unit: 'unit',
  oneOf: 'choices',
  workdays: 'workdays',
} as const;
export type Part = (typeof parts)[keyof typeof parts];

/** From the outermost to the innermost. Of a document that is gone, or broken, as far as it is known. */
export function trailOf({ document, pointer }: Place, documents: Documents): Crumb[] {
  const content = documents[document];
  const kind = kindOfPath(document) ?? kindOfContent(content);
  const crumbs: Crumb[] = [{ room: kind ? roomOfKind[kind] : 'other' }];
  const own = titleOf(content);
  if (own && (kind === 'form' || kind === 'category')) crumbs.push({ title: own });
  let [value, holder]: [unknown, string] = [content, ''];
  for (const key of keysOf(pointer)) {
    const inside = childOf(value, key);
    const crumb = crumbOf(inside, key, holder, Array.isArray(value));
    if (crumb) crumbs.push(crumb);
    [value, holder] = [inside, key];
  }
  return crumbs;
}

const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

const childOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

function crumbOf(value: unknown, key: string, holder: string, listed: boolean): Crumb | undefined {
  const title = titleOf(value);
  if (title) return { title };
  const part = Object.hasOwn(parts, listed ? holder : key)
    ? parts[(listed ? holder : key) as keyof typeof parts]
    : undefined;
  if (listed) return itemCrumb(value, key, holder, part);
  return part && !numbered.has(part) ? { part } : undefined;
}

/** Parts that only their items are named by. */
const numbered: ReadonlySet<Part> = new Set([
  'rule',
  'band',
  'clause',
  'step',
  'row',
  'column',
  'asking',
  'year',
  'holiday',
]);

function itemCrumb(value: unknown, key: string, holder: string, part: Part | undefined): Crumb | undefined {
  const id = isObject(value) ? value.id : undefined;
  // A case is known by its name, a clause by its number.
  if (typeof id === 'string' && (holder === '' || holder === 'clauses')) return { title: { zh: id, en: id } };
  return part && numbered.has(part) ? { part, number: Number(key) + 1 } : undefined;
}

/** What a thing calls itself; the questions of forms are titled in Chinese. */
function titleOf(value: unknown): LocalizedText | undefined {
  if (!isObject(value)) return undefined;
  for (const text of [value.title, value.name]) {
    if (typeof text === 'string' && text !== '') return { zh: text, en: text };
    if (isObject(text) && typeof text.zh === 'string' && text.zh !== '')
      return { zh: text.zh, en: typeof text.en === 'string' && text.en !== '' ? text.en : text.zh };
  }
  return undefined;
}
