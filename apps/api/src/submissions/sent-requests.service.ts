/**
 * Owns telling whether a request that comes with a used key is the one that used it. No hash of answers is kept: they
 * hold personal data, which a plain hash would give away by guessing and a keyed one would lose with its key. The
 * answers are compared with those that the record was made of, which are sealed anew whenever keys change.
 */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '@yimen/config';
import type { FactsDocument, SubmissionRequest } from '@yimen/contracts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { DataKeys } from '../personal/data-keys.js';
import { Refusal } from '../refusal.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';
import { RevisionRepository } from './revision.repository.js';
import type { StoredSubmission } from './submission.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionVault } from './submission-vault.service.js';

/** A request with the key that it came with. A key belongs to who sent it. */
export interface SentRequest {
  readonly key: string;
  /** The id of the account. */
  readonly account: string;
  readonly request: SubmissionRequest;
}

@Injectable()
export class SentRequests {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(IdempotencyKeyRepository) private readonly keys: IdempotencyKeyRepository,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(RevisionRepository) private readonly revisions: RevisionRepository,
    @Inject(SubmissionVault) private readonly vault: SubmissionVault,
    @Inject(DataKeys) private readonly dataKeys: DataKeys,
  ) {}

  /** Writes down which submission a request made. */
  remember(transaction: Transaction, sent: SentRequest, submissionId: string, at: string): void {
    this.keys.insert(transaction, { key: sent.key, requestHash: hashOf(sent), submissionId }, at);
  }

  /** The submission that a key made; another request with that key is refused. */
  find(sent: SentRequest): Promise<StoredSubmission | undefined> {
    return this.unitOfWork.run(async (transaction) => {
      const used = await this.keys.find(transaction, sent.key);
      const stored = used && (await this.submissions.findOwn(transaction, used.submissionId));
      if (!stored) return undefined;
      const same =
        used.requestHash === hashOf(sent)
          ? canonicalJson(await this.firstFacts(transaction, stored)) === canonicalJson(sent.request.facts)
          : this.earlierHashes(sent).includes(used.requestHash);
      if (!same) throw keyReused();
      return stored;
    });
  }

  /** The answers that a submission was made of: read first as it is, so that a correction meanwhile is seen. */
  private async firstFacts(transaction: Transaction, stored: StoredSubmission): Promise<FactsDocument> {
    if (stored.version === 1) return this.vault.open(stored).facts;
    const first = await this.revisions.find(transaction, stored.id, 1);
    if (!first) throw new Error(`the first version of the submission ${stored.id} is gone`);
    return this.vault.openRevision(first);
  }

  /** How earlier releases wrote a request down: keyed while their keys are given, and plainly before there were keys. */
  private earlierHashes({ account, request }: SentRequest): string[] {
    const text = canonicalJson({ account, request });
    return [...this.dataKeys.fingerprints(text), sha256(text)];
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Everything of a request but its answers. */
function hashOf({ account, request: { facts: _, ...rest } }: SentRequest): string {
  return sha256(canonicalJson({ account, ...rest }));
}

const keyReused = (): Refusal =>
  new Refusal('unacceptable', 'idempotency-key-reused', {
    zh: '这个 Idempotency-Key 已用于另一份内容，请换一个',
    en: 'This Idempotency-Key was used with other content; send a new one',
  });
