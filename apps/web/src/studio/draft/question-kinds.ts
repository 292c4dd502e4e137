/** Owns the kinds of questions people pick from, and how each is written. */
import { type Json, listIn, objectIn } from './question-places';

export const questionKinds = [
  'text',
  'number',
  'boolean',
  'choice',
  'checklist',
  'date',
  'area',
  'rows',
  'files',
  'id-number',
  'phone',
] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** A text as people give it. */
export interface Words {
  readonly zh: string;
  readonly en?: string;
}

/** A question somebody wants; what is left out is as the kind usually has it. */
export interface NewQuestion {
  readonly kind: QuestionKind;
  readonly title: Words;
  /** Where the choices come from; choices of its own where left out. */
  readonly list?: string;
  readonly unit?: Words;
  /** Whether it has to be answered; so where left out. */
  readonly required?: boolean;
}

export interface Choice extends Words {
  readonly id: string;
}

/** The kind of a question as it is written; undefined where it is none that we know. */
export function kindOfQuestion(question: Json): QuestionKind | undefined {
  const { type, format, $ref, oneOf, items } = question;
  if ($ref !== undefined || oneOf !== undefined) return 'choice';
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string') return textKinds.find((kind) => kind === format) ?? 'text';
  if (type !== 'array') return undefined;
  const inside = objectIn(items);
  if (inside.properties !== undefined) return 'rows';
  return inside.format === 'file' ? 'files' : 'checklist';
}

/** Kinds that are texts of a format. */
const textKinds = ['date', 'area', 'id-number', 'phone'] as const satisfies QuestionKind[];

const firstChoices = [
  { const: 'choice-1', title: '选项一' },
  { const: 'choice-2', title: '选项二' },
];

/** How a new question of a kind is written, without its title. */
export function newAnswer({ kind, list, unit }: Pick<NewQuestion, 'kind' | 'list' | 'unit'>): Json {
  const ref = list === undefined ? undefined : { $ref: `list:${list}` };
  switch (kind) {
    case 'text':
      return { type: 'string', minLength: 1, maxLength: 200 };
    case 'number':
      return { type: 'integer', minimum: 0, ...(unit ? { 'x-unit': unit.zh } : {}) };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return ref ?? { type: 'string', oneOf: firstChoices };
    case 'checklist':
      return { type: 'array', uniqueItems: true, items: ref ?? { type: 'string', oneOf: firstChoices } };
    case 'date':
    case 'area':
      return { type: 'string', format: kind };
    case 'rows':
      return { type: 'array', items: rowsItems };
    case 'files':
      return {
        type: 'array',
        items: { type: 'string', format: 'file' },
        maxItems: 5,
        'x-accept': ['image', 'document'],
      };
    default:
      return { type: 'string', format: kind, 'x-personal': true };
  }
}

const rowsItems = {
  type: 'object',
  properties: { content: { title: '内容', type: 'string', minLength: 1, maxLength: 200 } },
  required: ['content'],
  additionalProperties: false,
};

/** Where a question's choices come from: a list, choices of its own behind it, or both. */
export interface ChoiceSource {
  readonly list?: string;
  readonly own: readonly { readonly const: string; readonly title: string }[];
}

/** The part of a question that says its choices. */
const choosing = (question: Json): Json => (question.type === 'array' ? objectIn(question.items) : question);

export function choiceSource(question: Json): ChoiceSource {
  const { $ref, oneOf } = choosing(question);
  const options = $ref === undefined ? listIn(oneOf).map(objectIn) : [{ $ref }];
  const reference = options.find((option) => typeof option.$ref === 'string')?.$ref;
  const own = options.flatMap(({ const: id, title }) =>
    typeof id === 'string' ? [{ const: id, title: typeof title === 'string' ? title : id }] : [],
  );
  return { ...(typeof reference === 'string' ? { list: reference.replace(/^list:/u, '') } : {}), own };
}

/** The question with its choices from elsewhere; everything else stays. */
export function withChoices(question: Json, { list, own }: ChoiceSource): Json {
  const { $ref: _, oneOf: __, type: ___, ...rest } = choosing(question);
  const ref = list === undefined ? [] : [{ $ref: `list:${list}` }];
  const said = own.length === 0 && ref[0] ? ref[0] : { type: 'string', oneOf: [...ref, ...own] };
  return question.type === 'array' ? { ...question, items: { ...rest, ...said } } : { ...rest, ...said };
}
