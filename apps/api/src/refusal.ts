/** Owns how a feature says no: a coded error in both languages that the HTTP filter turns into a problem. */
import type { Issue, LocalizedText } from '@yimen/config';

/**
 * Why: the thing is not there, the content cannot be accepted, the request itself is malformed, something else stands in
 * its place, what it was made on has changed meanwhile, nobody knows who asks, who asks may not, or asks too often, it
 * is larger than what is taken, what was stored is damaged, or the place where it is stored does not answer.
 */
export type RefusalKind =
  | 'not-found'
  | 'unacceptable'
  | 'malformed'
  | 'conflict'
  | 'stale'
  | 'unknown-person'
  | 'forbidden'
  | 'too-often'
  | 'too-large'
  | 'damaged'
  | 'unavailable';

export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    /** Stable kebab-case code, the last part of the problem's `type`. */
    readonly code: string,
    readonly text: LocalizedText,
    readonly issues: readonly Issue[] = [],
    /** Further members of the answer. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(text.en);
    this.name = 'Refusal';
  }
}

/** A refusal that says after how many seconds to ask again. */
export class TooOften extends Refusal {
  constructor(
    code: string,
    readonly retryAfter: number,
    text: LocalizedText,
  ) {
    super('too-often', code, text);
  }
}

/** Somebody was faster: the version that a change was made on is not the newest any more. */
export const stale = (): Refusal =>
  new Refusal('stale', 'stale-version', {
    zh: '别人已经改过，请刷新后再改',
    en: 'It was changed meanwhile; load it again and repeat the change',
  });
