/** Owns how changes are made to documents. */
import { withoutSchema } from '../json/canonical.js';
import { isObject } from '../json/same.js';
import { type Change, type Documents, type Step, type Token, tokenOf } from './change.js';
import { further, idsOf, isSchemaPlace, type Node, nodesOf, questionNodes, recordOf, writtenNode } from './node.js';
import { type Placement, placed } from './sequence.js';

/**
 * The documents with changes made: `applyChanges(before, diffDocuments(before, after))` says what `after` says.
 * Changes can be made to other documents too; those inside what is not there are left out.
 */
export function applyChanges(before: Documents, changes: readonly Change[]): Documents {
  const documents = new Map(Object.entries(before));
  for (const [document, own] of grouped(changes, ({ document }) => document)) {
    const whole = own.find(({ path }) => path.length === 0);
    const inside = own.filter(({ path }) => path.length > 0);
    if (whole?.kind === 'removed') documents.delete(document);
    else if (whole) documents.set(document, whole.after);
    if (inside.length > 0 && documents.has(document)) {
      const value = documents.get(document);
      documents.set(document, asOf(value, appliedInside(withoutSchema(value), [], inside)));
    }
  }
  return Object.fromEntries(documents);
}

/** Content with the `$schema` that the document had. */
function asOf(value: unknown, content: unknown): unknown {
  const $schema = isObject(value) && isObject(content) && Object.hasOwn(value, '$schema') ? value.$schema : undefined;
  return $schema === undefined ? content : { $schema, ...(content as object) };
}

/** A value with changes made somewhere inside it. */
export function appliedInside(value: unknown, path: readonly Step[], changes: readonly Change[]): unknown {
  const depth = path.length;
  const tokenAt = ({ path }: Change): Token => tokenOf(path[depth] as Step);
  const node = nodeFor(value, path, changes.map(tokenAt));
  if (!node) return value;
  const entries = new Map(node.entries);
  const placements: Placement[] = [];
  for (const [token, group] of grouped(changes, tokenAt)) {
    const deeper = group.filter(({ path }) => path.length > depth + 1);
    if (deeper.length > 0 && entries.has(token))
      entries.set(token, appliedInside(entries.get(token), further(path, token), deeper));
    for (const change of group.filter(({ path }) => path.length === depth + 1)) {
      applyHere(change, token, entries, placements);
    }
  }
  return writtenNode(arranged(node, entries, placements));
}

function applyHere({ kind, after, behind }: Change, token: Token, entries: Map<Token, unknown>, to: Placement[]): void {
  if (kind === 'removed') entries.delete(token);
  if (kind === 'added' || kind === 'changed') entries.set(token, after);
  if (behind !== undefined && entries.has(token)) to.push({ id: token.slice(1), behind });
}

/** The parts of a value; of a schema those that the changes speak of. */
function nodeFor(value: unknown, path: readonly Step[], tokens: readonly Token[]): Node | undefined {
  if (!isSchemaPlace(path) || !isObject(value)) return nodesOf(path, [value])?.[0];
  const byQuestion = tokens.some((token) => token.startsWith('#') || token === '.order');
  return byQuestion ? questionNodes([value])?.[0] : recordOf(value);
}

function arranged(node: Node, entries: Map<Token, unknown>, placements: readonly Placement[]): Node {
  if (node.form === 'sequence') {
    const order = placed(idsOf(entries.keys()), placements);
    return { ...node, entries: new Map(order.map((id) => [`#${id}` as const, entries.get(`#${id}`)])) };
  }
  const order = node.form === 'questions' ? entries.get('.order') : undefined;
  if (!Array.isArray(order)) return { ...node, entries };
  entries.delete('.order');
  return { ...node, entries, order: order.filter((id) => typeof id === 'string') };
}

function grouped<Key>(changes: readonly Change[], keyOf: (change: Change) => Key): Map<Key, Change[]> {
  const groups = new Map<Key, Change[]>();
  for (const change of changes) {
    const key = keyOf(change);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return groups;
}
