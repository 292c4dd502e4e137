/** Owns the rows of long work about drafts: of each kind the last run. */
import { Injectable } from '@nestjs/common';
import type { JobState } from '@yimen/contracts';
import { findRow, insertRows, updateRow } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { DraftJobEntity } from './draft-job.entity.js';

export type JobKind = 'gate' | 'impact';

/** A run of long work, with what was asked for and what came out. */
export interface DraftJob {
  readonly draft: string;
  readonly kind: JobKind;
  readonly run: string;
  readonly state: JobState;
  readonly version: number;
  readonly done: number;
  readonly total: number;
  readonly request: unknown;
  readonly result: unknown;
  readonly startedAt: string;
  readonly beatAt: string;
}

@Injectable()
export class DraftJobRepository {
  async find(transaction: Transaction, draft: string, kind: JobKind): Promise<DraftJob | undefined> {
    const row = await findRow(transaction, DraftJobEntity, { draft: String(draft), kind });
    return row ? job(row) : undefined;
  }

  /** Stores a new run in place of the one before. */
  async begin(transaction: Transaction, { draft, kind, ...begun }: DraftJob): Promise<void> {
    const row = rowOf(begun);
    const known = await findRow(transaction, DraftJobEntity, { draft, kind }, true);
    if (known) await updateRow(transaction, DraftJobEntity, { draft, kind }, row);
    else await insertRows(transaction, DraftJobEntity, [{ draft, kind, ...row }]);
  }

  /** Changes a run that is still the last and still running; whether it was. */
  async update(transaction: Transaction, { draft, kind, run }: DraftJob, change: Partial<DraftJob>): Promise<boolean> {
    const where = { draft, kind, run, state: 'running' };
    const { result, request: _, ...rest } = change;
    const row = { ...rest, ...(result === undefined ? {} : { result: JSON.stringify(result) }) };
    const { affected } = await transaction.update(DraftJobEntity, where, row);
    return affected === 1;
  }
}

const rowOf = ({ request, result, ...rest }: Omit<DraftJob, 'draft' | 'kind'>) => ({
  ...rest,
  request: JSON.stringify(request),
  result: result === null ? null : JSON.stringify(result),
});

const job = (row: DraftJobEntity): DraftJob => ({
  ...row,
  kind: row.kind as JobKind,
  state: row.state as JobState,
  request: JSON.parse(row.request),
  result: row.result === null ? null : JSON.parse(row.result),
});
