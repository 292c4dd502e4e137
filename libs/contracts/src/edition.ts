/** Owns what the API tells about editions: the list, and one edition as pages need it. */
import * as z from 'zod';
import { localizedText } from './issue.js';
import { pageOf } from './page.js';

/** `authority/subject/year`; one that does not exist is answered 404. */
export const editionId = z.string().min(1).max(200).meta({ example: 'authority/subject/year' });

/** SHA-256 (hex) of an edition's documents; an unknown one is answered 404. */
export const editionHash = z.string().min(1).max(64);

export const language = z.enum(['zh', 'en']);

export const editionSummary = z
  .object({
    id: editionId,
    kind: z.enum(['standard', 'desk']),
    title: localizedText,
    authority: localizedText,
    year: z.int(),
    effectiveFrom: z.iso.date(),
    hash: editionHash.meta({ description: 'SHA-256 of the canonical documents: what a submission is pinned to' }),
    publishedAt: z.iso.datetime(),
    current: z.boolean().meta({ description: 'Whether this is the newest version of the edition' }),
  })
  .meta({ id: 'EditionSummary' });

export const editionPage = pageOf(editionSummary).meta({ id: 'EditionPage' });

const choice = z.object({ id: z.string(), title: localizedText, required: z.boolean() }).meta({ id: 'Choice' });

const limit = z.object({ value: z.number(), inclusive: z.boolean() });

const placed = { id: z.string(), title: localizedText, points: z.number(), clause: z.string() };

export const standardLine = z
  .object({
    ...placed,
    standard: localizedText,
    note: localizedText.exactOptional(),
    conditional: z.boolean().meta({ description: 'Whether there are units to which the line does not apply' }),
    facts: z.array(z.string()).meta({ description: 'Questions that must be answered to score the line' }),
  })
  .meta({ id: 'StandardLine' });

export const standardDetail = z
  .object({
    points: z.number(),
    bands: z.array(z.object({ id: z.string(), title: localizedText, lower: limit, upper: limit })),
    categories: z.array(
      z.object({ ...placed, indicators: z.array(z.object({ ...placed, lines: z.array(standardLine) })) }),
    ),
  })
  .meta({ id: 'StandardDetail' });

export const deskDetail = z
  .object({
    dispositions: z.array(z.object({ id: z.string(), title: localizedText, notice: localizedText.exactOptional() })),
    departments: z.array(choice).meta({ description: 'Titles for `department` of an outcome' }),
    papers: z.array(choice).meta({ description: 'Titles for `missing` of an outcome' }),
    facts: z.array(z.string()).meta({ description: 'Questions that must be answered for a disposition' }),
  })
  .meta({ id: 'DeskDetail' });

export const questionSummary = z
  .object({
    id: z.string(),
    form: z.string(),
    title: localizedText,
    kind: z.enum(['boolean', 'number', 'text', 'choice', 'checklist', 'rows', 'record', 'files']),
    unit: z.string().exactOptional(),
    personal: z.boolean(),
  })
  .meta({ id: 'QuestionSummary' });

export const editionDetail = z
  .object({
    ...editionSummary.shape,
    source: z.object({ title: localizedText, number: z.string(), date: z.string() }),
    note: localizedText.exactOptional(),
    forms: z.array(z.object({ id: z.string(), title: localizedText })).meta({ description: 'In order of filling' }),
    questions: z.array(questionSummary),
    standard: standardDetail.exactOptional(),
    desk: deskDetail.exactOptional(),
    lists: z.array(z.object({ id: z.string(), title: localizedText, rows: z.array(choice) })),
    outline: z.array(z.object({ id: z.string(), summary: localizedText, none: localizedText.exactOptional() })),
    evaluator: z.string().meta({ description: 'Address of the edition as a JavaScript module' }),
  })
  .meta({ id: 'EditionDetail' });

export type EditionSummary = z.output<typeof editionSummary>;
export type EditionPage = z.output<typeof editionPage>;
export type EditionDetail = z.output<typeof editionDetail>;
export type StandardDetail = z.output<typeof standardDetail>;
export type StandardLine = z.output<typeof standardLine>;
export type DeskDetail = z.output<typeof deskDetail>;
export type QuestionSummary = z.output<typeof questionSummary>;
