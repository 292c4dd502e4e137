/** Owns which parts of what was added or removed are told by themselves. */
import { applyChanges, type Change, diffDocuments, isObject, type Step } from '@yimen/config';
import { arrayAt, ownAt } from './text.js';
import { foundAt, kindOf, type View } from './view.js';

/** Keys that hold things told one by one. */
const parts = [
  'indicators',
  'lists',
  'facts',
  'conditions',
  'clauses',
  'rules',
  'steps',
  'texts',
  'uiSchema',
  'schema',
];

/** Documents that are nothing but what they hold. */
const holders: ReadonlySet<string> = new Set(['lists', 'facts', 'conditions', 'outline', 'case']);

/** The change and those of the parts inside it that are told by themselves, in the order of the documents. */
export function expanded(change: Change, before: View, after: View): Change[] {
  const view = change.kind === 'removed' ? before : after;
  const inside = partPaths(change, view);
  const changes = inside.length > 0 ? changesInside(change, view, inside) : [];
  // What is recognised by its content is another thing without its parts.
  const apart = changes.length > 0 && changes.every(({ path }) => path.length > change.path.length);
  if (!apart) return [change];
  const told = changes.flatMap((part) => expanded(part, before, after));
  return isOnlyParts(change, view) ? told : [change, ...told];
}

/** Whether a change is told by its parts alone. */
function isOnlyParts({ document, path }: Change, view: View): boolean {
  const last = path.at(-1);
  return last === undefined ? holders.has(kindOf(view, document) ?? '') : 'key' in last;
}

/** The paths at which the parts of what a change adds or removes stand. */
function partPaths({ kind, document, path, before, after }: Change, view: View): (readonly Step[])[] {
  if (kind !== 'added' && kind !== 'removed') return [];
  const value = kind === 'added' ? after : before;
  const last = path.at(-1);
  if (last && 'key' in last) return holdsThings(last.key, value) ? [path] : [];
  if (last) return kind === 'added' && arrayAt(value, 'lines').length > 0 ? [[...path, { key: 'lines' }]] : [];
  const whole = kindOf(view, document) ?? 'other';
  if (whole === 'case') return [[]];
  if (!holders.has(whole) && (kind === 'removed' || whole === 'calendar' || whole === 'edition')) return [];
  return parts.filter((key) => ownAt(value, key) !== undefined).map((key) => [{ key }]);
}

/** Whether the value of a key is a place for several things rather than one. */
const holdsThings = (key: string, value: unknown): boolean =>
  Array.isArray(value) ? key !== 'oneOf' && value.some(isObject) : key === 'texts' || key === 'uiSchema';

function changesInside({ kind, document }: Change, view: View, paths: readonly (readonly Step[])[]): Change[] {
  const full = { [document]: view.documents[document] };
  const emptying = paths.map((path): Change => {
    const after = emptied(foundAt(view, document, path));
    return { kind: 'changed', document, pointer: '', path, after };
  });
  const empty = applyChanges(full, emptying);
  return kind === 'added' ? diffDocuments(empty, full) : diffDocuments(full, empty);
}

/** A value without its parts; of a schema its type is left. */
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  const type = ownAt(value, 'type');
  return type === undefined ? {} : { type };
}
