/** Owns which confirmations outlive a change of the documents: those of items that still say what was confirmed. */
import type { Documents } from '../change/change.js';
import { byKey, foundIn, type Items, isSame } from './items.js';

/**
 * The keys among `confirmed` whose items say and mean in `now` what they did in `seen`, and stand in the same. What stands
 * in an item counts for itself.
 */
export function confirmedStill(confirmed: readonly string[], seen: Documents, now: Documents): string[] {
  if (confirmed.length === 0) return [];
  const [before, after] = [seen, now].map((documents) => byKey(foundIn(documents))) as [Items, Items];
  return confirmed.filter((key) => isSame(before.get(key), after.get(key)));
}
