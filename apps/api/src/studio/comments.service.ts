/** Owns what editors and reviewers say to each other about places of a draft. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CommentCreation, DraftComment, DraftComments } from '@yimen/contracts';
import { isDuplicate } from '../database/driver-error.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import { CommentRepository } from './comment.repository.js';
import { personOf } from './draft.js';
import { DraftsService, notEditable } from './drafts.service.js';
import { checkSame, type MadeBy, madeBy } from './request-key.js';

@Injectable()
export class CommentsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CommentRepository) private readonly comments: CommentRepository,
    @Inject(DraftsService) private readonly drafts: DraftsService,
  ) {}

  async list(actor: Actor, draft: string): Promise<DraftComments> {
    await this.drafts.get(actor, draft);
    return { items: await this.unitOfWork.read((transaction) => this.comments.of(transaction, draft)) };
  }

  /** The same key with the same comment gives the one that was written the first time. */
  async add(actor: Actor, draft: string, creation: CommentCreation, key?: string): Promise<DraftComment> {
    await this.open(actor, draft);
    const made = madeBy(actor, { draft, creation }, key);
    const before = made && (await this.madeBefore(made));
    if (before) return before;
    const by = personOf(actor.account);
    const comment = { id: randomUUID(), ...creation, by, at: new Date().toISOString(), resolved: null };
    try {
      await this.unitOfWork.run((transaction) => this.comments.insert(transaction, draft, comment, made));
    } catch (error) {
      const faster = made && isDuplicate(error) ? await this.madeBefore(made) : undefined;
      if (!faster) throw error;
      return faster;
    }
    return comment;
  }

  /** Marks a comment as dealt with; once is enough. */
  async resolve(actor: Actor, draft: string, id: string): Promise<DraftComment> {
    await this.open(actor, draft);
    return this.unitOfWork.run(async (transaction) => {
      const comment = await this.comments.hold(transaction, draft, id);
      if (!comment) throw unknownComment();
      if (comment.resolved) return comment;
      const resolved = { ...comment, resolved: { by: personOf(actor.account), at: new Date().toISOString() } };
      await this.comments.update(transaction, resolved);
      return resolved;
    });
  }

  private async open(actor: Actor, id: string): Promise<void> {
    const draft = await this.drafts.get(actor, id, 'comment-on-drafts');
    if (draft.state !== 'draft' && draft.state !== 'in-review') throw notEditable(draft);
  }

  private async madeBefore(made: MadeBy): Promise<DraftComment | undefined> {
    const found = await this.unitOfWork.run((transaction) => this.comments.findByKey(transaction, made.requestKey));
    if (found) checkSame(made, found);
    return found?.comment;
  }
}

const unknownComment = (): Refusal =>
  new Refusal('not-found', 'unknown-comment', { zh: '没有这条意见', en: 'There is no such comment' });
