/** Owns what an entry of the audit trail is, and how it is bound to the one before. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@yimen/config';
import type { AuditAction, AuditEntry } from '@yimen/contracts';

/** Something that was done. Details say what changed, and never hold personal data. */
export interface AuditEvent {
  readonly action: AuditAction;
  readonly subject: AuditEntry['subject'];
  readonly area?: string | null;
  readonly details?: AuditEntry['details'];
}

/** An entry that is not bound yet. */
export type Unbound = Omit<AuditEntry, 'sequence' | 'previous' | 'hash'>;

/** The end of the trail: how many entries there are, and the hash of the last. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

/** The hash that an entry must have. */
export function hashOf({ hash: _, ...content }: AuditEntry): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** The entry that follows a head. */
export function bind(head: AuditHead, unbound: Unbound): AuditEntry {
  const entry = { ...unbound, sequence: head.sequence + 1, previous: head.hash, hash: '' };
  return { ...entry, hash: hashOf(entry) };
}
