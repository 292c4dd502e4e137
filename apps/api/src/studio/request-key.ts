/** Owns how a creating request is known when it comes again. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@yimen/config';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';

/** The key of a request, and what it asked for; a key belongs to who sent it. */
export interface MadeBy {
  readonly requestKey: string;
  readonly requestHash: string;
}

export function madeBy({ account }: Actor, request: unknown, key: string | undefined): MadeBy | undefined {
  if (key === undefined) return undefined;
  const requestHash = createHash('sha256')
    .update(canonicalJson({ account: account.id, request }))
    .digest('hex');
  return { requestKey: key, requestHash };
}

/** Refuses a key that came with another request before. */
export function checkSame(made: MadeBy, before: MadeBy): void {
  if (made.requestHash === before.requestHash) return;
  throw new Refusal('unacceptable', 'idempotency-key-reused', {
    zh: '这个 Idempotency-Key 已用于另一份内容，请换一个',
    en: 'This Idempotency-Key was used with other content; send a new one',
  });
}
