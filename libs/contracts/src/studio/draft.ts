/** Owns drafts as they travel: the documents of an edition while people edit, review and publish them. */
import * as z from 'zod';
import { editionHash, editionId } from '../edition.js';
import { freeText } from '../free-text.js';
import { localizedText } from '../issue.js';
import { pageOf, pageQuery } from '../page.js';

/** Where a draft stands; only one in `draft` can be edited. */
export const draftStates = ['draft', 'in-review', 'published', 'discarded'] as const;
export const draftState = z.enum(draftStates);
export type DraftState = z.output<typeof draftState>;

/** What a draft began as: a correction of an edition, its next year, an old version again, or a folder. */
export const draftOrigins = ['revision', 'roll-over', 'roll-back', 'import'] as const;
export const draftOriginKind = z.enum(draftOrigins);

/** Whoever did something, by the names that colleagues know. */
export const person = z.object({ name: z.string(), title: z.string() }).meta({ id: 'Person' });
export type Person = z.output<typeof person>;

/** An edition's documents as parsed JSON by path (`rules/…`, `forms/…`); of cases the array of their lines. */
export const documents = z.record(z.string().max(300), z.unknown()).meta({ id: 'Documents' });

/** The newest version, where a draft began with another one. */
export const newerVersion = z
  .object({
    edition: editionId.meta({
      description: 'The edition that the draft began with, or its own once that is published',
    }),
    version: z.int(),
    hash: editionHash,
    because: z
      .enum(['published', 'withdrawn'])
      .meta({ description: 'It was published since the draft began; or what the draft began with was taken back' }),
    needed: z.boolean().meta({ description: 'Whether the draft cannot be sent or approved without it' }),
  })
  .meta({ id: 'NewerVersion' });

export const draftSummary = z
  .object({
    id: z.string(),
    edition: editionId,
    title: localizedText,
    kind: z.enum(['standard', 'desk']),
    state: draftState,
    origin: z.object({ kind: draftOriginKind, edition: editionId, hash: editionHash.nullable() }),
    version: z.int().meta({ description: 'One more with every edit; the tag that an edit names' }),
    createdAt: z.iso.datetime(),
    createdBy: person,
    updatedAt: z.iso.datetime(),
    updatedBy: person,
    editors: z.array(person).meta({ description: 'Everybody who edited it: none of them may approve it' }),
    submittedAt: z.iso.datetime().nullable(),
    returned: z
      .object({ at: z.iso.datetime(), by: person, note: z.string() })
      .nullable()
      .meta({ description: 'Why a reviewer sent it back the last time' }),
    published: z.object({ at: z.iso.datetime(), by: person, hash: editionHash, version: z.int() }).nullable(),
    newer: newerVersion
      .nullable()
      .meta({ description: 'The version to take in, where the one that it began with was replaced; else null' }),
  })
  .meta({ id: 'DraftSummary' });

export const draftPage = pageOf(draftSummary).meta({ id: 'DraftPage' });

export const draft = z
  .object({
    ...draftSummary.shape,
    documents,
    base: documents
      .nullable()
      .meta({ description: 'The documents that it began with, under its own id; null where it began with a folder' }),
    confirmed: z.array(z.string()).meta({ description: 'Items of a roll-over that stay as they are, by their keys' }),
  })
  .meta({ id: 'Draft' });

export const draftQuery = z.object({
  ...pageQuery.shape,
  edition: editionId.optional(),
  state: draftState.optional(),
});

/** `roll-over` makes the year after; `roll-back` takes an older version, by its hash, to be published anew. */
export const draftCreation = z
  .strictObject({
    kind: z.enum(['revision', 'roll-over', 'roll-back']),
    edition: editionId.meta({ description: 'The edition that it begins with' }),
    hash: editionHash.optional().meta({ description: 'Its version; the newest where left out' }),
    year: z.int().min(1949).max(9999).optional().meta({ description: 'Of a roll-over; the next where left out' }),
    effectiveFrom: z.iso.date().optional().meta({ description: 'Of a roll-over; 1 January where left out' }),
  })
  .meta({ id: 'DraftCreation' });

const itemKey = z.string().min(1).max(200);

/** Whole documents that were changed, null for those that are no more, and what is confirmed of a roll-over. */
export const draftEdit = z
  .strictObject({
    documents: z.record(z.string().max(300), z.unknown()).default({}),
    confirmed: z.array(itemKey).max(10_000).optional(),
  })
  .meta({ id: 'DraftEdit' });

/** Which side is kept where the draft and the newer version both changed one place, by the keys of the conflicts. */
export const draftRebase = z
  .strictObject({
    hash: editionHash
      .optional()
      .meta({ description: 'The version that was looked at; refused where another is newer' }),
    choices: z.record(z.string().max(2000), z.enum(['mine', 'theirs'])).default({}),
  })
  .meta({ id: 'DraftRebase' });

/** A place that the draft and the newer version both changed, in words; open until a side is chosen by its key. */
export const draftConflict = z
  .object({
    key: z.string(),
    subject: localizedText,
    mine: localizedText.meta({ description: 'What the draft made of it' }),
    theirs: localizedText.meta({ description: 'What the newer version made of it' }),
  })
  .meta({ id: 'DraftConflict' });

export const draftParams = z.object({ id: z.string().max(36) });

/** The trail keeps it. */
const note = freeText(2, 2000);
export const draftReturn = z.strictObject({ note }).meta({ id: 'DraftReturn' });
export const withdrawal = z.strictObject({ version: z.int().min(1), reason: note }).meta({ id: 'EditionWithdrawal' });

export type DraftSummary = z.output<typeof draftSummary>;
export type DraftPage = z.output<typeof draftPage>;
export type Draft = z.output<typeof draft>;
export type DraftQuery = z.output<typeof draftQuery>;
export type DraftCreation = z.output<typeof draftCreation>;
export type DraftEdit = z.output<typeof draftEdit>;
export type NewerVersion = z.output<typeof newerVersion>;
export type DraftRebase = z.output<typeof draftRebase>;
export type DraftConflict = z.output<typeof draftConflict>;
export type DraftReturn = z.output<typeof draftReturn>;
export type EditionWithdrawal = z.output<typeof withdrawal>;
