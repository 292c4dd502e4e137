/** Owns how editions leave and come back: as the official table, as lists in workbooks, as a folder. */
import * as z from 'zod';
import { versionQuery } from '../address.js';
import { editionId, language } from '../edition.js';
import { issue } from '../issue.js';
import { documents, draftParams } from './draft.js';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const archiveType = 'application/zip';
export const archive = z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' });

export const exportQuery = z.object({ ...versionQuery.shape, lang: language.default('zh') });
export const listParams = z.object({ ...draftParams.shape, list: z.string().max(80) });

/** What a workbook would make of a draft; nothing is stored before somebody edits the draft so. */
export const workbookEdits = z
  .object({
    documents: documents.meta({ description: 'The documents that differ' }),
    edits: z.int(),
    issues: z.array(issue).meta({ description: 'Warnings: what was left out' }),
  })
  .meta({ id: 'WorkbookEdits' });

/** What a folder holds; its draft where one was made. */
export const folderImport = z
  .object({
    edition: editionId,
    documents,
    base: documents.nullable().meta({ description: 'What is published under its id; null where nothing is' }),
    issues: z.array(issue),
    draft: z.string().nullable(),
  })
  .meta({ id: 'FolderImport' });

export type WorkbookEdits = z.output<typeof workbookEdits>;
export type FolderImport = z.output<typeof folderImport>;
