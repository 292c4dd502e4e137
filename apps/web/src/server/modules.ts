/** Owns loading the JavaScript modules that the server makes from an edition: its evaluator, its forms' validators. */

import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import { createPrecompiledValidator } from '@rjsf/validator-ajv8';
import { queryOptions } from '@tanstack/react-query';
import { formats } from '@yimen/config';
import type { FormDetail, ValidatorFactory } from '@yimen/contracts';
import type { Evaluator } from '@yimen/engine';
import equal from 'ajv/dist/runtime/equal';
import ucs2length from 'ajv/dist/runtime/ucs2length';
import uri from 'ajv/dist/runtime/uri';
import ValidationError from 'ajv/dist/runtime/validation_error';

/** What compiled validators may ask for. */
const parts: Readonly<Record<string, unknown>> = {
  'ajv/dist/runtime/equal': equal,
  'ajv/dist/runtime/ucs2length': ucs2length,
  'ajv/dist/runtime/uri': uri,
  'ajv/dist/runtime/validation_error': ValidationError,
  '@yimen/config/formats': formats,
};

/** The same part whether the bundler hands out a module or its default. */
function provide(name: string): unknown {
  const part = parts[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  return name.startsWith('ajv/') && !(typeof part === 'object' && part !== null && 'default' in part)
    ? { default: part }
    : part;
}

export const evaluatorQuery = (url: string) =>
  queryOptions({
    queryKey: ['evaluator', url],
    queryFn: () => import(/* @vite-ignore */ url) as Promise<Evaluator>,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const validatorQuery = (form: FormDetail) =>
  queryOptions({
    queryKey: ['validator', form.validator],
    queryFn: async (): Promise<ValidatorType> => {
      const { default: create } = (await import(/* @vite-ignore */ form.validator)) as { default: ValidatorFactory };
      return createPrecompiledValidator(create(provide) as never, form.schema as RJSFSchema) as ValidatorType;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
