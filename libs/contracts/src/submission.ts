/** Owns stored submissions: facts with the outcome they had, pinned to an edition and its content. */
import * as z from 'zod';
import { areaId } from './area.js';
import { editionHash, editionId } from './edition.js';
import { factsDocument } from './evaluation.js';
import { freeText } from './free-text.js';
import { localizedText } from './issue.js';
import { type Outcome, outcome } from './outcome.js';
import { pageOf, pageQuery } from './page.js';

export const submissionRequest = z
  .strictObject({
    edition: editionId,
    facts: factsDocument,
    area: areaId.optional().meta({ description: 'Where it is stored; the only area of the account where left out' }),
    acceptedOn: z.iso.date().optional().meta({ description: 'Day of acceptance; today in China where left out' }),
  })
  .meta({ id: 'SubmissionRequest' });

export const idempotencyKey = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\x21-\x7e]+$/);

const pinned = {
  id: z.string(),
  edition: editionId,
  hash: editionHash,
  area: areaId.nullable(),
  acceptedOn: z.iso.date(),
  dueInWorkingDays: z.number().nullable().meta({ description: 'The limit; null where there is none' }),
  dueOn: z.iso.date().nullable().meta({
    description: 'Last day of the limit; null without one, and until the calendar holds the year in which it ends',
  }),
  submittedAt: z.iso.datetime(),
  heading: z.array(localizedText).meta({ description: 'The answers that name the record' }),
};

export const submissionSummary = z
  .object({
    ...pinned,
    result: z.union([
      z.object({ total: z.number().nullable(), grade: z.string().nullable() }),
      z.object({ disposition: z.string().nullable(), department: z.string().nullable() }),
    ]),
  })
  .meta({ id: 'SubmissionSummary' });

export const submission = z
  .object({
    ...pinned,
    version: z.number().int().meta({ description: '1, and one more with every correction' }),
    facts: factsDocument.meta({ description: 'Answers that are personal data are masked' }),
    outcome,
  })
  .meta({ id: 'Submission' });

const reason = freeText(2, 200);

export const submissionCorrection = z
  .strictObject({
    facts: factsDocument.meta({
      description: 'All answers; a personal one that comes as it was shown, masked, stays as it is',
    }),
    reason: reason.meta({ description: 'Why; the audit trail keeps it' }),
  })
  .meta({ id: 'SubmissionCorrection' });

export const personalRequest = z
  .strictObject({ reason: reason.meta({ description: 'Why they are needed; the audit trail keeps it' }) })
  .meta({ id: 'PersonalRequest' });

/** The answers of a record that are personal data, in full. */
export const personalAnswer = z.object({ facts: factsDocument }).meta({ id: 'PersonalAnswer' });

/** Whom to find records of. It travels in a body: addresses are logged. */
export const personSearch = z.strictObject({ identity: z.string().trim().min(1).max(50) }).meta({ id: 'PersonSearch' });

export const submissionPage = pageOf(submissionSummary).meta({ id: 'SubmissionPage' });

export const submissionQuery = z.object({ ...pageQuery.shape, edition: editionId.optional() });

export const reEvaluation = z
  .object({ same: z.boolean().meta({ description: 'Whether the stored outcome came out again' }), outcome })
  .meta({ id: 'ReEvaluation' });

export type SubmissionRequest = z.output<typeof submissionRequest>;
export type SubmissionCorrection = z.output<typeof submissionCorrection>;
export type PersonalRequest = z.output<typeof personalRequest>;
export type PersonalAnswer = z.output<typeof personalAnswer>;
export type PersonSearch = z.output<typeof personSearch>;
export type SubmissionQuery = z.output<typeof submissionQuery>;
export type SubmissionSummary = z.output<typeof submissionSummary>;
export type SubmissionPage = z.output<typeof submissionPage>;
export type Submission = Omit<z.output<typeof submission>, 'outcome'> & { readonly outcome: Outcome };
export type ReEvaluation = { readonly same: boolean; readonly outcome: Outcome };
