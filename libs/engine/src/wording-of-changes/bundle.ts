/** Owns which changes are one to a person, and are told in the same words. */
import { type Change, canonicalJson, keeping, placeKey, type Step } from '@yimen/config';
import type { QuestionTextKey } from './question.js';
import { ownAt } from './text.js';
import { foundAt, kindOf, type View } from './view.js';

/** How a bundle is told. */
export type Telling =
  | { readonly as: 'change' }
  /** A text of a question, Chinese in the schema and English beside it. */
  | { readonly as: 'question text'; readonly part: string; readonly key: QuestionTextKey }
  /** A question that came, went, or went to another step. */
  | { readonly as: 'question'; readonly id: string }
  | { readonly as: 'step'; readonly id: string }
  /** What a rule says: its condition and its event. */
  | { readonly as: 'rule'; readonly path: readonly Step[] }
  | { readonly as: 'band'; readonly path: readonly Step[] }
  /** Questions of one form that are now asked under another condition, the same for all. */
  | { readonly as: 'asked' }
  /** Items of an array of words. */
  | { readonly as: 'items'; readonly path: readonly Step[] }
  /** A thing that is now in another. */
  | { readonly as: 'moved away' };

export interface Bundle {
  readonly key: string;
  readonly telling: Telling;
  readonly changes: readonly Change[];
}

/** The changes in bundles, each where its first change stands. */
export function bundled(changes: readonly Change[], before: View, after: View): Bundle[] {
  const context = { lives: livesIn(changes), before, after };
  const bundles = new Map<string, { telling: Telling; changes: Change[] }>();
  for (const change of changes) {
    const { key, telling } = bundleOf(change, context);
    const bundle = bundles.get(key) ?? { telling, changes: [] };
    bundle.changes.push(change);
    bundles.set(key, bundle);
  }
  return [...bundles].map(([key, bundle]) => ({ key, ...bundle }));
}

interface Context extends Record<'before' | 'after', View> {
  /** Questions, documents and things of which more than one change tells. */
  readonly lives: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Named {
  readonly key: string;
  readonly telling: Telling;
}

const keysOf = (path: readonly Step[]): (string | undefined)[] =>
  path.map((step) => ('key' in step ? step.key : undefined));
const idAt = (path: readonly Step[], index: number): string | undefined => {
  const step = path.at(index);
  return step && 'id' in step ? step.id : undefined;
};
const keyAt = (path: readonly Step[], index: number): string | undefined => {
  const step = path.at(index);
  return step && 'key' in step ? step.key : undefined;
};

/** What was added and removed, by what it is: to know what else is told of it. */
function livesIn(changes: readonly Change[]): Map<string, Set<string>> {
  const lives = new Map<string, Set<string>>();
  for (const change of changes) {
    const name = lifeOf(change);
    if (name) lives.set(name, (lives.get(name) ?? new Set()).add(change.kind));
  }
  return lives;
}

function lifeOf({ kind, document, path }: Change): string | undefined {
  if (kind !== 'added' && kind !== 'removed') return undefined;
  if (path.length === 0) return `document ${document}`;
  const [holder, id] = [keyAt(path, -2), idAt(path, -1)];
  if (holder === undefined || id === undefined) return undefined;
  if (holder === 'questions') return `step ${document} ${id}`;
  if (holder === 'schema') return `question ${document} ${id}`;
  return keeping.has(holder) ? `${holder} ${id}` : undefined;
}

function bundleOf(change: Change, context: Context): Named {
  const { document, kind, path } = change;
  return (
    questionBundle(change, context) ??
    documentBundle(change, context) ??
    sentenceBundle(change) ??
    awayBundle(change, context) ??
    itemsBundle(change, context) ?? { key: `${kind} ${placeKey(document, path)}`, telling: { as: 'change' } }
  );
}

/** Everything that comes or goes with a question; a text of it in both languages; its way to another step. */
function questionBundle({ kind, document, path }: Change, { lives }: Context): Named | undefined {
  const [root] = keysOf(path);
  const id = root === 'schema' ? idAt(path, 1) : root === 'steps' ? idAt(path, 3) : keyAt(path, 1)?.split('.')[0];
  if (id === undefined || !['schema', 'steps', 'texts', 'uiSchema'].includes(root ?? '')) return undefined;
  const comesAndGoes = lives.get(`question ${document} ${id}`);
  const whole = path.length === (root === 'steps' ? 4 : 2) || root === 'texts';
  if (comesAndGoes?.has(kind) && whole)
    return { key: `question ${kind} ${document} ${id}`, telling: { as: 'question', id } };
  if (root === 'steps' && path.length === 4 && (lives.get(`step ${document} ${id}`)?.size ?? 0) > 1 && kind !== 'moved')
    return { key: `step ${document} ${id}`, telling: { as: 'step', id } };
  return textBundle(document, path);
}

const textKeys: ReadonlyMap<string, QuestionTextKey> = new Map([
  ['title', 'title'],
  ['description', 'description'],
  ['unit', 'unit'],
  ['x-unit', 'unit'],
]);

function textBundle(document: string, path: readonly Step[]): Named | undefined {
  const texts = keyAt(path, 0) === 'texts';
  const part = texts ? keyAt(path, 1) : partOf(path.slice(1, -1));
  const key = texts && path.length < 4 ? 'title' : textKeys.get(keyAt(path, -1) ?? '');
  if (part === undefined || key === undefined || (!texts && keyAt(path, 0) !== 'schema')) return undefined;
  return { key: `text ${document} ${part} ${key}`, telling: { as: 'question text', part, key } };
}

/** `question.column.choice`: how a form's texts name a part of a question. */
function partOf([first, ...rest]: readonly Step[]): string | undefined {
  if (!first || !('id' in first)) return undefined;
  const inside = rest.filter((step) => !('key' in step && ['oneOf', 'items', 'properties'].includes(step.key)));
  return [first.id, ...inside.map((step) => ('id' in step ? step.id : step.key))].join('.');
}

/** Where a manifest names documents, and of which kind. */
const namers: ReadonlyMap<string, string> = new Map([
  ['categories', 'category'],
  ['forms', 'form'],
]);

/** A document that came or went, and the manifest's naming it. */
function documentBundle({ kind, document, path }: Change, { lives, before, after }: Context): Named | undefined {
  if (path.length === 0) return { key: `document ${document}`, telling: { as: 'change' } };
  const holder = namers.get(keyAt(path, -2) ?? '');
  const id = idAt(path, -1);
  if (path.length !== 2 || holder === undefined || id === undefined) return undefined;
  const view = kind === 'removed' ? before : after;
  const named = Object.keys(view.documents).find(
    (other) => kindOf(view, other) === holder && ownAt(view.documents[other], 'id') === id,
  );
  const lived = named !== undefined && lives.get(`document ${named}`)?.has(kind);
  return lived ? { key: `document ${named}`, telling: { as: 'change' } } : undefined;
}

const bandEnds: ReadonlySet<string> = new Set(['from', 'above', 'upTo', 'below']);

function sentenceBundle({ kind, document, path, before, after }: Change): Named | undefined {
  if (keyAt(path, 0) === 'schema' && path.length === 3 && keyAt(path, 2) === 'askedWhen')
    return {
      key: `asked ${kind} ${document} ${canonicalJson([before ?? null, after ?? null])}`,
      telling: { as: 'asked' },
    };
  const [holder, key] = [keyAt(path, -3), keyAt(path, -1)];
  const thing = path.slice(0, -1);
  if (holder === 'rules' && (key === 'conditions' || key === 'event'))
    return { key: `rule ${placeKey(document, thing)}`, telling: { as: 'rule', path: thing } };
  if (holder === 'bands' && bandEnds.has(key ?? ''))
    return { key: `band ${placeKey(document, thing)}`, telling: { as: 'band', path: thing } };
  return undefined;
}

/** A thing that went from one place and came to another. */
function awayBundle(change: Change, { lives }: Context): Named | undefined {
  const life = lifeOf(change);
  const both = life !== undefined && change.path.length > 0 && (lives.get(life)?.size ?? 0) > 1;
  return both ? { key: `away ${life}`, telling: { as: 'moved away' } } : undefined;
}

function itemsBundle({ kind, document, path, before, after }: Change, context: Context): Named | undefined {
  if (idAt(path, -1) === undefined || keyAt(path, -2) === undefined) return undefined;
  const value = kind === 'moved' ? foundAt(context.after, document, path) : (after ?? before);
  const array = path.slice(0, -1);
  if (typeof value !== 'string') return undefined;
  return { key: `items ${placeKey(document, array)}`, telling: { as: 'items', path: array } };
}
