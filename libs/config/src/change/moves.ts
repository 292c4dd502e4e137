/**
 * Owns what went from one holder to another on either side of a merge. Before contents are compared, the base and both
 * sides are brought to have each thing in the same place: a line that went to another indicator is still one line.
 */
import { carried } from './carry.js';
import { type Documents, placeKey } from './change.js';
import { hasHolder, withHolder } from './holder.js';
import { type Home, holderOf, homesIn, isInside, isKept, sameHome } from './homes.js';

export type Side = 'mine' | 'theirs';
type State = 'base' | Side;
type Three = Readonly<Record<State, Documents>>;

/** A thing that both sides moved, each to another home. */
export interface Apart {
  readonly mine: Home;
  /** Where all have it while contents are compared. */
  readonly theirs: Home;
  /** The documents in which mine has it in its own home. */
  readonly model: Documents;
}

/** A thing that both sides have, and that stays where each of them has it: what it went into is asked about by itself. */
export interface Left {
  readonly name: string;
  /** Who did not move it, and where that side has it. */
  readonly side: Side;
  readonly home: Home;
}

export interface Gathered extends Three {
  /** Who moved what the other side removed, by the key of the place where it is now; null: something inside of it. */
  readonly moved: ReadonlyMap<string, Side | null>;
  /** From the outermost to the innermost. */
  readonly apart: readonly Apart[];
  readonly left: readonly Left[];
}

interface Move {
  readonly name: string;
  readonly homes: Readonly<Record<State, Home | undefined>>;
  readonly by: Side;
  readonly to: Home;
}

/** Three states with each thing in one place: where the side that moved it has it, theirs where both did. */
export function gathered(base: Documents, mine: Documents, theirs: Documents): Gathered {
  let three: Three = { base, mine, theirs };
  const moved = new Map<string, Side | null>();
  const apart: Apart[] = [];
  const seen = new Set<string>();
  const refused: Move[] = [];
  for (
    let moves = outermostMoves(three, seen, refused);
    moves.length > 0;
    moves = outermostMoves(three, seen, refused)
  ) {
    const ready: Move[] = [];
    for (const move of moves) {
      seen.add(move.name);
      const prepared = withHolders(three, move);
      three = prepared ?? three;
      (prepared ? ready : refused).push(move);
    }
    for (const move of ready) {
      if (!move.homes[otherThan(move.by)] && isKept(move.to)) note(moved, move);
      if (isApart(move)) apart.push({ mine: move.homes.mine, theirs: move.to, model: three.mine });
    }
    three = withMoves(three, ready);
  }
  return { ...three, moved, apart, left: refused.flatMap((move) => leftBy(move) ?? []) };
}

function leftBy({ name, homes, by }: Move): Left | undefined {
  const side = otherThan(by);
  const home = homes[side];
  return homes[by] && home && { name, side, home };
}

/** Notes who moved a thing to a place, and all that is around it. */
function note(moved: Map<string, Side | null>, { to: { document, path }, by }: Move): void {
  for (let length = 0; length < path.length; length += 1) {
    const key = placeKey(document, path.slice(0, length));
    moved.set(key, moved.get(key) ?? null);
  }
  moved.set(placeKey(document, path), by);
}

/** Whether mine moved a thing as well, to another home. */
const isApart = (move: Move): move is Move & { readonly homes: { readonly mine: Home } } => {
  const { homes, by, to } = move;
  return by === 'theirs' && homes.mine !== undefined && isAway(homes.mine, homes.base) && isAway(homes.mine, to);
};

const otherThan = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine');

/** The outermost things, of those not seen yet, that a side moved: what they hold goes, or is left, with them. */
function outermostMoves(three: Three, seen: ReadonlySet<string>, refused: readonly Move[]): Move[] {
  const [base, mine, theirs] = [homesIn(three.base), homesIn(three.mine), homesIn(three.theirs)];
  const moves = [...new Set([...theirs.keys(), ...mine.keys()])].flatMap((name) => {
    const homes = { base: base.get(name), mine: mine.get(name), theirs: theirs.get(name) };
    const move = seen.has(name) ? undefined : moveOf(name, homes);
    return move && !refused.some((other) => isWithin(move, other)) ? [move] : [];
  });
  const least = Math.min(...moves.map(({ to }) => to.path.length));
  return moves.filter(({ to }) => to.path.length === least);
}

/** Whether any state has one thing inside the other. */
const isWithin = ({ homes }: Move, { homes: outer }: Move): boolean =>
  (['base', 'mine', 'theirs'] as const).some((state) => {
    const [home, holder] = [homes[state], outer[state]];
    return home !== undefined && holder !== undefined && isInside(home, holder);
  });

/** Where a thing went, if it did; of what a state has several of nobody can tell. */
function moveOf(name: string, found: Readonly<Record<State, Home | null | undefined>>): Move | undefined {
  const { base, mine, theirs } = found;
  if (base === null || mine === null || theirs === null) return undefined;
  const homes = { base, mine, theirs };
  if (!base) return mine && theirs && isAway(mine, theirs) ? { name, homes, by: 'theirs', to: theirs } : undefined;
  if (theirs && isAway(theirs, base)) return { name, homes, by: 'theirs', to: theirs };
  return mine && isAway(mine, base) ? { name, homes, by: 'mine', to: mine } : undefined;
}

/** Whether a thing stands in another holder than there, or was not there. */
const isAway = (home: Home, there: Home | undefined): boolean => !there || !sameHome(holderOf(home), holderOf(there));

/**
 * The states with what the thing went into. Where only one of the others lacks that, it was added or removed by itself,
 * and the merge asks about it.
 */
function withHolders(three: Three, { homes, by, to }: Move): Three | undefined {
  const others = (['base', otherThan(by)] as const).filter((state) => !hasHolder(three[state], to));
  if (others.length === 0 || (!homes.base && others.join() === 'base')) return three;
  if (others.length === 1) return undefined;
  return { ...three, ...Object.fromEntries(others.map((state) => [state, withHolder(three[state], to, three[by])])) };
}

/** The states with the things where they went. */
function withMoves(three: Three, moves: readonly Move[]): Three {
  const at = (state: State): Documents =>
    (['mine', 'theirs'] as const).reduce<Documents>((before, side) => {
      const ways = moves.flatMap(({ homes, by, to }) => {
        const from = homes[state];
        return by === side && from && isAway(from, to) ? [{ from, to }] : [];
      });
      return carried(before, ways, three[side]);
    }, three[state]);
  return { base: at('base'), mine: at('mine'), theirs: at('theirs') };
}
