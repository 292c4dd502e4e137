/** Owns the audit trail as it travels: who did what to what, each entry bound to the one before. */
import * as z from 'zod';
import { areaId } from './area.js';
import { pageOf, pageQuery } from './page.js';

/** Everything that is written into the trail. */
export const auditActions = [
  'session-opened',
  'sign-in-failed',
  'account-locked',
  'session-ended',
  'sessions-ended',
  'password-chosen',
  'password-changed',
  'password-refused',
  'account-invited',
  'account-assigned',
  'account-disabled',
  'account-enabled',
  'account-reset',
  'account-linked',
  'area-created',
  'area-changed',
  'edition-published',
  'edition-withdrawn',
  'draft-created',
  'draft-discarded',
  'draft-rebased',
  'draft-submitted',
  'draft-recalled',
  'draft-returned',
  'draft-approved',
  'submission-stored',
  'submission-corrected',
  'file-uploaded',
  'personal-data-shown',
  'personal-data-searched',
  'keys-rotated',
] as const;
export const auditAction = z.enum(auditActions);
export type AuditAction = z.output<typeof auditAction>;

/** What something was done to. */
export const auditSubjects = ['account', 'area', 'edition', 'submission', 'file', 'keys'] as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const auditEntry = z
  .object({
    sequence: z.number().int().meta({ description: 'From 1 on, without gaps' }),
    at: z.iso.datetime(),
    actor: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'Null where the system did it, or nobody had signed in' }),
    action: auditAction,
    subject: z.object({ kind: z.enum(auditSubjects), id: z.string() }),
    area: areaId.nullable(),
    details: z.record(z.string(), z.unknown()).meta({ description: 'Never personal data' }),
    previous: sha256.meta({ description: 'The hash of the entry before' }),
    hash: sha256.meta({ description: 'SHA-256 of the canonical JSON of all the other members' }),
  })
  .meta({ id: 'AuditEntry' });

export const auditPage = pageOf(auditEntry).meta({ id: 'AuditPage' });

export const auditQuery = z.object({
  ...pageQuery.shape,
  action: auditAction.optional(),
  account: z.string().max(60).optional().meta({ description: 'The name of who did it' }),
  subject: z.string().max(200).optional().meta({ description: 'The id of what it was done to' }),
  from: z.iso.date().optional().meta({ description: 'First day, in China' }),
  to: z.iso.date().optional().meta({ description: 'Last day, in China' }),
});

/** What a check of the whole trail found. */
export const auditReport = z
  .object({
    entries: z.number().int(),
    head: z.object({ sequence: z.number().int(), hash: sha256 }),
    faults: z.array(
      z.object({
        sequence: z.number().int(),
        kind: z.enum(['changed', 'missing', 'unbound', 'cut-off']).meta({
          description:
            'Its content was changed; it is gone; it names another predecessor; the end of the trail is gone',
        }),
      }),
    ),
  })
  .meta({ id: 'AuditReport' });

export type AuditEntry = z.output<typeof auditEntry>;
export type AuditPage = z.output<typeof auditPage>;
export type AuditQuery = z.output<typeof auditQuery>;
export type AuditReport = z.output<typeof auditReport>;
