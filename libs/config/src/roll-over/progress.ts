/** Owns how far a roll-over is: what is confirmed, changed, added, retired, and what nobody has decided on. */

import type { Documents } from '../change/change.js';
import { together } from '../change/sequence.js';
import { byKey, type Found, foundIn, type Items, isSame, type RollOverItem } from './items.js';

export type RollOverState = 'unconfirmed' | 'confirmed' | 'changed' | 'added' | 'retired';

export interface RollOverStep extends RollOverItem {
  readonly state: RollOverState;
}

export interface RollOverProgress {
  /** As they stand now; what is retired behind what it stood behind, with its old title and place. */
  readonly items: readonly RollOverStep[];
  /** How many are unconfirmed. */
  readonly left: number;
  readonly total: number;
}

/**
 * Where each item of the base and of the draft stands. An item is changed where it says something else itself, reads a
 * formula or condition that does, or stands in another; what stands in it counts for itself. `base` is under the draft's
 * own paths. Only keys of items that are still as they were confirm anything.
 */
export function rollOverProgress(base: Documents, now: Documents, confirmed: readonly string[]): RollOverProgress {
  const [before, after] = [base, now].map((documents) => byKey(foundIn(documents))) as [Items, Items];
  const kept = new Set(confirmed);
  const items = together([...before.keys()], [...after.keys()]).map((key): RollOverStep => {
    const [old, current] = [before.get(key), after.get(key)];
    const { item } = (current ?? old) as Found;
    return { ...item, state: stateOf(old, current, kept.has(key)) };
  });
  return { items, left: items.filter(({ state }) => state === 'unconfirmed').length, total: items.length };
}

function stateOf(old: Found | undefined, now: Found | undefined, confirmed: boolean): RollOverState {
  if (!now) return 'retired';
  if (!old) return 'added';
  if (!isSame(old, now)) return 'changed';
  return confirmed ? 'confirmed' : 'unconfirmed';
}

/** The item of a key and everything that stands in it, in their order. */
export function itemsBelow<Item extends RollOverItem>(items: readonly Item[], key: string): Item[] {
  const parents = new Map(items.map((item) => [item.key, item.parent]));
  const reaches = (from: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null | undefined = from; at && !seen.has(at); at = parents.get(at)) {
      if (at === key) return true;
      seen.add(at);
    }
    return false;
  };
  return items.filter((item) => reaches(item.key));
}

/** The confirmed keys, with those of an item and everything in it that nobody had decided on. */
export function withConfirmed(confirmed: readonly string[], items: readonly RollOverStep[], key: string): string[] {
  const open = itemsBelow(items, key).filter(({ state }) => state === 'unconfirmed');
  return [...new Set([...confirmed, ...open.map((item) => item.key)])];
}
