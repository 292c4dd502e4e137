/** Owns evaluating without storing: facts in, outcome out, and a county's result. */
import type { CountyResult } from '@yimen/engine';
import * as z from 'zod';
import { editionHash, editionId, language } from './edition.js';
import { deskOutcome, type MaybeTraced, standardOutcome, trace } from './outcome.js';

/** An input document as the command line reads it: `{ id?, <form>: { <fact>: answer } }`. */
export const factsDocument = z.record(z.string(), z.unknown()).meta({
  id: 'FactsDocument',
  description: '`{ id?, <form>: { <fact>: answer } }`',
});

export type FactsDocument = z.output<typeof factsDocument>;

export const evaluateRequest = z
  .strictObject({
    edition: editionId,
    hash: editionHash.optional().meta({ description: 'A version other than the newest' }),
    facts: factsDocument,
    acceptedOn: z.iso.date().optional().meta({ description: 'Day of acceptance: adds `dueOn`' }),
  })
  .meta({ id: 'EvaluateRequest' });

export const evaluateQuery = z.object({
  trace: z.stringbool().default(false).meta({ type: 'boolean', description: 'Adds every rule with its conditions' }),
  lang: language.default('zh').meta({ description: 'Language of the reasons' }),
});

const extras = {
  id: z.union([z.string(), z.number()]).exactOptional(),
  dueOn: z.iso.date().nullable().exactOptional(),
  trace: trace.exactOptional(),
};

export const evaluateAnswer = z
  .union([z.object({ ...extras, ...standardOutcome.shape }), z.object({ ...extras, ...deskOutcome.shape })])
  .meta({ id: 'EvaluateAnswer' });

export type EvaluateRequest = z.output<typeof evaluateRequest>;
export type EvaluateQuery = z.output<typeof evaluateQuery>;
export type EvaluateAnswer = { readonly id?: string | number; readonly dueOn?: string | null } & MaybeTraced;

export const resultRequest = z
  .strictObject({
    edition: editionId,
    id: z.union([z.string(), z.number()]).optional(),
    planned: z.number(),
    scores: z.array(z.number()),
  })
  .meta({ id: 'ResultRequest', example: { edition: 'authority/subject/year', planned: 3, scores: [83.4, 93.2] } });

export const resultAnswer = z
  .object({
    id: z.union([z.string(), z.number()]).exactOptional(),
    mean: z.string().meta({ example: '58.87' }),
    grade: z.string().nullable(),
  })
  .meta({ id: 'ResultAnswer' });

export type ResultRequest = z.output<typeof resultRequest>;
export type ResultAnswer = Extract<CountyResult, { readonly mean: string }>;
