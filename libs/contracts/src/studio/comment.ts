/** Owns comments on places of a draft, between who edits and who reviews. */
import * as z from 'zod';
import { person } from './draft.js';

const at = {
  document: z.string().max(300).meta({ description: 'Path of the document; empty for the draft as a whole' }),
  pointer: z.string().max(1000).meta({ description: 'JSON pointer inside the document' }),
};

export const draftComment = z
  .object({
    id: z.string(),
    ...at,
    text: z.string(),
    by: person,
    at: z.iso.datetime(),
    resolved: z.object({ by: person, at: z.iso.datetime() }).nullable(),
  })
  .meta({ id: 'DraftComment' });

export const draftComments = z.object({ items: z.array(draftComment) }).meta({ id: 'DraftComments' });

export const commentCreation = z
  .strictObject({ ...at, text: z.string().trim().min(1).max(2000) })
  .meta({ id: 'CommentCreation' });

export const commentParams = z.object({ id: z.string().max(36), comment: z.string().max(36) });

export type DraftComment = z.output<typeof draftComment>;
export type DraftComments = z.output<typeof draftComments>;
export type CommentCreation = z.output<typeof commentCreation>;
