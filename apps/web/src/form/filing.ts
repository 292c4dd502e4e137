/** Owns what questions are filled in for: the answers so far, and what becomes of them. */
import type { ReactNode } from 'react';
import type { Answers } from './answers';

/** A new record, or the correction of one: whoever draws the questions need not know which. */
export interface Filing {
  readonly answers: Answers;
  /** Where it is stored, as far as it is known. */
  readonly area: string | undefined;
  readonly change: (form: string, answers: Answers[string]) => void;
  /** Personal answers as they were shown; an answer that is still its mask is kept as it is stored. */
  readonly masks: Answers;
  /** Whether something would be lost by leaving. */
  readonly unsaved: boolean;
  /** The heading, from what is filled in. */
  readonly title: (of: string) => string;
  /** What the button that sends says. */
  readonly action: string;
  /** What stands in the head: where it is stored, or the way back. */
  readonly head: ReactNode;
  /** What came of sending, or what it still asks. */
  readonly told: ReactNode;
  readonly send: () => void;
  readonly sending: boolean;
}
