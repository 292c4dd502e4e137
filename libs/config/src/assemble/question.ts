/** Owns what a question's JSON Schema means as a type of fact. */

import type { Cell, Option, Question } from '../document/form.js';
import type { Choice, Column, FactType } from '../fact.js';
import { areaLevels } from '../form/areas.js';
import { fileKinds } from '../form/file-kinds.js';
import { listOf } from '../form/list-reference.js';
import { pointerTo } from '../json/pointer.js';
import type { Report } from '../report.js';
import { choicesOf } from './lists.js';

/** What questions refer to: the lists' choices and the English words of the form. */
export interface QuestionScope {
  readonly lists: ReadonlyMap<string, { readonly choices: readonly Choice[] }>;
  /** English title by `fact`, `fact.column`, `fact.choice` or `fact.column.choice`. */
  readonly english: (key: string) => string | undefined;
  readonly report: Report;
}

/** A question for an area yields a text. */
type QuestionKind = FactType['kind'] | 'area' | 'unsupported';
type AnyQuestion = Question | Cell;

const annotations = ['title', 'description', 'x-personal'];
const choosing = ['type', '$ref', 'oneOf'];

/** The keys each kind of question may have: any other has no meaning there. */
const allowed: Readonly<Record<Exclude<QuestionKind, 'record' | 'unsupported'>, readonly string[]>> = {
  boolean: ['type'],
  number: ['type', 'minimum', 'maximum', 'multipleOf', 'x-unit'],
  text: ['type', 'minLength', 'maxLength', 'pattern', 'format'],
  area: ['type', 'format', 'x-area-levels'],
  choice: [...choosing, 'x-heading'],
  checklist: ['type', 'uniqueItems', 'items'],
  rows: ['type', 'items'],
  files: ['type', 'uniqueItems', 'items', 'minItems', 'maxItems', 'x-accept'],
};

/** The type of the fact a question yields, or undefined and an error. */
export function questionType(
  question: AnyQuestion,
  key: string,
  pointer: string,
  scope: QuestionScope,
): FactType | undefined {
  const kind = kindOf(question);
  if (kind === 'unsupported' || kind === 'record') return refuse(pointer, scope);
  const odd = Object.keys(question).filter((name) => !annotations.includes(name) && !allowed[kind].includes(name));
  for (const name of odd) refuse(pointerTo(pointer, name), scope);
  return odd.length > 0 ? undefined : typeOfKind(kind, question, key, pointer, scope);
}

function refuse(pointer: string, { report }: QuestionScope): undefined {
  report(
    'unsupported-question',
    pointer,
    '表单问题不支持这种写法，请参照语言说明中的问题类型',
    'Form questions do not support this: see the kinds of questions in the language reference',
  );
}

function kindOf({ type, $ref, oneOf, items, ...rest }: AnyQuestion): QuestionKind {
  if ($ref !== undefined || oneOf !== undefined) {
    const single = ($ref === undefined) !== (oneOf === undefined);
    return single && (type === undefined || type === 'string') ? 'choice' : 'unsupported';
  }
  if (type === 'boolean') return 'boolean';
  if (type === 'string') return textKinds[rest.format ?? ''] ?? 'text';
  if (type === 'integer' || type === 'number') return 'number';
  if (type !== 'array' || !items) return 'unsupported';
  if ('properties' in items) return 'rows';
  if (items.format === 'file') return 'files';
  return rest.uniqueItems === true ? 'checklist' : 'unsupported';
}

/** Formats that make another kind of question of a text. */
const textKinds: Readonly<Record<string, QuestionKind>> = { file: 'unsupported', area: 'area' };

function typeOfKind(
  kind: keyof typeof allowed,
  question: AnyQuestion,
  key: string,
  pointer: string,
  scope: QuestionScope,
): FactType | undefined {
  checkBounds(question, pointer, scope);
  switch (kind) {
    case 'number':
      return numberType(question);
    case 'area':
      return areaType(question as Question);
    case 'choice':
      return choiceType(question, key, pointer, scope);
    case 'checklist':
      return checklistType(question, key, pointerTo(pointer, 'items'), scope);
    case 'files':
      return filesType(question as Question, pointer, scope);
    case 'rows':
      return rowsType(question as Question, key, pointerTo(pointer, 'items'), scope);
    default:
      return { kind };
  }
}

/** Bounds that no answer meets. */
function checkBounds(question: AnyQuestion, pointer: string, scope: QuestionScope): void {
  for (const [low, high] of [
    ['minimum', 'maximum'],
    ['minLength', 'maxLength'],
  ] as const) {
    const [least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY] = [question[low], question[high]];
    const at = pointerTo(pointer, high);
    if (most < least) scope.report('bad-bounds', at, `${high} 不能小于 ${low}`, `${high} must be at least ${low}`);
  }
}

function numberType({ type, minimum, maximum, multipleOf, 'x-unit': unit }: AnyQuestion): FactType {
  return {
    kind: 'number',
    integer: type === 'integer',
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(multipleOf === undefined ? {} : { multipleOf }),
    ...(unit === undefined ? {} : { unit }),
  };
}

const areaType = ({ 'x-area-levels': asked = [...areaLevels] }: Question): FactType => ({
  kind: 'text',
  areas: areaLevels.filter((level) => asked.includes(level)),
});

type Choosing = Pick<AnyQuestion, '$ref' | 'oneOf'>;

function choiceType({ $ref, oneOf }: Choosing, key: string, pointer: string, scope: QuestionScope): FactType {
  const options: readonly Option[] = $ref === undefined ? (oneOf ?? []) : [{ $ref }];
  const at = (index: number): string => ($ref === undefined ? pointerTo(pointer, 'oneOf', index) : pointer);
  const choices = options.flatMap((option, index) => choicesOfOption(option, key, at(index), scope));
  const seen = new Set<string>();
  for (const { id } of choices) {
    if (seen.has(id)) scope.report('duplicate-id', pointer, `选项“${id}”重复`, `The choice "${id}" appears twice`);
    seen.add(id);
  }
  const list = options
    .map((option) => ('$ref' in option ? listOf(option.$ref) : undefined))
    .find((name) => name !== undefined);
  return { kind: 'choice', choices, ...(list === undefined ? {} : { list }) };
}

function choicesOfOption(option: Option, key: string, pointer: string, scope: QuestionScope): readonly Choice[] {
  if ('$ref' in option) return choicesOf(listOf(option.$ref), scope.lists, pointerTo(pointer, '$ref'), scope.report);
  const en = scope.english(`${key}.${option.const}`) ?? option.title;
  return [{ id: option.const, title: { zh: option.title, en }, required: true }];
}

function checklistType(
  { items }: AnyQuestion,
  key: string,
  pointer: string,
  scope: QuestionScope,
): FactType | undefined {
  const { type, $ref, oneOf, ...rest } = items ?? {};
  const single = ($ref === undefined) !== (oneOf === undefined);
  if (!single || Object.keys(rest).length > 0 || (type !== undefined && type !== 'string'))
    return refuse(pointer, scope);
  const choice = choiceType(
    { ...($ref === undefined ? {} : { $ref }), ...(oneOf === undefined ? {} : { oneOf }) },
    key,
    pointer,
    scope,
  );
  return { ...choice, kind: 'checklist' } as FactType;
}

/** Always a list, of one file perhaps. `maxItems` is written out: forms in the browser know no other bound. */
function filesType(
  { items, minItems: least = 0, maxItems: most, 'x-accept': accept = [...fileKinds] }: Question,
  pointer: string,
  scope: QuestionScope,
): FactType | undefined {
  const { type, format: _, ...odd } = items ?? {};
  if (type !== 'string' || Object.keys(odd).length > 0) return refuse(pointerTo(pointer, 'items'), scope);
  const at = pointerTo(pointer, 'maxItems');
  if (most === undefined)
    scope.report('missing-key', at, '请写明 maxItems，即最多几个文件', 'Give maxItems, the most files there may be');
  else if (most < least)
    scope.report('bad-bounds', at, 'maxItems 不能小于 minItems', 'maxItems must be at least minItems');
  return most === undefined ? undefined : { kind: 'files', least, most, accept };
}

/** Kinds that a cell cannot hold. */
const noCells: ReadonlySet<QuestionKind> = new Set(['files', 'area']);

const rowsKeys = ['type', 'properties', 'required', 'additionalProperties', 'title'];

function rowsType({ items }: Question, key: string, pointer: string, scope: QuestionScope): FactType | undefined {
  const odd = Object.keys(items ?? {}).filter((name) => !rowsKeys.includes(name));
  if (items?.type !== 'object' || odd.length > 0) return refuse(pointer, scope);
  const required = new Set<string>(items.required ?? []);
  const columns = new Map<string, Column>();
  for (const [id, cell] of Object.entries(items.properties ?? {})) {
    const at = pointerTo(pointer, 'properties', id);
    const type = noCells.has(kindOf(cell)) ? refuse(at, scope) : questionType(cell, `${key}.${id}`, at, scope);
    const title = { zh: cell.title ?? id, en: scope.english(`${key}.${id}`) ?? cell.title ?? id };
    if (type) columns.set(id, { id, title, type, required: required.has(id) });
  }
  for (const [index, id] of (items.required ?? []).entries()) {
    if (items.properties && Object.hasOwn(items.properties, id)) continue;
    scope.report(
      'unknown-fact',
      pointerTo(pointer, 'required', index),
      `没有“${id}”这一列`,
      `There is no column "${id}"`,
    );
  }
  return { kind: 'rows', columns };
}
