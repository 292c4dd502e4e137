/** Owns the shape of conditions: json-rules-engine JSON, narrowed. */
import * as z from 'zod';
import type { Comparison, Condition, FactReference, OperatorId } from './rule.js';
import { id } from './text.js';

const operatorIds = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
] as const satisfies readonly OperatorId[];

const path = z
  .string()
  .max(200, 'bad-path')
  .regex(/^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/, 'bad-path')
  .refine(
    (value) => !value.split('.').some((key) => ['__proto__', 'constructor', 'prototype'].includes(key)),
    'bad-path',
  );

/** A value taken from a fact. */
export const factReference: z.ZodType<FactReference> = z
  .strictObject({ fact: id, path: path.exactOptional() })
  .meta({ id: 'fact-reference' });

const scalar = z.union([z.string().max(4000), z.number(), z.boolean()], 'bad-value');

const comparison: z.ZodType<Comparison> = z
  .strictObject({
    fact: id,
    operator: z.enum(operatorIds, 'unknown-operator'),
    value: z.union([scalar, z.array(scalar), factReference], 'bad-value'),
    path: path.exactOptional(),
  })
  .meta({ id: 'comparison' });

const nested = z.lazy(() => condition);
const groups = [
  z.strictObject({ all: z.array(nested).min(1, 'empty-group') }),
  z.strictObject({ any: z.array(nested).min(1, 'empty-group') }),
  z.strictObject({ not: nested }),
  z.strictObject({ condition: id }),
] as const;

/** A condition: a group, a named condition, or a comparison. */
export const condition: z.ZodType<Condition> = z
  .union([...groups, comparison], 'bad-condition')
  .meta({ id: 'condition' });

/** The top of a rule's conditions: json-rules-engine takes no bare comparison there. */
export const group: z.ZodType<Condition> = z.union(groups, 'bad-condition').meta({ id: 'group' });
