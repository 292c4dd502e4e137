/** Owns the parts of addresses that several features share. */
import * as z from 'zod';
import { editionHash, language } from './edition.js';
import { idempotencyKey } from './submission.js';

export const editionParams = z.object({ authority: z.string(), subject: z.string(), year: z.string() });
export const evaluatorParams = z.object({ ...editionParams.shape, hash: editionHash });
export const formParams = z.object({ ...editionParams.shape, form: z.string() });
export const validatorParams = z.object({ ...formParams.shape, hash: editionHash });
export const submissionParams = z.object({ id: z.string() });

export const versionQuery = z.object({
  hash: editionHash.optional().meta({ description: 'A version other than the newest' }),
});
export const languageQuery = z.object({ lang: language.default('zh') });
export type LanguageQuery = z.output<typeof languageQuery>;
export const formQuery = z.object({ ...versionQuery.shape, ...languageQuery.shape });
export const creationHeaders = z.object({ 'idempotency-key': idempotencyKey.optional() });
