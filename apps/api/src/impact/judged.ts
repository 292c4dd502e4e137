/** Owns what judging a stored record by a draft comes to. */
import type { Facts } from '@yimen/config';

/**
 * What a record came to. A total is a range in hundredths while answers are missing; a desk has none, nor has a standard
 * of which no line applies. A result is a grade or a disposition, null while it is open.
 */
export interface Verdict {
  readonly low: number | null;
  readonly high: number | null;
  readonly result: string | null;
}

/** A line, or a rule of a desk, that makes a difference. */
export interface Cause {
  readonly id: string;
  /** Hundredths that it moves. */
  readonly points: number;
  /** Whether an answer is missing for it. */
  readonly open: boolean;
}

export interface Judged {
  readonly before: Verdict;
  readonly after: Verdict;
  readonly causes: readonly Cause[];
  /** Whether anything of it is other than it was, or open. */
  readonly changed: boolean;
}

/** Judges facts and holds what comes of it against a stored outcome, as JSON; undefined where that is of another kind. */
export type Judge = (facts: Facts, outcome: string) => Judged | undefined;
