/** Owns the rows of submissions. */
import { Injectable } from '@nestjs/common';
import { IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import { type RecordKind, type RecordScope, withinKinds } from '../areas/record-scope.js';
import { below, type Scope } from '../areas/scope.js';
import { insertLast } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { SubmissionEntity } from './submission.entity.js';
import type { PlacedSubmission, StoredSubmission } from './submission.js';
import { SubmissionIdentityEntity } from './submission-identity.entity.js';

export interface SubmissionFilter {
  readonly scope: RecordScope;
  readonly edition?: string | undefined;
  /** Only those that are found by one of these. */
  readonly fingerprints?: readonly string[] | undefined;
  /** Only those that arrived before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** A row without what is personal, nothing parsed. */
export type RawSubmission = Pick<
  SubmissionEntity,
  'sequence' | 'id' | 'hash' | 'area' | 'submittedAt' | 'facts' | 'outcome'
>;

const rawColumns = ['sequence', 'id', 'hash', 'area', 'submittedAt', 'facts', 'outcome'].map(
  (name) => `submission.${name} AS ${name}`,
);

@Injectable()
export class SubmissionRepository {
  insert(transaction: Transaction, submission: StoredSubmission): void {
    const { facts, outcome, ...rest } = submission;
    const row = { ...rest, facts: JSON.stringify(facts), outcome: JSON.stringify(outcome) };
    insertLast(transaction, SubmissionEntity, row);
  }

  /** One that is in scope. */
  async find(transaction: Transaction, id: string, scope: RecordScope): Promise<StoredSubmission | undefined> {
    const row = await inScope(transaction, scope)
      .andWhere('submission.id = :id', { id: String(id) })
      .getOne();
    return row ? placed(row) : undefined;
  }

  /** One that the caller may read because it stored it. */
  async findOwn(transaction: Transaction, id: string): Promise<StoredSubmission | undefined> {
    const row = await transaction.findOne(SubmissionEntity, { where: { id: String(id) } });
    return row ? placed(row) : undefined;
  }

  /** Newest first. */
  async list(
    transaction: Transaction,
    { scope, edition, fingerprints, before, limit }: SubmissionFilter,
  ): Promise<PlacedSubmission[]> {
    const query = inScope(transaction, scope);
    if (fingerprints) foundBy(query, fingerprints);
    if (edition !== undefined) query.andWhere('submission.edition = :edition', { edition: String(edition) });
    if (before !== undefined) query.andWhere('submission.sequence < :before', { before: Number(before) });
    const rows = await query.orderBy('submission.sequence', 'DESC').take(Number(limit)).getMany();
    return rows.map(placed);
  }

  /** Whether it was still the version that the change was made on. */
  async update(transaction: Transaction, submission: StoredSubmission, from: number): Promise<boolean> {
    const { id, facts, outcome, personal, sealedBy, dueOn, version } = submission;
    const row = { facts: JSON.stringify(facts), outcome: JSON.stringify(outcome), personal, sealedBy, dueOn, version };
    const { affected } = await transaction.update(SubmissionEntity, { id, version: Number(from) }, row);
    return affected === 1;
  }

  /** Some that the key did not seal, or, without a key, that nobody has looked through for personal facts yet. */
  async notSealedBy(transaction: Transaction, key: string | null, limit: number): Promise<PlacedSubmission[]> {
    const others = key === null ? [] : [{ sealedBy: Not(String(key)) }];
    const rows = await transaction.find(SubmissionEntity, {
      where: [{ sealedBy: IsNull() }, ...others],
      order: { sequence: 'ASC' },
      take: Number(limit),
    });
    return rows.map(placed);
  }

  /** Some of which nobody has looked of what kind they are. */
  async ofUnknownKind(transaction: Transaction, limit: number): Promise<PlacedSubmission[]> {
    const rows = await transaction.find(SubmissionEntity, {
      where: { kind: IsNull() },
      order: { sequence: 'ASC' },
      take: Number(limit),
    });
    return rows.map(placed);
  }

  /** Whether nobody was faster to say of what kind it is. */
  async learnKind(transaction: Transaction, id: string, kind: RecordKind): Promise<boolean> {
    const { affected } = await transaction.update(SubmissionEntity, { id: String(id), kind: IsNull() }, { kind });
    return affected === 1;
  }

  /** Every key that sealed one. */
  async keys(transaction: Transaction): Promise<string[]> {
    const rows = await transaction
      .createQueryBuilder(SubmissionEntity, 'submission')
      .select('DISTINCT submission.sealed_by', 'key')
      .where('submission.sealed_by IS NOT NULL')
      .getRawMany<{ key: string }>();
    return rows.map(({ key }) => key);
  }

  /** How many there are of an edition, told by an index alone. */
  async countOf(transaction: Transaction, edition: string): Promise<number> {
    const row = await transaction
      .createQueryBuilder(SubmissionEntity, 'submission')
      .select('COUNT(*)', 'count')
      .where('submission.edition = :edition', { edition: String(edition) })
      .getRawOne<{ count: number | string }>();
    return Number(row?.count ?? 0);
  }

  /** Where, in the order of arrival, so many records of an edition end behind a place; none where fewer are left. */
  async windowEnd(transaction: Transaction, edition: string, after: number, size: number): Promise<number | undefined> {
    const row = await transaction
      .createQueryBuilder(SubmissionEntity, 'submission')
      .select('submission.sequence', 'sequence')
      .where('submission.edition = :edition', { edition: String(edition) })
      .andWhere('submission.sequence > :after', { after: Number(after) })
      .orderBy('submission.sequence', 'ASC')
      .offset(Number(size) - 1)
      .limit(1)
      .getRawOne<{ sequence: number }>();
    return row && Number(row.sequence);
  }

  /**
   * Rows of a window as they lie, in the order of arrival: whoever wants many of them parses them at leisure. A window
   * instead of a limit: with one, a database may look through every record of the areas for each page.
   */
  async rawWindow(
    transaction: Transaction,
    edition: string,
    scope: Scope,
    after: number,
    end: number | undefined,
  ): Promise<RawSubmission[]> {
    const query = ofAnyKind(transaction, scope)
      .select(rawColumns)
      .andWhere('submission.edition = :edition', { edition: String(edition) })
      .andWhere('submission.sequence > :after', { after: Number(after) });
    if (end !== undefined) query.andWhere('submission.sequence <= :end', { end: Number(end) });
    return query.orderBy('submission.sequence', 'ASC').getRawMany<RawSubmission>();
  }

  /** Rows as they lie, of those named that are in scope. */
  async rawNamed(transaction: Transaction, sequences: readonly number[], scope: Scope): Promise<RawSubmission[]> {
    if (sequences.length === 0) return [];
    return ofAnyKind(transaction, scope)
      .select(rawColumns)
      .andWhere('submission.sequence IN (:...sequences)', { sequences: sequences.map(Number) })
      .getRawMany<RawSubmission>();
  }

  /** The facts of the newest of all editions whose id begins so. */
  async newestOf(transaction: Transaction, family: string, scope: Scope, most: number): Promise<string[]> {
    const rows = await ofAnyKind(transaction, scope)
      .select(['submission.facts AS facts'])
      .andWhere('submission.edition LIKE :family', { family: `${String(family)}%` })
      .orderBy('submission.sequence', 'DESC')
      .limit(Number(most))
      .getRawMany<{ facts: string }>();
    return rows.map(({ facts }) => facts);
  }

  async any(transaction: Transaction): Promise<boolean> {
    return transaction.exists(SubmissionEntity);
  }
}

const ofAnyKind = (transaction: Transaction, scope: Scope): SelectQueryBuilder<SubmissionEntity> =>
  below(transaction.createQueryBuilder(SubmissionEntity, 'submission'), scope);

function inScope(transaction: Transaction, scope: RecordScope): SelectQueryBuilder<SubmissionEntity> {
  const { text, values } = withinKinds('submission', scope);
  return transaction.createQueryBuilder(SubmissionEntity, 'submission').where(text, values);
}

function foundBy(query: SelectQueryBuilder<SubmissionEntity>, fingerprints: readonly string[]): void {
  const found = query
    .subQuery()
    .select('identity.submissionId')
    .from(SubmissionIdentityEntity, 'identity')
    .where('identity.fingerprint IN (:...fingerprints)')
    .getQuery();
  query.andWhere(`submission.id IN ${found}`, { fingerprints });
}

/** The kind of those stored by earlier releases is learned before anything is served. */
const placed = ({ facts, outcome, kind, ...rest }: SubmissionEntity): PlacedSubmission => ({
  ...rest,
  kind: kind as RecordKind,
  facts: JSON.parse(facts) as PlacedSubmission['facts'],
  outcome: JSON.parse(outcome) as PlacedSubmission['outcome'],
});
