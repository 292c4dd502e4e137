/** Owns how a form travels: drawn in one language, with the address of its precompiled validators. */
import * as z from 'zod';
import { editionHash, editionId, language } from './edition.js';
import { localizedText } from './issue.js';

export const formDetail = z
  .object({
    edition: editionId,
    hash: editionHash,
    id: z.string(),
    lang: language,
    title: localizedText,
    steps: z.array(z.object({ id: z.string(), title: localizedText, questions: z.array(z.string()) })),
    schema: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema (draft-07) with its lists put in' }),
    uiSchema: z.record(z.string(), z.unknown()).meta({ description: 'Hints of @rjsf' }),
    validator: z.string().meta({ description: 'Address of the precompiled validators as a JavaScript module' }),
  })
  .meta({ id: 'FormDetail' });

export type FormDetail = z.output<typeof formDetail>;

/**
 * The default export of a validator module: validators by schema id, for `createPrecompiledValidator`
 * of @rjsf/validator-ajv8. `require` answers `ajv/dist/runtime/<name>` (an object with `default`) and
 * `@yimen/config/formats` (the `formats` of @yimen/config).
 */
export type ValidatorFactory = (require: (module: string) => unknown) => Readonly<Record<string, unknown>>;
