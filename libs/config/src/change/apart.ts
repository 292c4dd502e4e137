/** Owns where a merge puts what both sides moved to other homes, and what lost the home that a side had moved it to. */
import { carried } from './carry.js';
import { type Documents, placeKey } from './change.js';
import { type Choices, chosenSide, type Unplaced } from './conflict.js';
import { hasHolder, withHolder, withoutThing, withThing } from './holder.js';
import { type Home, homesIn, isInside } from './homes.js';
import type { Apart, Gathered } from './moves.js';

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

/**
 * The documents with each thing once that stayed where each side has it: where it went, if that is kept; else where the
 * other side has it, in what it stands in there.
 */
export function withLeft(documents: Documents, { left, ...sides }: Gathered): Documents {
  if (left.length === 0) return documents;
  const there = homesIn(documents);
  return left.reduce<Documents>((before, { name, side, home }) => {
    const model = sides[side];
    if (there.get(name) === null) return withoutThing(before, home);
    if (there.has(name)) return before;
    return withThing(hasHolder(before, home) ? before : withHolder(before, home, model), home, model);
  }, documents);
}
