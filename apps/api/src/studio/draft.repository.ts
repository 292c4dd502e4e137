/** Owns the rows of drafts. */
import { Injectable } from '@nestjs/common';
import type { DraftState, DraftSummary } from '@yimen/contracts';
import { In, type SelectQueryBuilder } from 'typeorm';
import { below, type Scope } from '../areas/scope.js';
import { findRow, insertRows, updateRow } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { DraftEntity } from './draft.entity.js';
import type { Documents, Editor, StoredDraft, WholeDraft } from './draft.js';
import type { MadeBy } from './request-key.js';

export interface DraftFilter {
  readonly scope: Scope;
  readonly edition?: string | undefined;
  readonly states?: readonly DraftState[] | undefined;
  /** Only those edited before this instant. */
  readonly before?: string | undefined;
  readonly limit: number;
}

const UNDER_WAY: readonly DraftState[] = ['draft', 'in-review'];

@Injectable()
export class DraftRepository {
  async insert(transaction: Transaction, draft: WholeDraft, made?: MadeBy): Promise<void> {
    await insertRows(transaction, DraftEntity, [{ ...rowOf(draft), ...documentsRow(draft), ...made }]);
  }

  /** One that is in scope, with everything in it. */
  async find(transaction: Transaction, id: string, scope: Scope): Promise<WholeDraft | undefined> {
    const row = await inScope(transaction, scope)
      .andWhere('draft.id = :id', { id: String(id) })
      .getOne();
    return row ? whole(row) : undefined;
  }

  /** One by its id, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<WholeDraft | undefined> {
    const row = await findRow(transaction, DraftEntity, { id: String(id) }, true);
    return row ? whole(row) : undefined;
  }

  async findByKey(transaction: Transaction, key: string): Promise<(WholeDraft & MadeBy) | undefined> {
    const row = await findRow(transaction, DraftEntity, { requestKey: String(key) });
    return row ? { ...whole(row), requestKey: key, requestHash: row.requestHash ?? '' } : undefined;
  }

  /** Those of an edition that are neither published nor discarded. */
  async underWay(transaction: Transaction, edition: string): Promise<string[]> {
    const rows = await transaction.find(DraftEntity, {
      select: { id: true },
      where: { edition: String(edition), state: In([...UNDER_WAY]) },
    });
    return rows.map(({ id }) => id);
  }

  /** The last edited first, without documents. */
  async list(transaction: Transaction, { scope, edition, states, before, limit }: DraftFilter): Promise<StoredDraft[]> {
    const query = inScope(transaction, scope).select(columns);
    if (edition !== undefined) query.andWhere('draft.edition = :edition', { edition: String(edition) });
    if (states) query.andWhere('draft.state IN (:...states)', { states: [...states] });
    if (before !== undefined) query.andWhere('draft.updatedAt < :before', { before: String(before) });
    const rows = await query.orderBy('draft.updatedAt', 'DESC').take(Number(limit)).getMany();
    return rows.map(stored);
  }

  /** Those under way in scope. */
  openIn(transaction: Transaction, scope: Scope): Promise<StoredDraft[]> {
    return this.list(transaction, { scope, states: UNDER_WAY, limit: 1000 });
  }

  /** Stores a held draft; its documents, and those it goes on from, only where they are given. */
  async update(transaction: Transaction, draft: StoredDraft & Partial<WholeDraft>): Promise<void> {
    const { id, ...row } = rowOf(draft);
    const documents = draft.documents ? { documents: JSON.stringify(draft.documents) } : {};
    const base = draft.base ? { base: JSON.stringify(draft.base) } : {};
    await updateRow(transaction, DraftEntity, { id }, { ...row, ...documents, ...base });
  }
}

const inScope = (transaction: Transaction, scope: Scope): SelectQueryBuilder<DraftEntity> =>
  below(transaction.createQueryBuilder(DraftEntity, 'draft'), scope);

/** Everything but the documents, which are large. */
const columns = [
  'id',
  'edition',
  'area',
  'title',
  'kind',
  'state',
  'origin',
  'version',
  'confirmed',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'editors',
  'submittedAt',
  'returned',
  'published',
].map((name) => `draft.${name}`);

function rowOf(draft: StoredDraft) {
  const { id, edition, area, kind, state, version, createdAt, updatedAt, submittedAt } = draft;
  return {
    id,
    edition,
    area,
    kind,
    state,
    version,
    createdAt,
    updatedAt,
    submittedAt,
    title: JSON.stringify(draft.title),
    origin: JSON.stringify(draft.origin),
    confirmed: JSON.stringify(draft.confirmed),
    createdBy: JSON.stringify(draft.createdBy),
    updatedBy: JSON.stringify(draft.updatedBy),
    editors: JSON.stringify(draft.editors),
    returned: draft.returned && JSON.stringify(draft.returned),
    published: draft.published && JSON.stringify(draft.published),
  };
}

const documentsRow = ({ documents, base }: WholeDraft) => ({
  documents: JSON.stringify(documents),
  base: base && JSON.stringify(base),
});

const maybe = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

function stored(row: DraftEntity): StoredDraft {
  const { id, edition, area, version, createdAt, updatedAt, submittedAt } = row;
  return {
    id,
    edition,
    area,
    version,
    createdAt,
    updatedAt,
    submittedAt,
    kind: row.kind as DraftSummary['kind'],
    state: row.state as DraftState,
    title: JSON.parse(row.title) as DraftSummary['title'],
    origin: JSON.parse(row.origin) as DraftSummary['origin'],
    confirmed: JSON.parse(row.confirmed) as string[],
    createdBy: JSON.parse(row.createdBy) as Editor,
    updatedBy: JSON.parse(row.updatedBy) as Editor,
    editors: JSON.parse(row.editors) as Editor[],
    returned: maybe(row.returned),
    published: maybe(row.published),
  };
}

const whole = (row: DraftEntity): WholeDraft => ({
  ...stored(row),
  documents: JSON.parse(row.documents) as Documents,
  base: maybe(row.base),
});
