/** Owns the shape of `form` documents: the part of JSON Schema that questions are written in. */
import * as z from 'zod';
import { areaLevels } from '../form/areas.js';
import { fileKinds } from '../form/file-kinds.js';
import { formatIds } from '../form/formats.js';
import { listReferencePattern } from '../form/list-reference.js';
import { limits } from '../json/limits.js';
import { id, rowId, text } from './text.js';

const words = z.string().min(1, 'empty-text').max(4000, 'text-too-long');
const listReference = z.string().regex(listReferencePattern, 'unsupported-question');
const count = z.int().min(0);

/** The levels of areas that may be answered, each once. */
const levels = z
  .array(z.enum(areaLevels))
  .min(1, 'empty-list')
  .refine((all) => new Set(all).size === all.length, 'duplicate-item')
  .meta({ uniqueItems: true });

/** A choice written in the form, or all choices of a list. */
const option = z.union(
  [z.strictObject({ $ref: listReference }), z.strictObject({ const: rowId, title: words })],
  'unsupported-question',
);

const answer = {
  title: words.exactOptional(),
  description: words.exactOptional(),
  type: z.enum(['boolean', 'integer', 'number', 'string', 'array'], 'unsupported-question').exactOptional(),
  $ref: listReference.exactOptional(),
  oneOf: z.array(option).min(1, 'empty-list').exactOptional(),
  minimum: z.number().exactOptional(),
  maximum: z.number().exactOptional(),
  multipleOf: z.number().positive().exactOptional(),
  minLength: count.exactOptional(),
  maxLength: count.exactOptional(),
  pattern: z.string().max(500, 'bad-pattern').refine(isPattern, 'bad-pattern').exactOptional(),
  format: z.enum(formatIds, 'unknown-format').exactOptional(),
  'x-unit': words.exactOptional(),
  'x-personal': z.boolean().exactOptional(),
};

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const cell = z.strictObject(
  {
    ...answer,
    uniqueItems: z.literal(true).exactOptional(),
    items: z.strictObject(answer, 'unsupported-question').exactOptional(),
  },
  'unsupported-question',
);

/** What an array holds: choices of a checklist, or the cells of a row. */
const items = z.strictObject(
  {
    ...answer,
    type: z.enum(['object', 'string'], 'unsupported-question').exactOptional(),
    properties: z.record(id, cell).exactOptional(),
    required: z.array(id).exactOptional(),
    additionalProperties: z.literal(false).exactOptional(),
  },
  'unsupported-question',
);

const question = z
  .strictObject(
    {
      ...answer,
      uniqueItems: z.literal(true).exactOptional(),
      items: items.exactOptional(),
      minItems: count.max(limits.files, 'too-many').exactOptional(),
      maxItems: count.min(1).max(limits.files, 'too-many').exactOptional(),
      'x-area-levels': levels.exactOptional(),
      'x-accept': z.array(z.enum(fileKinds)).min(1, 'empty-list').exactOptional(),
      'x-heading': z.boolean().exactOptional(),
    },
    'unsupported-question',
  )
  .meta({ id: 'question' });

const scalar = z.union([z.string(), z.number(), z.boolean()], 'unsupported-if');

const test = z
  .strictObject(
    {
      const: scalar.exactOptional(),
      enum: z.array(scalar).min(1, 'empty-list').exactOptional(),
      minimum: z.number().exactOptional(),
      maximum: z.number().exactOptional(),
      exclusiveMinimum: z.number().exactOptional(),
      exclusiveMaximum: z.number().exactOptional(),
    },
    'unsupported-if',
  )
  .meta({ id: 'test' });

const tests = z.strictObject(
  { type: z.literal('object').exactOptional(), properties: z.record(id, test), required: z.array(id) },
  'unsupported-if',
);

/** Questions, some of them asked only under conditions. */
export interface QuestionGroup {
  readonly properties?: Readonly<Record<string, Question>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly { readonly if: Tests; readonly then: QuestionGroup }[];
}

const groupShape = {
  properties: z.record(id, question).exactOptional(),
  required: z.array(id).exactOptional(),
  get allOf() {
    return z.array(z.strictObject({ if: tests, then: z.lazy(() => branch) }, 'unsupported-if')).exactOptional();
  },
};

const branch: z.ZodType<QuestionGroup> = z.strictObject(groupShape, 'unsupported-if').meta({ id: 'then' });

const step = z.strictObject({ id, title: text, questions: z.array(id).min(1, 'empty-list') });

const englishTexts = z.strictObject({
  en: z.strictObject({ title: words.exactOptional(), description: words.exactOptional(), unit: words.exactOptional() }),
});

export const formDocument = z.strictObject({
  $schema: z.string().exactOptional(),
  id,
  title: text,
  steps: z.array(step).min(1, 'empty-list'),
  schema: z.strictObject({
    type: z.literal('object'),
    additionalProperties: z.literal(false).exactOptional(),
    ...groupShape,
  }),
  uiSchema: z.record(z.string(), z.unknown()).exactOptional(),
  texts: z.record(z.string(), englishTexts).exactOptional(),
});

export type FormDocument = z.output<typeof formDocument>;
export type Question = z.output<typeof question>;
export type Cell = z.output<typeof cell>;
export type Tests = z.output<typeof tests>;
export type Test = z.output<typeof test>;
export type Option = z.output<typeof option>;
