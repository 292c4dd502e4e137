/** Owns where a merge puts what both sides moved, each to another home. */
import { carried } from './carry.js';
import { type Documents, placeKey } from './change.js';
import { type Choices, chosenSide, type Unplaced } from './conflict.js';
import { hasHolder } from './holder.js';
import { type Home, isInside } from './homes.js';
import type { Apart } from './moves.js';

/** The documents with what both sides moved where the chosen one has it, and the conflicts where they are then. */
export function settledPlaces(
  documents: Documents,
  conflicts: readonly Unplaced[],
  apart: readonly Apart[],
  choose: Choices,
) {
  let settled = documents;
  let places = [...conflicts];
  // From the innermost: until then, what holds it stands where it was compared.
  for (const { mine, theirs, model } of [...apart].reverse()) {
    const key = `${placeKey(theirs.document, theirs.path)}~place`;
    const chosen = chosenSide(choose, key);
    places.push({ key, about: 'place', ...theirs, mine, theirs, chosen });
    if (chosen === 'theirs' || !hasHolder(settled, mine)) continue;
    settled = carried(settled, [{ from: theirs, to: mine }], model);
    places = places.map((each) => (isInside(each, theirs) ? { ...each, ...insteadOf(each, theirs, mine) } : each));
  }
  return { documents: settled, places };
}

const insteadOf = ({ path }: Home, old: Home, now: Home): Home => ({
  document: now.document,
  path: [...now.path, ...path.slice(old.path.length)],
});
