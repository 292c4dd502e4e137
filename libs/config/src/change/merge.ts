/** Owns the three-way merge of documents: what both sides did to one base. */
import { withoutSchema } from '../json/canonical.js';
import { isObject, sameJson } from '../json/same.js';
import { settledPlaces, withLeft } from './apart.js';
import { type Documents, placeKey, type Step, type Token } from './change.js';
import { type Choices, type Conflict, chosenSide, type Unplaced } from './conflict.js';
import { gathered, type Side } from './moves.js';
import { further, idsOf, type Node, nodesOf, writtenNode } from './node.js';
import { pointerOf } from './place.js';
import { mergedOrder, movedApart } from './sequence.js';

export type { Side } from './moves.js';

export interface Merged {
  readonly documents: Documents;
  readonly conflicts: readonly Conflict[];
  /** The sides as they were compared: what one of them moved stands in both where it moved to. */
  readonly sides: Readonly<Record<Side, Documents>>;
}

interface Three {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

interface Merge {
  readonly document: string;
  readonly choose: Choices;
  /** Who moved what the other side removed, by the key of a place; null: something inside of it. */
  readonly moved: ReadonlyMap<string, Side | null>;
  /** Those found so far. */
  readonly conflicts: Unplaced[];
}

/**
 * What both sides made of the base: everything that only one of them changed, and of what both changed otherwise the
 * chosen side, theirs where nothing is chosen. Every such place is listed, chosen or not. Never throws.
 */
export function mergeDocuments(base: Documents, mine: Documents, theirs: Documents, choose: Choices = {}): Merged {
  const sides = gathered(base, mine, theirs);
  const paths = [...new Set([...Object.keys(sides.theirs), ...Object.keys(sides.mine)])];
  const conflicts: Unplaced[] = [];
  const merged = paths.flatMap((document): [string, unknown][] => {
    const merge: Merge = { document, choose, moved: sides.moved, conflicts };
    const value = mergedDocument(
      merge,
      own(sides.base, document),
      own(sides.mine, document),
      own(sides.theirs, document),
    );
    return value === undefined ? [] : [[document, value]];
  });
  const { documents: settled, places } = settledPlaces(Object.fromEntries(merged), conflicts, sides.apart, choose);
  const documents = withLeft(settled, sides);
  return {
    documents,
    conflicts: places.map((each) => ({ ...each, pointer: pointerOf(own(documents, each.document), each.path) })),
    sides: { mine: sides.mine, theirs: sides.theirs },
  };
}

const own = (documents: Documents, path: string): unknown =>
  Object.hasOwn(documents, path) ? documents[path] : undefined;

function mergedDocument(merge: Merge, base: unknown, mine: unknown, theirs: unknown): unknown {
  const value = merged(merge, [], {
    base: withoutSchema(base),
    mine: withoutSchema(mine),
    theirs: withoutSchema(theirs),
  });
  const $schema = sameJson(schemaOf(base), schemaOf(theirs)) ? schemaOf(mine) : schemaOf(theirs);
  const whole = $schema !== undefined && isObject(value) ? { $schema, ...value } : value;
  return [theirs, mine].find((side) => sameJson(side, whole)) ?? whole;
}

const schemaOf = (document: unknown): unknown => (isObject(document) ? document.$schema : undefined);

function merged(merge: Merge, path: readonly Step[], three: Three): unknown {
  const { base, mine, theirs } = three;
  if (sameJson(mine, theirs)) return theirs;
  const movedBy = merge.moved.size > 0 ? merge.moved.get(placeKey(merge.document, path)) : undefined;
  if (movedBy) return conflicting(merge, path, three, { movedBy });
  if (movedBy === undefined && sameJson(base, mine)) return theirs;
  if (movedBy === undefined && sameJson(base, theirs)) return mine;
  if (mine === undefined || theirs === undefined) return conflicting(merge, path, three);
  if (base === undefined)
    return isOneThing(path, mine) ? conflicting(merge, path, three) : mergedParts(merge, path, three);
  return mergedParts(merge, path, three);
}

/** Whether what both sides added is one thing with an id rather than a place for several. */
const isOneThing = (path: readonly Step[], value: unknown): boolean => {
  const last = path.at(-1);
  return (last !== undefined && 'id' in last) || (isObject(value) && typeof value.id === 'string');
};

function mergedParts(merge: Merge, path: readonly Step[], three: Three): unknown {
  const present = [three.mine, three.theirs, ...(three.base === undefined ? [] : [three.base])];
  const [mine, theirs, base] = nodesOf(path, present) ?? [];
  if (!mine || !theirs) return conflicting(merge, path, three);
  return writtenNode(mergedNodes(merge, path, base ?? { ...theirs, entries: new Map(), order: [] }, mine, theirs));
}

function mergedNodes(merge: Merge, path: readonly Step[], base: Node, mine: Node, theirs: Node): Node {
  const entries = new Map<Token, unknown>();
  for (const token of new Set([...theirs.entries.keys(), ...mine.entries.keys()])) {
    const [old, own, other] = [base, mine, theirs].map((node) => node.entries.get(token));
    const value = merged(merge, further(path, token), { base: old, mine: own, theirs: other });
    if (value !== undefined) entries.set(token, value);
  }
  if (theirs.form === 'sequence') return { ...theirs, entries: arranged(merge, path, [base, mine, theirs], entries) };
  return { ...theirs, entries, order: [...new Set([...(theirs.order ?? []), ...(mine.order ?? [])])] };
}

/** The items in the order of theirs with what mine moved; where both moved one apart, the order is a conflict. */
function arranged(
  merge: Merge,
  path: readonly Step[],
  nodes: readonly [Node, Node, Node],
  entries: ReadonlyMap<Token, unknown>,
): Map<Token, unknown> {
  const [base, mine, theirs] = nodes.map((node) => idsOf(node.entries.keys())) as [string[], string[], string[]];
  const apart = movedApart(base, mine, theirs);
  const lead = apart ? conflicting(merge, path, { base, mine, theirs }, { about: 'order' }) : theirs;
  const follow = lead === theirs ? mine : theirs;
  const order = mergedOrder({ base, lead: lead as string[], follow, kept: new Set(idsOf(entries.keys())) });
  return new Map(order.map((id) => [`#${id}` as const, entries.get(`#${id}`)]));
}

/** Lists a conflict; the value of the side that is chosen. */
function conflicting(
  { document, choose, conflicts }: Merge,
  path: readonly Step[],
  three: Three,
  { about = 'value', ...more }: Pick<Partial<Conflict>, 'about' | 'movedBy'> = {},
): unknown {
  const key = placeKey(document, path) + (about === 'order' ? '~order' : '');
  const chosen = chosenSide(choose, key);
  conflicts.push({ key, about, document, path, ...three, ...more, chosen });
  return three[chosen];
}
