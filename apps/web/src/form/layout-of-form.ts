/** Owns which widget draws which kind of question. */
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { FormDetail } from '@yimen/contracts';
import { isArea, isFile, questionsOf } from './questions';

const BUTTONS_UP_TO = 4;

/** The form's own hints, with our widget for every kind of question; those the form names itself stay. */
export function uiSchemaOf(form: FormDetail, masks: Readonly<Record<string, unknown>>): UiSchema {
  const ui: UiSchema = { ...form.uiSchema, 'ui:submitButtonOptions': { norender: true } };
  for (const [question, schema] of Object.entries(questionsOf(form.schema as RJSFSchema))) {
    const plain = { ...hintsFor(schema), ...(ui[question] as object | undefined) };
    const mask = masks[question];
    ui[question] = mask === undefined ? plain : { 'ui:field': 'masked', 'ui:mask': mask, 'ui:plain': plain };
  }
  return ui;
}

function hintsFor(schema: RJSFSchema): UiSchema {
  const unit = (schema as { 'x-unit'?: string })['x-unit'];
  const options = unit ? { 'ui:options': { unit } } : {};
  if (schema.type === 'boolean') return { 'ui:widget': 'choice' };
  if (schema.type === 'array') return { 'ui:field': fieldOf(schema) };
  if (schema.oneOf || schema.enum)
    return { 'ui:widget': (schema.oneOf?.length ?? 0) <= BUTTONS_UP_TO ? 'choice' : 'pick' };
  if (schema.type === 'integer' || schema.type === 'number') return { 'ui:widget': 'amount', ...options };
  return { 'ui:widget': isArea(schema) ? 'area' : 'line' };
}

function fieldOf({ items }: RJSFSchema): 'rows' | 'files' | 'ticks' {
  if (typeof items !== 'object' || Array.isArray(items)) return 'ticks';
  if (items.type === 'object') return 'rows';
  return isFile(items) ? 'files' : 'ticks';
}
