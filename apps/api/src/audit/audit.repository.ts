/** Owns the rows of the audit trail. */
import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditEntry } from '@yimen/contracts';
import { MoreThan, type SelectQueryBuilder } from 'typeorm';
import { below, type Scope } from '../areas/scope.js';
import { findRow, insertRows, updateRow } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import type { AuditHead } from './audit-entry.js';
import { AuditHeadEntity, HEAD } from './audit-head.entity.js';

export interface AuditFilter {
  readonly scope: Scope;
  readonly action?: AuditAction | undefined;
  readonly account?: string | undefined;
  readonly subject?: string | undefined;
  /** ISO instants: from the first on, before the second. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Only those older than this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

@Injectable()
export class AuditRepository {
  /** The end of the trail, `held` until the transaction ends. */
  async head(transaction: Transaction, held = false): Promise<AuditHead> {
    const head = await findRow(transaction, AuditHeadEntity, { id: HEAD }, held);
    if (head) return head;
    throw new Error('the audit trail has lost its end: the row of audit_head is gone');
  }

  async append(transaction: Transaction, entries: readonly AuditEntry[], { sequence, hash }: AuditHead): Promise<void> {
    await insertRows(transaction, AuditEntryEntity, entries.map(rowOf));
    await updateRow(transaction, AuditHeadEntity, { id: HEAD }, { sequence, hash });
  }

  /** In order, those behind a place. */
  async after(transaction: Transaction, sequence: number, limit: number): Promise<AuditEntry[]> {
    const rows = await transaction.find(AuditEntryEntity, {
      where: { sequence: MoreThan(Number(sequence)) },
      order: { sequence: 'ASC' },
      take: Number(limit),
    });
    return rows.map(entryOf);
  }

  /** Newest first. */
  async list(transaction: Transaction, filter: AuditFilter): Promise<AuditEntry[]> {
    const query = matching(below(transaction.createQueryBuilder(AuditEntryEntity, 'entry'), filter.scope), filter);
    const rows = await query.orderBy('entry.sequence', 'DESC').take(Number(filter.limit)).getMany();
    return rows.map(entryOf);
  }
}

function matching(query: SelectQueryBuilder<AuditEntryEntity>, filter: AuditFilter) {
  const conditions = [
    ['entry.action = :action', filter.action],
    ['entry.account_name = :account', filter.account],
    ['entry.subject_id = :subject', filter.subject],
    ['entry.at >= :from', filter.from],
    ['entry.at < :until', filter.until],
    ['entry.sequence < :before', filter.before],
  ] as const;
  for (const [condition, value] of conditions)
    if (value !== undefined) query.andWhere(condition, { [condition.slice(condition.indexOf(':') + 1)]: value });
  return query;
}

const rowOf = ({ actor, subject, details, action, ...rest }: AuditEntry) => ({
  ...rest,
  action,
  accountId: actor?.id ?? null,
  accountName: actor?.name ?? null,
  subjectKind: subject.kind,
  subjectId: subject.id,
  details: JSON.stringify(details),
});

/** Whatever stands in the row: an entry that somebody changed must be readable to be found. */
function entryOf(row: AuditEntryEntity): AuditEntry {
  const { accountId, accountName, subjectKind, subjectId, details, action, ...rest } = row;
  return {
    ...rest,
    action: action as AuditAction,
    actor: accountId === null && accountName === null ? null : { id: accountId ?? '', name: accountName ?? '' },
    subject: { kind: subjectKind as AuditEntry['subject']['kind'], id: subjectId },
    details: readDetails(details),
  };
}

function readDetails(text: string): AuditEntry['details'] {
  try {
    return JSON.parse(text) as AuditEntry['details'];
  } catch {
    return { unreadable: text };
  }
}
