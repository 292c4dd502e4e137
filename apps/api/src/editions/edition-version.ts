/** Owns what a published version of an edition is, stored and opened. */
import type { Edition } from '@yimen/config';
import type { Person } from '@yimen/contracts';
import type { Evaluator, Program } from '@yimen/engine';

/** A version as it is stored. */
export interface EditionVersion {
  /** `authority/subject/year`. */
  readonly id: string;
  /** 1, 2, … within the edition; the newest that is in effect is current. */
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: string;
  /** The day (`YYYY-MM-DD`) from which it counts. */
  readonly effectiveFrom: string;
  /** The draft it came from, and who approved it; null for one of the folder. */
  readonly draft: string | null;
  readonly approvedBy: Person | null;
  /** When it was taken back, which happens at most once. */
  readonly withdrawnAt: string | null;
}

/** A version as it comes from the folder. */
export const fromFolder = { draft: null, approvedBy: null, withdrawnAt: null } as const;

/**
 * The version of an edition that counts on a day: the newest that is in effect and was not taken back. One with a later
 * day waits, however new it is.
 */
export const inEffect = (versions: readonly EditionVersion[], day: string): EditionVersion | undefined =>
  versions
    .filter(({ effectiveFrom, withdrawnAt }) => withdrawnAt === null && effectiveFrom <= day)
    .reduce<EditionVersion | undefined>((best, each) => (best && best.version > each.version ? best : each), undefined);

/** A version ready to be shown and run. */
export interface OpenedEdition extends EditionVersion {
  readonly edition: Edition;
  readonly evaluator: Evaluator;
  readonly program: Program;
  readonly current: boolean;
}

/** The newest version that was not taken back, of versions oldest first, in effect or not. */
export const newestStanding = (versions: readonly EditionVersion[]): EditionVersion | undefined =>
  versions.filter(({ withdrawnAt }) => withdrawnAt === null).at(-1);
