/** Owns telling people what is wrong with an answer: Ajv's findings in the words of the screen. */
import type { RJSFValidationError } from '@rjsf/utils';
import type { TFunction } from 'i18next';
import { isMasked } from './masks';
import type { LoadedForm } from './use-forms';

/** Messages by question. */
export type Messages = ReadonlyMap<string, string>;

type Given = Readonly<Record<string, unknown>>;

/** The first thing wrong with each question of a form. An answer that is still its mask was found right before. */
export function messagesFor({ form, validator }: LoadedForm, answers: Given, masks: Given, t: TFunction): Messages {
  const messages = new Map<string, string>();
  for (const error of validator.validateFormData(answers, form.schema).errors) {
    const question = questionOf(error);
    if (!question || messages.has(question) || isMasked(question, answers, masks)) continue;
    messages.set(question, wording(error, t));
  }
  return messages;
}

/** The question behind an error; `.windows.0.staff` belongs to `windows`. */
function questionOf({ property = '', params, name }: RJSFValidationError): string | undefined {
  const [first] = property.split('.').filter((part) => part !== '');
  return first ?? (name === 'required' ? (params as { missingProperty?: string }).missingProperty : undefined);
}

const worded = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
]);

function wording({ name = '', params, property = '' }: RJSFValidationError, t: TFunction): string {
  const inside = property.split('.').filter((part) => part !== '').length > 1;
  if (name === 'required') return inside ? t('form.error.cell') : t('form.error.required');
  if (name === 'minLength' && (params as { limit?: number }).limit === 1) return t('form.error.required');
  if (worded.has(name))
    return t(`form.error.${name}`, {
      limit: (params as { limit?: number }).limit ?? (params as { multipleOf?: number }).multipleOf,
    });
  if (name === 'format')
    return t(`form.error.format.${(params as { format?: string }).format}`, { defaultValue: t('form.error.other') });
  if (name === 'type') return t('form.error.type');
  return t('form.error.other');
}
