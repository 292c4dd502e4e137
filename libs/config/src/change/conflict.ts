/** Owns what a conflict of a merge is, and which side settles it. */
import type { Step } from './change.js';
import type { Side } from './moves.js';

/**
 * Where both sides changed the same thing, each otherwise: a value (undefined: not there), the order of siblings (their
 * ids), or where it stands (its `Home`). `pointer` leads into the merged documents.
 */
export interface Conflict {
  /** The name of the place, under which a side is chosen. */
  readonly key: string;
  readonly about: 'value' | 'order' | 'place';
  readonly document: string;
  readonly pointer: string;
  readonly path: readonly Step[];
  readonly base?: unknown;
  readonly mine?: unknown;
  readonly theirs?: unknown;
  /** The side that moved here what the other removed. */
  readonly movedBy?: Side;
  /** The side that the merged documents have. */
  readonly chosen: Side;
}

/** A conflict before it is known where the merged documents have its place. */
export type Unplaced = Omit<Conflict, 'pointer'>;

/** The sides that are chosen, by the keys of conflicts. */
export type Choices = Readonly<Record<string, Side>>;

/** The side that is chosen; theirs where none is. */
export const chosenSide = (choose: Choices, key: string): Side =>
  Object.hasOwn(choose, key) && choose[key] === 'mine' ? 'mine' : 'theirs';
