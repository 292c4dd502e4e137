/** Owns what differs between two states of documents, by stable ids. */
import { withoutSchema } from '../json/canonical.js';
import { sameJson } from '../json/same.js';
import { appliedInside } from './apply.js';
import type { Change, Documents, Step, Token } from './change.js';
import { further, type Node, nodesOf, writtenNode } from './node.js';
import { pointerOf } from './place.js';
import { movedBetween, together } from './sequence.js';

/**
 * The changes that lead from one state of documents to another, in the order of the documents. `$schema` is not part
 * of the content. Never throws.
 */
export function diffDocuments(before: Documents, after: Documents): Change[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((document) => {
    const [old, now] = [own(before, document), own(after, document)];
    if (old === now) return [];
    if (old === undefined) return [{ kind: 'added', document, pointer: '', path: [], after: now } as const];
    if (now === undefined) return [{ kind: 'removed', document, pointer: '', path: [], before: old } as const];
    const place = { document, before: withoutSchema(old), after: withoutSchema(now) };
    return changesOf(place, [], place.before, place.after);
  });
}

const own = (documents: Documents, path: string): unknown =>
  Object.hasOwn(documents, path) ? documents[path] : undefined;

/** A document before and after. */
interface Place {
  readonly document: string;
  readonly before: unknown;
  readonly after: unknown;
}

function changesOf(place: Place, path: readonly Step[], before: unknown, after: unknown): Change[] {
  if (sameJson(before, after)) return [];
  const [old, now] = nodesOf(path, [before, after]) ?? [];
  if (!old || !now) return [{ ...at(place, path, 'changed'), before, after }];
  const changes = partsOf(place, path, old, now);
  return old.form === 'questions' ? [...changes, ...orderOf(place, path, old, now, changes)] : changes;
}

function partsOf(place: Place, path: readonly Step[], old: Node, now: Node): Change[] {
  const [before, after] = [[...old.entries.keys()], [...now.entries.keys()]];
  const sequence = old.form === 'sequence';
  const moved = sequence ? movedBetween(before, after) : new Set<string>();
  const neighbours = new Map(after.map((token, index) => [token, after[index - 1]?.slice(1) ?? null]));
  return (together(before, after) as Token[]).flatMap((token): Change[] => {
    const inside = further(path, token);
    const behind = sequence ? { behind: neighbours.get(token) ?? null } : {};
    if (!now.entries.has(token)) return [{ ...at(place, inside, 'removed'), before: old.entries.get(token) }];
    const value = now.entries.get(token);
    if (!old.entries.has(token)) return [{ ...at(place, inside, 'added'), after: value, ...behind }];
    const move = moved.has(token) ? [{ ...at(place, inside, 'moved'), ...behind }] : [];
    return [...move, ...changesOf(place, inside, old.entries.get(token), value)];
  });
}

/** The change of order that is left once all others are made: an order that nothing depends on. */
function orderOf(place: Place, path: readonly Step[], old: Node, now: Node, changes: readonly Change[]): Change[] {
  const wanted = writtenNode(now);
  if (sameJson(appliedInside(writtenNode(old), path, changes), wanted)) return [];
  return [{ ...at(place, further(path, '.order'), 'changed'), before: old.order, after: now.order }];
}

const at = <Kind extends Change['kind']>(place: Place, path: readonly Step[], kind: Kind) => ({
  kind,
  document: place.document,
  pointer: pointerOf(kind === 'removed' ? place.before : place.after, path),
  path,
});
