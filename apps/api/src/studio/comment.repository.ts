/** Owns the rows of comments on drafts. */
import { Injectable } from '@nestjs/common';
import type { DraftComment } from '@yimen/contracts';
import { findRow, insertRows, updateRow } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { DraftCommentEntity } from './draft-comment.entity.js';
import type { MadeBy } from './request-key.js';

@Injectable()
export class CommentRepository {
  async insert(transaction: Transaction, draft: string, comment: DraftComment, made?: MadeBy): Promise<void> {
    await insertRows(transaction, DraftCommentEntity, [{ draft, ...rowOf(comment), ...made }]);
  }

  /** The comments on a draft, oldest first. */
  async of(transaction: Transaction, draft: string): Promise<DraftComment[]> {
    const rows = await transaction.find(DraftCommentEntity, {
      where: { draft: String(draft) },
      order: { at: 'ASC', id: 'ASC' },
    });
    return rows.map(comment);
  }

  /** One of a draft, held until the transaction ends. */
  async hold(transaction: Transaction, draft: string, id: string): Promise<DraftComment | undefined> {
    const row = await findRow(transaction, DraftCommentEntity, { id: String(id), draft: String(draft) }, true);
    return row ? comment(row) : undefined;
  }

  async findByKey(
    transaction: Transaction,
    key: string,
  ): Promise<(MadeBy & { readonly comment: DraftComment }) | undefined> {
    const row = await findRow(transaction, DraftCommentEntity, { requestKey: String(key) });
    return row ? { comment: comment(row), requestKey: key, requestHash: row.requestHash ?? '' } : undefined;
  }

  async update(transaction: Transaction, { id, resolved }: DraftComment): Promise<void> {
    await updateRow(transaction, DraftCommentEntity, { id }, { resolved: resolved && JSON.stringify(resolved) });
  }
}

const rowOf = ({ by, resolved, ...rest }: DraftComment) => ({
  ...rest,
  by: JSON.stringify(by),
  resolved: resolved && JSON.stringify(resolved),
});

const comment = ({ id, document, pointer, text, by, at, resolved }: DraftCommentEntity): DraftComment => ({
  id,
  document,
  pointer,
  text,
  by: JSON.parse(by) as DraftComment['by'],
  at,
  resolved: resolved === null ? null : (JSON.parse(resolved) as DraftComment['resolved']),
});
