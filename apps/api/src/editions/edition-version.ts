/** Owns what a published version of an edition is, stored and opened. */
import type { Edition } from '@yimen/config';
import type { Evaluator, Program } from '@yimen/engine';

/** A version as it is stored. */
export interface EditionVersion {
  /** `authority/subject/year`. */
  readonly id: string;
  /** 1, 2, … within the edition; the newest is current. */
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: string;
  readonly effectiveFrom: string;
}

/** A version ready to be shown and run. */
export interface OpenedEdition extends EditionVersion {
  readonly edition: Edition;
  readonly evaluator: Evaluator;
  readonly program: Program;
  readonly current: boolean;
}
