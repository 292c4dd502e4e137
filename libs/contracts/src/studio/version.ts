/** Owns the history of an edition as it travels: every published version and where it stands. */
import * as z from 'zod';
import { editionHash, editionId } from '../edition.js';
import { localizedText } from '../issue.js';
import { documents, draftSummary, person } from './draft.js';

/** Published and waiting for its day, in effect, replaced by a later one, or taken back. */
export const versionStates = ['upcoming', 'in-effect', 'superseded', 'withdrawn'] as const;

export const publishedVersion = z
  .object({
    version: z.int(),
    hash: editionHash,
    title: localizedText,
    effectiveFrom: z.iso.date(),
    publishedAt: z.iso.datetime(),
    state: z.enum(versionStates),
    draft: z.string().nullable().meta({ description: 'The draft it came from; null for one of the folder' }),
    approvedBy: person.nullable(),
  })
  .meta({ id: 'PublishedVersion' });

export const editionHistory = z
  .object({
    id: editionId,
    kind: z.enum(['standard', 'desk']),
    title: localizedText,
    authority: localizedText,
    year: z.int(),
    versions: z.array(publishedVersion).meta({ description: 'Newest first' }),
    drafts: z.array(draftSummary).meta({ description: 'Those under way' }),
    editable: z.boolean().meta({ description: 'Whether who asks may make drafts of it' }),
  })
  .meta({ id: 'EditionHistory' });

/** Every edition there is, published or only drafted, by authority, subject and year. */
export const studioOverview = z.object({ editions: z.array(editionHistory) }).meta({ id: 'StudioOverview' });

export const versionDocuments = z.object({ version: publishedVersion, documents }).meta({ id: 'VersionDocuments' });

export type PublishedVersion = z.output<typeof publishedVersion>;
export type EditionHistory = z.output<typeof editionHistory>;
export type StudioOverview = z.output<typeof studioOverview>;
export type VersionDocuments = z.output<typeof versionDocuments>;
